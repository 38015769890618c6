"""Step 2: views named after questions, for people who open the file in another tool."""

SQL = """
CREATE VIEW current_statements AS
SELECT
  s.key,
  s.id AS statement,
  s.kind,
  s.type,
  s.mode,
  (SELECT group_concat(who, ', ') FROM (SELECT coalesce(p.code, p.name) AS who FROM parties p
    WHERE p.statement = s.key AND p.side = 'actor' ORDER BY p.position)) AS actor,
  (SELECT group_concat(who, ', ') FROM (SELECT coalesce(p.code, p.name) AS who FROM parties p
    WHERE p.statement = s.key AND p.side = 'recipient' ORDER BY p.position)) AS recipient,
  s.occurred_from,
  s.occurred_to,
  s.standing,
  (SELECT group_concat(who, ' > ') FROM (SELECT c.name AS who FROM chains c
    WHERE c.statement = s.key ORDER BY c.position)) AS according_to,
  substr(d.text, s.evidence_start + 1, s.evidence_end - s.evidence_start) AS evidence,
  s.certainty,
  d.id AS document,
  d.title,
  d.publisher,
  d.published,
  d.url
FROM statements s JOIN documents d ON d.key = s.document
WHERE s.superseded IS NULL;

CREATE VIEW who_did_what_to_whom AS
SELECT occurred_from, occurred_to, actor, type, mode, recipient, kind, according_to, publisher, published, evidence,
  certainty, title, url, document, statement
FROM current_statements WHERE standing = 'asserted';

CREATE VIEW who_says_so AS
SELECT coalesce(c.name, s.publisher, s.title) AS who, coalesce(c.kind, 'publisher') AS who_is, c.code AS of_state,
  c.cue, coalesce(c.direct, 0) AS in_quotation_marks, coalesce(c.position + 1, 0) AS place_in_chain,
  s.according_to AS whole_chain, s.actor, s.type, s.recipient, s.standing, s.evidence, s.publisher, s.published,
  s.title, s.url, s.document, s.statement
FROM current_statements s LEFT JOIN chains c ON c.statement = s.key;

CREATE VIEW what_figures AS
SELECT q.low, q.high, q.unit, q.of, q.whose, q.approximate,
  substr(d.text, q.mention_start + 1, q.mention_end - q.mention_start) AS words,
  s.actor, s.type, s.recipient, s.occurred_from, s.occurred_to, s.standing, s.according_to, s.publisher, s.published,
  s.evidence, s.title, s.url, s.document, s.statement
FROM quantities q
JOIN current_statements s ON s.key = q.statement
JOIN statements r ON r.key = q.statement
JOIN documents d ON d.key = r.document;

CREATE VIEW what_is_denied AS
SELECT occurred_from, occurred_to, actor, type, mode, recipient, according_to, publisher, published, evidence,
  certainty, title, url, document, statement
FROM current_statements WHERE standing = 'denied';

CREATE VIEW what_is_only_predicted_or_planned AS
SELECT standing, occurred_from, occurred_to, actor, type, mode, recipient, according_to, publisher, published, evidence,
  certainty, title, url, document, statement
FROM current_statements WHERE standing IN ('predicted', 'planned');

CREATE VIEW what_rests_on_one_origin AS
SELECT o.occurrence, s.occurred_from, s.occurred_to, s.actor, s.type, s.mode, s.recipient, s.standing, s.according_to,
  s.publisher, s.published, s.evidence, s.title, s.url, s.document, s.statement
FROM current_statements s JOIN derived_occurrences o ON o.statement = s.statement
WHERE o.origins = 1;

CREATE VIEW what_could_not_be_read AS
SELECT path, reason, recorded FROM failures WHERE superseded IS NULL;

CREATE VIEW which_documents_are_copies AS
SELECT d.title, d.publisher, d.published, c.kind, c.likeness, o.title AS of_title, o.publisher AS of_publisher,
  o.published AS of_published, c.document, c.of AS of_document
FROM copies c
JOIN documents d ON d.id = c.document AND d.superseded IS NULL
JOIN documents o ON o.id = c.of AND o.superseded IS NULL
WHERE c.superseded IS NULL;
"""
