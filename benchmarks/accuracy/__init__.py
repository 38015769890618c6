"""What share of the facts of an unseen document ends up in the ledger, and how right they are there."""
