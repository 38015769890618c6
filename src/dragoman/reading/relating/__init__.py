"""Who does what to whom, when, by which figures, and what the words rule out."""
