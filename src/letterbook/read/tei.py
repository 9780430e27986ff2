"""TEI P5 → one source per document, with what the editors' tags say.

The text is a reading edition: white space collapsed, blocks apart, notes behind the body. In a
`choice` the writer's own form stands (sic, orig, abbr); deleted words are left out and kept in a
finding. The parser expands no entity and fetches nothing; a torn file is mended as far as it goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from letterbook.model import Reading, Trouble
from letterbook.read.decode import Decoded
from letterbook.read.tei_elements import WAYS
from letterbook.read.tei_volume import Refused, Volume

PIECE = 1 << 18  # bytes given to the parser at a time: finished documents leave between two pieces


def read_tei(decoded: Decoded, path: str) -> Iterator[Reading | Trouble]:
    """The documents of a TEI file in the order they end, and what is wrong with it."""
    volume, given = Volume(path, decoded, WAYS), 0
    data = volume.text.encode()
    try:
        for at in range(0, len(data) or 1, PIECE):
            volume.parser.Parse(data[at : at + PIECE], at + PIECE >= len(data))
            for item in volume.take():
                given += 1
                yield item
    except Refused as refused:
        advice = "Take the DTD out and put the signs themselves in, then read it again."
        yield Trouble(path, str(refused), advice)
        return
    except expat.ExpatError as error:
        yield from _mended(volume, decoded, given, error)
        return
    volume.finish()
    yield from volume.take()


def _mended(
    torn: Volume, decoded: Decoded, given: int, error: expat.ExpatError
) -> Iterator[Reading | Trouble]:
    """What a forgiving parser makes of a torn file, without the `given` items already out."""
    torn.finish()
    items, mended = torn.take(), _forgiven(torn.path, decoded)
    if mended is not None:
        mended.finish()
        whole = mended.take()[given:]
        items = whole if _size(whole) > _size(items) else items
    yield from items
    kept = sum(isinstance(item, Reading) for item in items) + given
    yield Trouble(
        torn.path,
        f"The XML breaks here ({expat.ErrorString(error.code)}).",
        f"{kept or 'No'} document{' was' if kept == 1 else 's were'} kept; the one at this line "
        "may be incomplete. Mend the file and read it again.",
        _line(decoded.text, error),
    )


def _size(items: list[Reading | Trouble]) -> int:
    return sum(len(item.source.text) for item in items if isinstance(item, Reading))


def _forgiven(path: str, decoded: Decoded) -> Volume | None:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        root = etree.fromstring(decoded.text.encode(), parser)
        if root is None:
            return None
        text = etree.tostring(root, encoding="unicode")
        volume = Volume(path, Decoded(text, decoded.encoding), WAYS)
        volume.parser.Parse(volume.text.encode(), True)
    except (etree.LxmlError, expat.ExpatError, Refused, ValueError):
        return None
    return volume


def _line(text: str, error: expat.ExpatError) -> int:
    """The line of the error in the file as it is; what was parsed had its lines joined."""
    parser = expat.ParserCreate("utf-8")
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as found:
        return found.lineno
    return error.lineno
