"""A ledger as tables of flat rows: Parquet and CSV."""
