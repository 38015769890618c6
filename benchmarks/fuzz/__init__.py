"""Fuzzing what takes in the texts of strangers."""
