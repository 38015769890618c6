"""Formats in and out: functions of an entry of the ledger."""
