"""Two letters of the record laid side by side, for a command or a page to show."""

from __future__ import annotations

from dataclasses import dataclass, replace

from letterbook.link.compare import compare
from letterbook.link.comparison import Comparison
from letterbook.link.editions import link
from letterbook.link.printing import Printing
from letterbook.link.rows import Row, rows
from letterbook.link.translations import offer
from letterbook.model import Letter, LetterbookError, Link
from letterbook.record import Shown


@dataclass(frozen=True, slots=True)
class Compared:
    """Two letters, how their printings stand to each other, and what they are to each other.

    `found` is None and there are no rows when they share no wording; `link` is None when nothing
    says that they are one letter.
    """

    left: Letter
    right: Letter
    found: Comparison | None
    rows: tuple[Row, ...]
    link: Link | None


def side_by_side(left: Shown, right: Shown) -> Compared:
    """Two letters as the record shows them, compared.

    Raises LetterbookError when one of them is no letter, or both are the same one.
    """
    ours, theirs = _letter(left), _letter(right)
    if ours.id == theirs.id:
        raise LetterbookError(f"{ours.id}: compare takes two letters; both are this one")
    printings = (
        Printing.of(left.source.text, left.findings, ours.id),
        Printing.of(right.source.text, right.findings, theirs.id),
    )
    found = compare(*printings)
    same = link(_stated(ours), _stated(theirs), found) if found else None
    return Compared(
        ours,
        theirs,
        found,
        rows(*printings, found) if found else (),
        same or offer(ours, theirs, *printings, found),
    )


def _stated(letter: Letter) -> Letter:
    """Without a day that was worked out, perhaps from the other printing itself."""
    return replace(letter, when=None) if letter.inferred else letter


def _letter(shown: Shown) -> Letter:
    if shown.letter is None:
        form, id = shown.written.form, shown.source.id
        raise LetterbookError(f"{id}: no letter but of the form {form}; compare takes two letters")
    return shown.letter
