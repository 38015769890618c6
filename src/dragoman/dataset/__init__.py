"""What outgrows a ledger, as a folder of Parquet files, and the way from there into a ledger."""

from dragoman.dataset.dataset import Dataset
from dragoman.dataset.loading import Loading
from dragoman.dataset.slice import Slice

__all__ = ["Dataset", "Loading", "Slice"]
