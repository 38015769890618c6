"""Step 5: decisions on two statements, and the view that counts a kind of event once a day."""

SQL = """
ALTER TABLE decisions ADD COLUMN other TEXT;

CREATE VIEW what_happened_one_a_day AS
SELECT s.occurred_from AS day, s.actor, s.type, s.recipient, count(DISTINCT coalesce(o.occurrence, s.statement)) AS
  occurrences, count(*) AS reports, count(DISTINCT s.document) AS documents, min(s.statement) AS statement
FROM current_statements s LEFT JOIN derived_occurrences o ON o.statement = s.statement
WHERE s.kind = 'event' AND s.standing = 'asserted' AND s.occurred_from = s.occurred_to
GROUP BY s.occurred_from, s.actor, s.type, s.recipient;
"""
