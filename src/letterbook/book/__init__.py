"""The Python door: calls the rooms in order, holds no logic of letters.

In: paths and what a person asks. Out: letters, hits, the log, a summary of what was read.
Files are read and marked in all processors (`work`, pure) and kept by one (`record`).
Never: interprets a text, prints, or asks a network.
"""

from letterbook.book.book import Book, open
from letterbook.book.heap import Linked, Progress, Summary

__all__ = ["Book", "Linked", "Progress", "Summary", "open"]
