"""Names completed from the same source.

"Mr. Farr" is the Nathaniel Farr who signs the other letters of the file; his office may stand in
another letter's address block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from letterbook.mark.sheet import Found
from letterbook.model import Finding, Name
from letterbook.text import fold

_COURTESY = re.compile(r"^(?:Mr|Ms|Miss|Dr|M|Herr|Señor|Signor|Monsieur)\.?\s(?=\S)")


def resolve(made: list[Finding], found: Found) -> list[Finding]:
    """`made` (senders and recipients) with names and offices completed.

    Only where exactly one person bears the name; the words that complete it are kept in `because`.
    """
    known = Known()
    for finding in [*found.all("signature"), *found.all("address"), *made]:
        known.add(finding)
    return [_completed(finding, known) for finding in made]


class Known:
    """Whoever is named with more than a surname on the sheet, found again by surname."""

    def __init__(self) -> None:
        """Nobody is known yet."""
        self.surnames: dict[str, dict[tuple[str, str], list[Finding]]] = {}
        self.cached: dict[str, list[Finding]] = {}

    def add(self, finding: Finding) -> None:
        """Take in a finding that names somebody in full."""
        name = _name(finding)
        bare = _bare(name.name)
        if len(bare.split()) > 1:
            alike = self.surnames.setdefault(_surname(bare), {})
            alike.setdefault((bare, name.office), []).append(finding)

    def alike(self, plain: str) -> list[Finding]:
        """One or two findings for each name and office that may be the person called `plain`."""
        if plain not in self.cached:
            groups = self.surnames.get(_surname(plain), {})
            same = (fs for (bare, _), fs in groups.items() if same_person(plain, bare))
            self.cached[plain] = [
                f for fs in same for f in {f.span: f for f in fs[:2] + fs[-2:]}.values()
            ]
        return self.cached[plain]


def _surname(name: str) -> str:
    return next(iter(fold(name).text.replace(".", "").split()[-1:]), "")


def same_person(a: str, b: str) -> bool:
    """ "N. Farr", "Mr. Farr" and "Nathaniel Farr" may be one; "Nora Vale" and "Tom Vale" not."""
    left, right = fold(a).text.replace(".", "").split(), fold(b).text.replace(".", "").split()
    if not left or not right or left[-1] != right[-1]:
        return False
    return len(left) == 1 or len(right) == 1 or left[0][0] == right[0][0]


def _completed(finding: Finding, known: Known) -> Finding:
    name, because = _name(finding), finding.because
    plain = _bare(name.name)
    if plain and not name.acting_for:
        alike = known.alike(plain)
        if fuller := _fullest(plain, alike):
            plain, because = _spelled(_bare(_name(fuller).name)), (*because, fuller.span)
        told = _office_of(alike, finding)
        if told and not name.office and " " in plain:
            name, because = replace(name, office=_name(told).office), (*because, told.span)
    name = replace(name, name=plain if " " in plain else name.name)
    spans = tuple(s for s in dict.fromkeys(because) if s != finding.span)
    return replace(finding, value=name, because=spans)


def _name(finding: Finding) -> Name:
    assert isinstance(finding.value, Name)
    return finding.value


def _bare(name: str) -> str:
    """A name without its courtesy title; "Mrs. Daniel Quill" keeps hers, it is part of the name."""
    return _COURTESY.sub("", name)


def _spelled(name: str) -> str:
    """ "AMOS J. TREDWAY" as it is written elsewhere."""
    return " ".join(
        w.capitalize() if w.isupper() and len(w.strip(".,")) > 1 and "." not in w[:-1] else w
        for w in name.split()
    )


def _fullest(plain: str, alike: Sequence[Finding]) -> Finding | None:
    """The one fuller spelling of `plain`; None where there is none, or several persons."""
    fuller = {_spelled(_bare(_name(f).name)): f for f in alike if _fuller(_name(f).name, plain)}
    last = [
        f
        for spelled, f in fuller.items()
        if not any(o != spelled and _fuller(o, spelled) and same_person(spelled, o) for o in fuller)
    ]
    return last[0] if len(last) == 1 else None


def _fuller(name: str, than: str) -> bool:
    words, plain = _bare(name).split(), than.split()
    if len(plain) == 1:
        return len(words) > 1
    initial = len(plain[0].strip(".")) == 1 and len(words[0].strip(".")) > 1
    return initial and words[0][0] == plain[0][0]


def _office_of(alike: Sequence[Finding], finding: Finding) -> Finding | None:
    others = (f for f in alike if _name(f).office and f.span != finding.span)
    offices = {_name(f).office: f for f in others}
    return next(iter(offices.values())) if len(offices) == 1 else None
