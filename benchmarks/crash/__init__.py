"""What a ledger is after its writer was killed, at random moments of each job, thousands of times."""
