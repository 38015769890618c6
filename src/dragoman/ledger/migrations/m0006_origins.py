"""Step 6: the origin of each statement, beside how many there are, and what it is called."""

# What is derived may have been deleted; it is then made again with all its columns.
SQL = """
CREATE TABLE IF NOT EXISTS derived_occurrences (
  statement TEXT PRIMARY KEY,
  occurrence TEXT,
  origins INTEGER,
  matter TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS derived_by_matter ON derived_occurrences (matter);
DELETE FROM derived_occurrences;
ALTER TABLE derived_occurrences ADD COLUMN origin TEXT;
ALTER TABLE derived_occurrences ADD COLUMN original_source TEXT;
"""
