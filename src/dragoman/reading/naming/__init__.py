"""Whom the names, offices and titles of a text are of, and what is remembered of them over a document."""
