"""A reference in the formats of reference managers: BibTeX, RIS, CSL-JSON; and as running text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from letterbook.model import LetterbookError, Name, When
from letterbook.write.cite import Reference, briefly, chicago, frus
from letterbook.write.day_words import in_words
from letterbook.write.legible import legible

_TEX = re.compile(r"([\\{}$&#^_~%])")


def cite(reference: Reference, style: str) -> str:
    """The citation in a style; raises LetterbookError for one that is not known."""
    if style not in STYLES:
        raise LetterbookError(f'no citations in "{style}"; the styles are: {", ".join(STYLES)}')
    return STYLES[style](reference)


# --- CSL-JSON -------------------------------------------------------------------------------------


def csl(reference: Reference) -> str:
    """One item of CSL-JSON, as Zotero and pandoc read it."""
    return json.dumps([item(reference)], ensure_ascii=False, indent=2) + "\n"


def item(reference: Reference) -> dict[str, Any]:
    """The item as a dictionary; what is not known is left out."""
    letter, printed, held = reference.letter, reference.volume, reference.archive
    pages = reference.pages
    made: dict[str, Any] = {
        "id": reference.id,
        "type": "personal_communication" if letter else "document",
        "title": legible(briefly(reference)),
    }
    if letter:
        made |= {"author": [_csl_name(n) for n in letter.senders],
                 "recipient": [_csl_name(n) for n in letter.recipients],
                 "issued": _csl_date(letter.when), "genre": letter.kind,
                 "event-place": letter.place, "number": letter.number}  # fmt: skip
    if printed:
        made |= {"container-title": printed.name, "collection-title": printed.series,
                 "volume": printed.number, "volume-title": printed.title,
                 "page": "–".join(dict.fromkeys((*pages[:1], *pages[-1:])))}  # fmt: skip
    if held:
        made |= {"archive": held.repository, "archive_location": held.collection}
    return {
        key: legible(value) if isinstance(value, str) else value
        for key, value in made.items()
        if value
    }


def _csl_name(name: Name) -> dict[str, str]:
    given, family = _split(name)
    return {"family": family, "given": given} if given else {"literal": family}


def _split(name: Name) -> tuple[str, str]:
    """Given names and surname; an office has no given name."""
    words = legible(name.name).split()
    if len(words) < 2:
        return "", legible(name.name or name.office)
    return " ".join(words[:-1]), words[-1]


def _csl_date(when: When | None) -> dict[str, Any]:
    if when is None or (when.earliest is None and when.latest is None):
        return {}
    days = [day for day in dict.fromkeys((when.earliest, when.latest)) if day]
    made: dict[str, Any] = {"date-parts": [[d.year, d.month, d.day] for d in days]}
    return made | ({"circa": True} if when.doubt or None in (when.earliest, when.latest) else {})


# --- BibTeX ---------------------------------------------------------------------------------------


def bibtex(reference: Reference) -> str:
    """A BibTeX entry."""
    fields = "".join(f"  {key} = {{{words}}},\n" for key, words in _bibtex(reference) if words)
    key = re.sub(r"\W", "-", reference.id)
    return f"@misc{{{key},\n{fields}}}\n"


def _bibtex(reference: Reference) -> Iterator[tuple[str, str]]:
    letter = reference.letter
    if letter:
        yield "author", " and ".join(_tex_name(n) for n in letter.senders)
    yield "title", _tex(briefly(reference))
    when = letter.when if letter else None
    if when and (when.earliest or when.latest):
        yield "date", _tex(when.edtf)
        yield "year", str((when.earliest or when.latest).year)  # type: ignore[union-attr]
    yield "howpublished", _tex(frus(reference) if reference.volume else "")
    yield "note", _tex(chicago(reference))


def _tex_name(name: Name) -> str:
    given, family = _split(name)
    return f"{_tex(family)}, {_tex(given)}" if given else f"{{{_tex(family)}}}"


def _tex(words: str) -> str:
    """Words in which nothing is a command of TeX."""
    return _TEX.sub(lambda m: "\\textbackslash{}" if m[1] == "\\" else f"\\{m[1]}{{}}"
                    if m[1] in "^~" else f"\\{m[1]}", legible(words))  # fmt: skip


# --- RIS ------------------------------------------------------------------------------------------


def ris(reference: Reference) -> str:
    """A RIS record."""
    return (
        "".join(f"{tag}  - {legible(words)}\n" for tag, words in _ris(reference) if words)
        + "ER  - \n"
    )


def _ris(reference: Reference) -> Iterator[tuple[str, str]]:
    letter, printed, held = reference.letter, reference.volume, reference.archive
    yield "TY", "PCOMM" if letter else "GEN"
    yield "ID", reference.id
    yield "TI", briefly(reference)
    if letter:
        yield from (("AU", _ris_name(name)) for name in letter.senders)
        yield from (("A2", _ris_name(name)) for name in letter.recipients)
        day = (letter.when.earliest or letter.when.latest) if letter.when else None
        yield "DA", day.strftime("%Y/%m/%d") if day else ""
        yield "PY", str(day.year) if day else ""
        yield "M3", letter.kind
        yield "PP", letter.place
        yield "N1", in_words(letter.when) if letter.inferred else ""
    if printed:
        yield "T2", printed.name
        yield "VL", printed.number
        yield from (
            (("SP", reference.pages[0]), ("EP", reference.pages[-1])) if reference.pages else ()
        )
    if held:
        yield "DB", held.repository
        yield "AV", held.collection


def _ris_name(name: Name) -> str:
    given, family = _split(name)
    return f"{family}, {given}" if given else family


STYLES: dict[str, Callable[[Reference], str]] = {
    "chicago": chicago, "frus": frus, "bibtex": bibtex, "ris": ris, "csl": csl,
}  # fmt: skip
"""Every style and what makes it."""
