"""A matter that no phrase names is called by its letters' own words, and by what they do.

“I should be glad to know who will come”, a question of 1957-01-22: what is in quotation marks is
theirs, what stands behind it is ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from letterbook.link.acted import Acted
from letterbook.link.nouns import FUNCTION

KINDS = {"question": "question", "request": "request", "proposal": "proposal", "pledge": "promise",
         "accept": "acceptance", "refuse": "refusal", "report": "report"}  # fmt: skip
"""What an act is called."""

WHOLE, CUT, LEAST = 12, 10, 4
"""Words of a sentence that is given whole; what is left of a longer one; what tells anything."""

_CLAUSE = re.compile(r"(?<=[,;:])\s+|\s+[—–]\s*")
_LEADS = frozenset(
    "if in as when while with for to at on by since after before although though because however"
    " under without of from during until unless whereas accordingly therefore moreover furthermore"
    " thus and but so also yet further finally meanwhile regarding concerning".split()
)
"""How a clause begins that leads up to what is said: "In accordance with your request, I …"."""
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "’"})


def quoted(acts: Sequence[Acted]) -> str:
    """The first words of these acts that say anything, with what they do and on which day."""
    said = [one for one in acts if len(one.words.split()) >= LEAST]
    one = said[0] if said else acts[0]
    kind = KINDS[one.act.label]
    article = "an" if kind[0] in "aeiou" else "a"
    if one.history:
        which = f"{article} {kind}, as a history tells"
    else:
        which = f"{article} {kind} of {one.day}" if one.day else f"an undated {kind}"
    return f"“{excerpt(one.words)}”, {which}"


def is_quoted(title: str) -> bool:
    """Whether a matter is called so."""
    return title.startswith("“")


def excerpt(words: str) -> str:
    """The first clause of a sentence that says anything, at most so many words of it.

    >>> excerpt("If you are at Cresby, pray tell Mrs. Quill that I still have her letter.")
    '… pray tell Mrs. Quill that I still have her letter.'
    """
    plain = " ".join(words.split()).strip(" “”\"'").translate(_INNER)
    every = plain.split()
    if len(every) <= WHOLE:
        return plain
    clauses = _CLAUSE.split(plain)
    start = next((n for n, one in enumerate(clauses) if _says(one)), 0)
    kept = " ".join(clauses[start:]).split()
    cut = kept if len(kept) <= WHOLE else kept[:CUT]
    while len(cut) < len(kept) and len(cut) > LEAST and cut[-1].lower() in FUNCTION:
        cut = cut[:-1]  # "… about the progress of your" ends nowhere
    end = " …" if len(cut) < len(kept) else ""
    return ("… " if start else "") + " ".join(cut).rstrip(",;:—–") + end


def _says(clause: str) -> bool:
    words = clause.split()
    return len(words) >= LEAST and words[0].lower() not in _LEADS
