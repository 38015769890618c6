"""Words that stand for somebody named elsewhere, and whom they mean."""
