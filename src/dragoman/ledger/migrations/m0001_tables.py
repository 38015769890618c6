"""Step 1: the tables.

Keys are integers that mean nothing outside this file; `id` is the content id. A row holds from `recorded` until
`superseded`; what comes back later is a new row with the same id.
Moments are UTC. Offsets count characters of `documents.text`, as `substr` does.
"""

SQL = """
CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL) STRICT;

CREATE TABLE clock (one INTEGER PRIMARY KEY CHECK (one = 1), latest TEXT NOT NULL) STRICT;
INSERT INTO clock VALUES (1, '');

CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  author TEXT,
  published TEXT,
  published_from TEXT,
  published_to TEXT,
  published_precision TEXT,
  published_text TEXT,
  published_basis TEXT,
  url TEXT,
  path TEXT,
  transport TEXT,
  recorded TEXT NOT NULL,
  superseded TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_id ON documents (id);
CREATE UNIQUE INDEX documents_once ON documents (id) WHERE superseded IS NULL;

CREATE TABLE readings (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (key),
  reader TEXT NOT NULL,
  statements INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  superseded TEXT,
  UNIQUE (document, reader)
) STRICT;

CREATE TABLE statements (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  claim TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (key),
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  contexts TEXT,
  standing TEXT NOT NULL,
  occurred_from TEXT,
  occurred_to TEXT,
  precision TEXT NOT NULL,
  occurred_text TEXT,
  basis TEXT NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL,
  certainty REAL NOT NULL,
  reader TEXT NOT NULL,
  recorded TEXT NOT NULL,
  superseded TEXT
) STRICT;
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_document ON statements (document);
CREATE INDEX statements_by_type ON statements (type);

CREATE TABLE names (
  key INTEGER PRIMARY KEY,
  code TEXT,
  sector TEXT,
  name TEXT NOT NULL,
  role TEXT,
  wikidata TEXT
) STRICT;
CREATE INDEX names_by_name ON names (name);
CREATE INDEX names_by_code ON names (code);

CREATE TABLE mentions (
  statement INTEGER NOT NULL REFERENCES statements (key),
  position INTEGER NOT NULL,
  acts INTEGER NOT NULL,
  name INTEGER NOT NULL REFERENCES names (key),
  mention_start INTEGER NOT NULL,
  mention_end INTEGER NOT NULL,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_name ON mentions (name);

CREATE VIEW parties AS
SELECT m.statement, CASE WHEN m.acts THEN 'actor' ELSE 'recipient' END AS side, m.position, n.code, n.sector, n.name,
  n.role, n.wikidata, m.mention_start, m.mention_end
FROM mentions m JOIN names n ON n.key = m.name;

CREATE TABLE chains (
  statement INTEGER NOT NULL REFERENCES statements (key),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  code TEXT,
  sector TEXT,
  cue TEXT,
  direct INTEGER NOT NULL,
  mention_start INTEGER NOT NULL,
  mention_end INTEGER NOT NULL,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantities (
  statement INTEGER NOT NULL REFERENCES statements (key),
  position INTEGER NOT NULL,
  low ANY,
  high ANY,
  unit TEXT NOT NULL,
  of TEXT,
  whose TEXT,
  approximate INTEGER NOT NULL,
  mention_start INTEGER NOT NULL,
  mention_end INTEGER NOT NULL,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE offers (
  key INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  size INTEGER,
  modified INTEGER,
  digest TEXT,
  recorded TEXT NOT NULL,
  superseded TEXT
) STRICT;
CREATE INDEX offers_by_path ON offers (path);

CREATE TABLE offered_documents (
  offer INTEGER NOT NULL REFERENCES offers (key),
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (offer, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX offered_documents_by_document ON offered_documents (document);

CREATE TABLE failures (
  key INTEGER PRIMARY KEY,
  offer INTEGER NOT NULL REFERENCES offers (key),
  path TEXT NOT NULL,
  reason TEXT NOT NULL,
  recorded TEXT NOT NULL,
  superseded TEXT
) STRICT;
CREATE INDEX failures_by_offer ON failures (offer);

CREATE TABLE copies (
  key INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  of TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('exact', 'near')),
  likeness REAL NOT NULL,
  recorded TEXT NOT NULL,
  superseded TEXT
) STRICT;
CREATE UNIQUE INDEX copies_once ON copies (document, of) WHERE superseded IS NULL;

CREATE TABLE signatures (
  document TEXT PRIMARY KEY,
  signature BLOB NOT NULL,
  recorded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE derived_occurrences (
  statement TEXT PRIMARY KEY,
  occurrence TEXT,
  origins INTEGER
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
  title, text, content = 'documents', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('hashsize', 8000000);
"""
