"""Acts that are filed together, while they are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Group:
    """Acts filed under a term; `within` is the term of the larger entry it is a part of, `called`
    its title, `named` whether a person gave it.
    """

    term: str
    members: list[int] = field(default_factory=list)
    within: str = ""
    called: str = ""
    named: bool = False
