"""Numbers as they are written: amounts, bounds, changes, shares, and their units."""
