"""The pages, what makes each, and what comes back from their forms."""
