"""Parties and what joins them, for programs that draw, follow or reason over graphs."""
