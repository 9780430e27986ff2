"""Records of talks named by who talked: "the memorandum of my conversation with Mr. Vale".

Their headings name nobody to look them up by, so those that stand near in the edition are asked.
"""

from __future__ import annotations

import re

from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.kinds import TALK, units
from letterbook.link.sides import spoken
from letterbook.model import Mention
from letterbook.text import plain_letters

WITH = re.compile(r"\b(?:with|between) ")
NEAR = 6  # places in the edition
LATELY = 21  # days


def talked(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The only record of a talk of these weeks that names all whom the words name."""
    noun = value.what
    told = WITH.split(noun, maxsplit=1)
    if len(told) < 2 or me.day is None or not TALK.search(plain_letters(noun)):
        return []
    proper, office, _ = spoken(told[1])
    names = proper or office
    found = units([
        e for _, near in catalogue.around(me, NEAR, 1) for e in (near, *catalogue.inside(near))
        if e.letter.kind == "memcon" and e.day is not None and 0 <= me.day - e.day <= LATELY
        and all(name in plain_letters(f"{e.letter.heading} {e.letter.words}") for name in names)
    ])  # fmt: skip
    return found if names and len(found) == 1 else []
