"""Reading: a file → Sources, each with what its markup says.

In: a path. Out: `Reading`s and `Trouble`s, one after another, as the file is walked.
One file per format; the only room that knows outside parsers.
Never: interprets words (that is marking), executes or fetches anything, expands without bound.
"""

from letterbook.read.heap import LIMIT, read_path, walk

__all__ = ["LIMIT", "read_path", "walk"]
