"""What kind of file it is: by its content first, by its name's ending second."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from letterbook.read.markdown import Torn, frontmatter

HEAD = 8192  # bytes that are looked at
SAMPLE = 65_536  # characters that are looked at

SIGNATURES = (
    (b"%PDF-", "pdf"), (b"{\\rtf", "word"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word"),
    (b"PK\3\4", "zip"), (b"PK\5\6", "zip"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"), (b"7z\xbc\xaf\x27\x1c", "packed"), (b"Rar!\x1a\7", "packed"),
    (b"\x28\xb5\x2f\xfd", "packed"), (b"SQLite format 3\0", "database"),
    (b"\x89PNG\r\n\x1a\n", "image"), (b"\xff\xd8\xff", "image"), (b"GIF87a", "image"),
    (b"GIF89a", "image"), (b"II*\0", "image"), (b"MM\0*", "image"), (b"RIFF", "binary"),
    (b"\x7fELF", "binary"), (b"MZ\x90", "binary"), (b"\xca\xfe\xba\xbe", "binary"),
    (b"OggS", "binary"), (b"ID3", "binary"), (b"\x1aE\xdf\xa3", "binary"), (b"wOF", "binary"),
    (b"\0\0\0\x18ftyp", "binary"), (b"\0\0\0\x20ftyp", "binary"), (b"\0asm", "binary"),
)  # fmt: skip
OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis", b"mimetypeapplication/epub")
SUFFIXES = {".pdf": "pdf", ".doc": "word", ".docx": "word", ".odt": "word", ".rtf": "word",
            ".eml": "email", ".msg": "email", ".mbox": "email"}  # fmt: skip
MAIL = re.compile(
    rb"(?:From \S+@\S+ .*\d\d\d\d\r?\n|"
    rb"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[A-Za-z-]+): "
    rb"[^\n]*\n(?:[ \t][^\n]*\n)*[A-Z][A-Za-z-]+:)", re.I,
)  # fmt: skip

CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>)", re.S)
ROOT = re.compile(r"\s*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
TEI_NAME = "http://www.tei-c.org/ns/1.0"
TEI_ROOTS = ("TEI", "TEI.2", "teiCorpus", "teiCorpus.2")

ANSWERS = {
    "pdf": ("PDF is not read yet.", "Save it as text (pdftotext) and read that."),
    "word": (
        "Word and office files are not read yet.",
        "Save it as plain text or HTML and read that.",
    ),
    "email": ("E-mail is not read yet.", "Save the message as plain text and read that."),
    "packed": ("This kind of archive is not read.", "Unpack it, or pack it as zip or tar."),
    "image": ("It is an image, not a text.", "Run text recognition on it and read the text."),
    "database": ("It is a database, not a text.", "Export the letters as text and read those."),
    "binary": ("It is not a text.", "Nothing was read; leave it out or convert it to text."),
}
"""What is said of a file of a kind that is not read."""


def signature(data: bytes, name: str) -> str:
    """The kind that the first bytes show: a key of `ANSWERS`, an archive, or nothing (a text)."""
    head, suffix = data[:HEAD], PurePosixPath(name).suffix.lower()
    kind = next((kind for start, kind in SIGNATURES if head.startswith(start)), "")
    if kind == "zip" and any(sign in head[:2000] for sign in OFFICE):
        return "word"
    if kind == "word" and suffix == ".msg":
        return "email"
    if not kind and head[257:262] == b"ustar":
        return "tar"
    if not kind and MAIL.match(head):
        return "email"
    return kind or SUFFIXES.get(suffix, "")


def garbled(text: str) -> bool:
    """Whether too many characters are no text's: the file is binary, whatever its name."""
    sample = text[:SAMPLE]
    strange = len(CONTROL.findall(sample))
    return strange >= 4 and strange > 0.05 * len(sample)


def form(text: str, name: str) -> str:
    """Which reader a text is for: tei, xml, html, markdown or plain."""
    suffix = PurePosixPath(name).suffix.lower()
    head = text[:SAMPLE]
    start = head.lstrip()[:200].lower()
    if start.startswith("<"):
        kind = _tagged(head, start, suffix)
        if kind:
            return kind
    if suffix in (".md", ".markdown", ".mdown", ".qmd"):
        return "markdown"
    if head.startswith(("---", "+++")):
        try:
            return "markdown" if frontmatter(text) else "plain"
        except Torn:
            return "markdown"
    return "plain"


def _tagged(head: str, start: str, suffix: str) -> str:
    """tei, xml or html for a text that begins with a tag; nothing if the tag means nothing."""
    if start.startswith(("<!doctype html", "<html")):
        return "html"
    at = 0
    while match := PROLOGUE.match(head, at):
        at = match.end()
    root = ROOT.match(head, at)
    name = root[1] if root else ""
    if name in TEI_ROOTS or (TEI_NAME in head and start.startswith(("<?xml", "<tei", "<!doctype"))):
        return "tei"
    if TEI_NAME in head[: at + 2000] and suffix in (".xml", ".tei"):
        return "tei"
    if name.lower() == "html" or suffix in (".html", ".htm", ".xhtml"):
        return "html"
    return "xml" if start.startswith("<?xml") or suffix in (".xml", ".tei") else ""
