"""Step 8: who took a decision back is kept beside who took it."""

SQL = """
ALTER TABLE decisions ADD COLUMN undone_by TEXT;
"""
