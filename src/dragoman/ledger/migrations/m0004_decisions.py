"""Step 4: what analysts judged, and which statements that took away or put in their place."""

SQL = """
CREATE TABLE decisions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  anchor TEXT,
  change TEXT,
  scope TEXT,
  name TEXT,
  recorded TEXT NOT NULL,
  superseded TEXT
) STRICT;
CREATE UNIQUE INDEX decisions_once ON decisions (id) WHERE superseded IS NULL;

CREATE TABLE decided (
  decision INTEGER NOT NULL REFERENCES decisions (key),
  statement TEXT NOT NULL,
  put TEXT,
  recorded TEXT NOT NULL
) STRICT;
CREATE INDEX decided_by_decision ON decided (decision, statement);
CREATE INDEX decided_to_put ON decided (put) WHERE put IS NOT NULL;

CREATE VIEW what_was_decided AS
SELECT d.verdict, d.who, d.why, d.scope, d.name, d.change, d.recorded,
  (SELECT count(DISTINCT statement) FROM decided x WHERE x.decision = d.key) AS statements, d.id AS decision
FROM decisions d WHERE d.superseded IS NULL;
"""
