"""Step 10: publishers are counted without a look at the texts of documents."""

SQL = """
CREATE INDEX documents_by_publisher ON documents (publisher, published_from, published_to, recorded, superseded);
"""
