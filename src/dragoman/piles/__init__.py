"""Piles of files, and how they are read: what of them is new, in what shares, by which workers, into what."""
