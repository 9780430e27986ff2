"""The Python door: calls the rooms in order, holds no logic of letters.

In: paths and what a person asks. Out: letters, hits, exchanges, parties, the log, a summary.
Files are read and marked in all processors (`work`, pure) and kept by one (`record`); then their
letters are linked in the same way (`linking`).
Never: interprets a text, prints, or asks a network.
"""

from letterbook.book.book import Book, open
from letterbook.book.heap import Linked, Progress, Summary

__all__ = ["Book", "Linked", "Progress", "Summary", "open"]
