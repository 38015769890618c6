"""Step 6: the latest publication and what changed are found at once; ties and origins are derived with the rest.

What an earlier version derived told neither; it is derived again.
"""

SQL = """
CREATE INDEX IF NOT EXISTS documents_by_publication ON documents (coalesce(published_to, published_from));
CREATE INDEX IF NOT EXISTS statements_by_recorded ON statements (recorded);
CREATE INDEX IF NOT EXISTS statements_by_superseded ON statements (superseded) WHERE superseded IS NOT NULL;

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
