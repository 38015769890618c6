"""What grows with the pile, and how."""
