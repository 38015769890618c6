"""Step 6: the day of the latest publication is found at once, and what statements add up to is derived with the ties.

What an earlier version derived did not tell which ties stand; it is derived again.
"""

SQL = """
CREATE INDEX IF NOT EXISTS documents_by_publication ON documents (coalesce(published_to, published_from));

DROP TABLE IF EXISTS derived_occurrences;
CREATE TABLE derived_occurrences (statement TEXT PRIMARY KEY, occurrence TEXT, origins INTEGER, matter TEXT)
  STRICT, WITHOUT ROWID;
"""
