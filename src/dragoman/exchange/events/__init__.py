"""Tables of events that others keep, written and read: POLECAT, GDELT, ICEWS, ACLED, PLOVER."""
