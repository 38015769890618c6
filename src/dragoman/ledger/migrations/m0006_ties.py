"""Step 6: the day of the latest publication is found at once; ties and origins are derived with the rest.

What an earlier version derived told neither; it is derived again.
"""

SQL = """
CREATE INDEX IF NOT EXISTS documents_by_publication ON documents (coalesce(published_to, published_from));

DROP TABLE IF EXISTS derived_occurrences;
CREATE TABLE derived_occurrences (
  statement TEXT PRIMARY KEY,
  occurrence TEXT,
  origins INTEGER,
  matter TEXT,
  origin TEXT,
  original_source TEXT
) STRICT, WITHOUT ROWID;
"""
