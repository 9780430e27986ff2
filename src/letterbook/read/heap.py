"""The heap: which files there are, and what each one holds."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from letterbook.model import By, Finding, Reading, Span, Trouble
from letterbook.read import archive
from letterbook.read.archive import Allowance
from letterbook.read.decode import Decoded, clean, decode
from letterbook.read.html import read_html
from letterbook.read.markdown import read_markdown
from letterbook.read.plain import read_plain
from letterbook.read.recognise import ANSWERS, HEAD, form, garbled, signature
from letterbook.read.tei import read_tei

LIMIT = 64_000_000  # bytes of a file that is read whole
DEPTH = 2  # archives inside archives
ARCHIVES = ("zip", "tar", "gzip", "bzip2", "xz")
OWN = (".db", ".db-wal", ".db-shm", ".db-journal")  # a letterbook among the letters


# --- one file -----------------------------------------------------------------------------------


def read_path(path: Path, name: str, limit: int = LIMIT) -> Iterator[Reading | Trouble]:
    """Everything one file holds, as sources with what their markup says; archives are opened.

    `name` is the path as the record names it; a member of an archive is `name!member`. `limit`
    is the most bytes a file or member may have. Never raises for what a file holds.
    """
    name = clean(name)
    try:
        before = path.stat()
        if not stat.S_ISREG(before.st_mode):
            yield Trouble(
                name, "It is not a regular file.", "Pipes, devices and folders are passed over."
            )
            return
        with _opened(path) as file:
            kind = signature(file.read(HEAD), name)
            file.seek(0)
            if kind in ARCHIVES:
                empty = True
                for item in _members(file, kind, name, limit, Allowance(), 1):
                    empty = False
                    yield item
                if empty:
                    yield Trouble(name, "The archive holds no files.", "Nothing was read.")
                if _changed(before, path):
                    yield _moved(name)
                return
    except OSError as error:
        yield _unreadable(name, error)
        return
    data = _whole(path, name, limit, before)
    yield from [data] if isinstance(data, Trouble) else read_bytes(data, name)


def _opened(path: Path) -> IO[bytes]:
    # A pipe put in the place of the file after it was looked at must not make us wait.
    return cast(
        IO[bytes], os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")
    )


def _unreadable(name: str, error: OSError) -> Trouble:
    reason = error.strerror or type(error).__name__
    return Trouble(
        name, f"It cannot be read ({reason}).", "Check that it is there and may be read."
    )


def _moved(name: str) -> Trouble:
    return Trouble(
        name, "The file changed while it was read.", "Read it again when it is finished."
    )


def _changed(before: os.stat_result, path: Path) -> bool:
    now = path.stat()
    return (before.st_size, before.st_mtime_ns) != (now.st_size, now.st_mtime_ns)


def _whole(path: Path, name: str, limit: int, before: os.stat_result) -> bytes | Trouble:
    """The bytes of a file that stood still while they were read; it gets a second chance."""
    try:
        for _ in range(2):
            if before.st_size > limit:
                return _too_large(name, before.st_size, limit)
            with _opened(path) as file:
                data = file.read(limit + 1)
            if len(data) <= limit and len(data) == before.st_size and not _changed(before, path):
                return data
            before = path.stat()
    except OSError as error:
        return _unreadable(name, error)
    return _moved(name)


def _too_large(name: str, size: int, limit: int) -> Trouble:
    return Trouble(
        name, f"The file has {size / 1e6:,.1f} MB; at most {limit / 1e6:,.1f} MB are read.",
        "Split it, or raise the limit with --max-size.",
    )  # fmt: skip


# --- bytes --------------------------------------------------------------------------------------


def read_bytes(data: bytes, name: str) -> Iterator[Reading | Trouble]:
    """The sources in the bytes of a file that is not an archive."""
    if not data.strip():
        yield Trouble(name, "The file is empty.", "Nothing was read.")
        return
    kind = signature(data, name)
    if kind in ANSWERS:
        yield Trouble(name, *ANSWERS[kind])
        return
    decoded = decode(data, declares=data.lstrip()[:1] == b"<")
    if garbled(decoded.text):
        yield Trouble(name, *ANSWERS["binary"])
        return
    if not decoded.text.strip():
        yield Trouble(name, "The file is empty.", "Nothing was read.")
        return
    faults = [
        (fault.offset, _fault(name, decoded, fault.offset, k))
        for k, fault in enumerate(decoded.faults)
    ]
    silent = True
    for item in _read(decoded, name):
        if faults and isinstance(item, Reading):
            item, faults = _told(item, faults), []
        silent = False
        yield item
    yield from (trouble for _, trouble in faults)
    if silent:
        yield Trouble(name, "There are no words in it, only markup.", "Nothing was read.")


def _read(decoded: Decoded, name: str) -> Iterator[Reading | Trouble]:
    kind = form(decoded.text, name)
    if kind == "tei":
        yield from read_tei(decoded, name)
    elif kind == "html":
        yield from read_html(decoded, name)
    elif kind == "markdown":
        yield from read_markdown(decoded, name)
    else:
        if kind == "xml":
            advice = "It was read as plain text with its tags; export it as TEI or text."
            yield Trouble(name, "It is XML, but not TEI or XHTML.", advice)
        yield from read_plain(decoded, name)


def _fault(name: str, decoded: Decoded, offset: int, k: int) -> Trouble:
    fault = decoded.faults[k]
    return Trouble(name, fault.problem, fault.advice, decoded.text.count("\n", 0, offset) + 1)


def _told(reading: Reading, faults: list[tuple[int, Trouble]]) -> Reading:
    """The reading with what went wrong in decoding, at the character where its text has it."""
    source, added = reading.source, []
    for offset, trouble in faults:
        as_it_stood = source.format in ("plain", "markdown") and offset < len(source.text)
        start, end = (offset, offset + 1) if as_it_stood else (0, 0)
        added.append(Finding(Span(source.id, start, end), "trouble", trouble, By("rule", "decode")))
    return Reading(source, (*added, *reading.findings))


def _members(
    file: IO[bytes], kind: str, name: str, limit: int, left: Allowance, depth: int
) -> Iterator[Reading | Trouble]:
    """What the members of an archive hold, also of archives inside it."""
    used: dict[str, int] = {}
    for member in archive.members(file, cast(archive.Kind, kind), name, limit, left):
        if isinstance(member, Trouble):
            yield member
            continue
        inner = f"{name}!{member.name}"
        count = used[inner] = used.get(inner, 0) + 1
        if count > 1:  # a zip may hold two files of one name
            inner = f"{inner} ({count})"
        packed = signature(member.data, inner)
        if packed not in ARCHIVES:
            yield from read_bytes(member.data, inner)
        elif depth >= DEPTH:
            yield Trouble(
                inner, "It is an archive too deep inside others.", "Unpack it and read it alone."
            )
        else:
            yield from _members(io.BytesIO(member.data), packed, inner, limit, left, depth + 1)


# --- folders ------------------------------------------------------------------------------------


def walk(paths: Iterable[Path]) -> Iterator[Path | Trouble]:
    """The files at and below `paths`, sorted within each folder, each one once.

    Hidden files and letterbooks below a folder are passed over; a folder is entered once,
    however many links lead to it.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _below(path, seen)


def _below(top: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Trouble]:
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            found = path.stat()
            if (found.st_dev, found.st_ino) in seen:
                continue
            seen.add((found.st_dev, found.st_ino))
            if stat.S_ISDIR(found.st_mode):
                waiting.extend(sorted(_visible(path), reverse=True))
            else:
                yield path
        except OSError as error:
            yield _unreadable(clean(path.as_posix()), error)


def _visible(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if not entry.name.startswith(".") and not entry.name.endswith(OWN):
            yield entry
