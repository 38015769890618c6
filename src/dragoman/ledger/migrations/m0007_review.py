"""Step 7: what is least certain comes first without sorting all."""

SQL = """
CREATE INDEX IF NOT EXISTS statements_by_certainty ON statements (certainty, id) WHERE superseded IS NULL;
"""
