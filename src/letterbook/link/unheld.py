"""Letters known only by mention, brought together from all the letters that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letterbook.record import Absent


@dataclass(frozen=True, slots=True)
class Unheld:
    """A letter without a printing: what any of its mentions tells.

    `earliest`, `latest`: ISO days, "" where not told. `printed`: where notes say it stands.
    `mentions`: each letter that names it, with its own part of the telling.
    """

    what: str
    sender: str
    recipient: str
    earliest: str
    latest: str
    number: str
    printed: tuple[str, ...]
    fate: str
    mentions: tuple[Absent, ...]


def unheld(held: Iterable[Absent]) -> list[Unheld]:
    """The letters that mentions name, by day, the undated last.

    Mentions with one key name one letter. So do those of one day and kind that nothing sets
    apart: a note says where both are printed, or one tells no parties and only one other does.
    """
    groups: dict[str, list[Absent]] = defaultdict(list)
    for one in held:
        groups[one.key].append(one)
    days: dict[str, list[list[Absent]]] = defaultdict(list)
    for key, group in groups.items():
        kind, *rest = key.split(" ")
        days[" ".join(rest[:2]) if kind == "day" else key].append(group)
    made = [_one(group) for day in days.values() for group in _met(day)]
    return sorted(made, key=lambda u: (not u.earliest, u.earliest, u.latest, u.sender, u.number))


def _met(groups: Sequence[list[Absent]]) -> list[list[Absent]]:
    """Groups of one day and kind, those that are one letter together."""
    full = [g for g in groups if any(a.sender and a.recipient for a in g)]
    if len(full) != 1 or len(groups) == 1:
        return list(groups)
    made, apart = list(full[0]), []
    places = {place for g in groups if g is full[0] or _vague(g) for a in g for place in a.printed}
    for group in groups:
        if group is full[0]:
            continue
        if _vague(group) or places & {place for a in group for place in a.printed}:
            made += group
        else:
            apart.append(group)
    return [made, *apart]


def _vague(group: Sequence[Absent]) -> bool:
    return not any(a.sender or a.recipient for a in group)


def _one(group: Sequence[Absent]) -> Unheld:
    """What the mentions tell together; who names both parties is heard first."""
    told = sorted(group, key=lambda a: -bool(a.sender) - bool(a.recipient))
    return Unheld(
        what=told[0].what,
        sender=next((a.sender for a in told if a.sender), ""),
        recipient=next((a.recipient for a in told if a.recipient), ""),
        earliest=next((a.earliest for a in told if a.earliest), ""),
        latest=next((a.latest for a in told if a.latest), ""),
        number=told[0].number,
        printed=tuple(dict.fromkeys(place for a in told for place in a.printed)),
        fate=next((a.fate for a in told if a.fate), ""),
        mentions=tuple(group),
    )
