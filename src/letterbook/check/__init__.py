"""Checking: somebody's brief against the record → Verdicts.

In: a record, and the words of a quotation or a brief with what `mark` found in it.
Out: one `Verdict` for each, pinned to the places in the sources, with every difference.
A quotation is called faithful only when each of its words stands in the source in its turn.
Never: changes the record, asks a model, calls a claim false because it is worded otherwise.
"""

from letterbook.check.quotes import quote, quotes

__all__ = ["quote", "quotes"]
