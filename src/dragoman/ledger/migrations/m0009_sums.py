"""Step 9: check sums of what is stored."""

SQL = """
CREATE TABLE sums (of TEXT NOT NULL, key INTEGER NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (of, key))
  STRICT, WITHOUT ROWID;
"""
