"""Step 11: what is a copy of a document is found without a look at all copies."""

SQL = """
CREATE INDEX copies_of ON copies (of);
"""
