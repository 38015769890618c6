"""What can be said, as tables one can read: events, ties, sectors, units, states, organisations, people, publishers."""
