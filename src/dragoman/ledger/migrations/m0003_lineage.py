"""Step 3: excerpts beside copies, which documents have been compared, and what each statement is a matter of."""

# No table is renamed: SQLite would check every view meanwhile, and what is derived may have been deleted.
SQL = """
DROP VIEW which_documents_are_copies;
CREATE TABLE copies_before AS SELECT * FROM copies;
DROP TABLE copies;
CREATE TABLE copies (
  key INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  of TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('exact', 'near', 'excerpt')),
  likeness REAL NOT NULL,
  recorded TEXT NOT NULL,
  superseded TEXT
) STRICT;
CREATE UNIQUE INDEX copies_once ON copies (document, of) WHERE superseded IS NULL;
INSERT INTO copies SELECT key, document, of, kind, likeness, recorded, superseded FROM copies_before;
DROP TABLE copies_before;
CREATE VIEW which_documents_are_copies AS
SELECT d.title, d.publisher, d.published, c.kind, c.likeness, o.title AS of_title, o.publisher AS of_publisher,
  o.published AS of_published, c.document, c.of AS of_document
FROM copies c
JOIN documents d ON d.id = c.document AND d.superseded IS NULL
JOIN documents o ON o.id = c.of AND o.superseded IS NULL
WHERE c.superseded IS NULL;

CREATE TABLE compared (document TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

DROP TABLE IF EXISTS derived_occurrences;
CREATE TABLE derived_occurrences (
  statement TEXT PRIMARY KEY,
  occurrence TEXT,
  origins INTEGER,
  matter TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_by_matter ON derived_occurrences (matter);
"""
