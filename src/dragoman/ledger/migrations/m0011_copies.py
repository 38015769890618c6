"""Step 11: what a document is a copy of, and what is one of it, is found without a look at all copies."""

SQL = """
CREATE INDEX copies_of ON copies (of);
CREATE INDEX copies_by_document ON copies (document);
"""
