"""What follows from what was read: copies, occurrences, lists, outlines; kept in the ledger and renewed as it grows."""
