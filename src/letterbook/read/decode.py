"""Bytes → text, and in which encoding.

A text that leaves this file has LF line ends, no NUL and no lone surrogate, so that every room
behind it (and SQLite) can hold it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from letterbook.read.guess import NAMES, guess

LOST = "\ufffd"  # stands where a character could not be read

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins like that one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z][A-Za-z0-9._:-]{1,40})""")
SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the decoding had to give up or mend; `offset` is its place in the text."""

    problem: str
    advice: str
    offset: int


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, the encoding it was read in, and what went wrong on the way."""

    text: str
    encoding: str
    faults: tuple[Fault, ...] = ()


def decode(data: bytes, declares: bool = False) -> Decoded:
    """Read `data` as text; never raises.

    `declares`: the format may state its encoding in its first lines, as HTML and XML do; the
    statement is believed when the bytes are not UTF-8 and it decodes them.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _tidy(data[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _wide(data)
    if wide:
        return _tidy(data.decode(wide, "replace"), wide)
    try:
        return _tidy(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, declares)


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32 without a byte order mark: "D\\0e\\0a\\0r\\0" has a NUL in every pair."""
    head = data[:4096]
    if len(head) < 4 or b"\0" not in head:
        return ""
    zeros = [head[k::4].count(0) / max(len(head[k::4]), 1) for k in range(4)]
    if min(zeros[2:]) > 0.9 and zeros[0] < 0.3:
        return "utf-32-le"
    if min(zeros[:2]) > 0.9 and zeros[3] < 0.3:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else ""


def _not_utf8(data: bytes, first: int, declares: bool) -> Decoded:
    stated = _declared(data) if declares else ""
    if stated:
        try:
            return _tidy(data.decode(stated), stated)
        except (UnicodeDecodeError, LookupError):
            pass  # the statement is wrong; look at the bytes instead
    mixed = _mixed(data, first)
    if mixed:
        return mixed
    found = guess(data)
    text = data.decode(found, "replace")
    return _tidy(text, f"{NAMES.get(found, found.replace('_', '-'))} (guessed)")


def _declared(data: bytes) -> str:
    match = DECLARED.search(data[:2048])
    if not match:
        return ""
    name = match[1].decode("ascii").lower()
    if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        return "windows-1252"  # what browsers read it as: ’ and – stand at 0x92 and 0x96
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return ""
    # `rot13` and `base64` are codecs too; UTF-16 would have shown its NULs.
    textual = getattr(codec, "_is_text_encoding", False)
    unfit = codec.name.startswith(("utf", "unicode", "raw", "punycode", "idna", "undefined"))
    return "" if unfit or not textual else name


def _mixed(data: bytes, first: int) -> Decoded | None:
    """UTF-8 into which some Windows-1252 was pasted: good sequences must outweigh stray bytes."""
    text = data.decode("utf-8", "surrogateescape")
    strays = SURROGATES.findall(text)
    good = sum(1 for c in text if ord(c) > 127) - len(strays) if not text.isascii() else 0
    if good < 3 or good < 3 * len(strays):
        return None
    offset = len(data[:first].decode("utf-8", "replace"))
    count = "one byte" if len(strays) == 1 else f"{len(strays)} bytes"
    fault = Fault(
        f"{count} of Windows-1252 in a UTF-8 text, the first one here.",
        "They were read as Windows-1252; save the file anew as UTF-8 if a letter looks wrong.",
        offset,
    )
    return _tidy(SURROGATES.sub(_as_1252, text), "utf-8 with windows-1252", (fault,))


def _as_1252(stray: re.Match[str]) -> str:
    return bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace")


def _tidy(text: str, encoding: str, faults: tuple[Fault, ...] = ()) -> Decoded:
    """One kind of line end; what SQLite or a reader cannot hold as U+FFFD, and said so."""
    if "\r" in text:
        # The offset of a fault moves with the line ends before it.
        faults = tuple(Fault(f.problem, f.advice, len(_lines(text[: f.offset]))) for f in faults)
        text = _lines(text)
    if "\0" in text:
        fault = Fault(
            f"{text.count(chr(0))} NUL characters in the text, the first one here.",
            f"Each is shown as {LOST}; the file may be damaged, compare it with its original.",
            text.index("\0"),
        )
        faults, text = (*faults, fault), text.replace("\0", LOST)
    return Decoded(clean(text), encoding, faults)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean(text: str) -> str:
    """`text` without lone surrogates and NULs, which SQLite does not keep.

    A value in JSON or YAML frontmatter can bring them in as an escape: "\\\\ud800".
    """
    if text.isascii() and "\0" not in text:
        return text
    return SURROGATES.sub(LOST, text).replace("\0", LOST)
