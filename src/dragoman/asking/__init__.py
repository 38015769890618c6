"""What can be asked of a ledger, and how an answer is found: from what is derived where that is there, and from the
statements themselves where it is not; long answers part by part.
"""
