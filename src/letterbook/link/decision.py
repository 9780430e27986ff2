"""What a person says of who is who: these names are one party, this name is another's.

Both merging and splitting are one sentence: where this name stands, it is that party. "N. Vale" is
"Nora Vale" merges; "Vale" in two letters is "Clement Vale" splits; a name that is itself stands
apart from all others. A later decision outweighs an earlier one on the same name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.model import Name


@dataclass(frozen=True, slots=True)
class Decision:
    """Where `name` stands, in `letters` or (if there are none) everywhere, it is `to`.

    `name` is as written, with its office ("Vale, Consul at Selm") or without; `to` a party's label.
    `because` is what the person gave as the reason.
    """

    name: str
    to: str
    letters: tuple[str, ...] = ()
    because: str = ""


def decided(name: Name, letter: str, decisions: Sequence[Decision]) -> Decision | None:
    """The last decision on this name in this letter ("" for no letter in particular)."""
    written = {str(name), name.name, name.office} - {""}
    mine = [d for d in decisions if d.name in written and (not d.letters or letter in d.letters)]
    return mine[-1] if mine else None
