"""Archives → their members, one after another, in memory; nothing is ever written to disk.

No declared size is believed: members are unpacked in pieces and given up at the bounds below.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Literal, cast

from letterbook.model import Trouble
from letterbook.read.decode import clean

Kind = Literal["zip", "tar", "gzip", "bzip2", "xz"]

MEMBERS = 10_000
TOTAL = 1 << 30  # bytes that an archive may unpack to, with what is nested in it
RATIO = 200  # unpacked to packed; letters pack to a third, a bomb to a thousandth
SMALL = 1 << 20  # below this many bytes the ratio says nothing
DIRECTORY = 16 << 20  # bytes of a zip's table of contents
PIECE = 1 << 16
BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError,
          OSError, ValueError, RuntimeError, OverflowError, KeyError, IndexError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive: its name there, and its bytes."""

    name: str
    data: bytes


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked of one archive and all that is nested in it."""

    total: int = TOTAL
    members: int = MEMBERS


class Bomb(Exception):
    """Something unpacks to more than is allowed; the message says how much."""


def members(
    file: IO[bytes], kind: Kind, path: str, limit: int, left: Allowance
) -> Iterator[Member | Trouble]:
    """The members of an archive that may be read; `Trouble` for each that may not.

    `path` names the archive in messages; a member may have at most `limit` bytes.
    """
    opened = {"zip": _zipped, "tar": _tarred}.get(kind, _packed)
    try:
        yield from opened(file, kind, path, limit, left)
    except Bomb as bomb:
        yield Trouble(
            path, str(bomb), "Nothing more was read of it; unpack it yourself if you trust it."
        )
    except BROKEN as error:
        yield Trouble(path, f"The archive is damaged ({_reason(error)}).",
                      "What stood before the damage was read; get the archive anew.")  # fmt: skip


def _reason(error: BaseException) -> str:
    return clean(" ".join(str(error).split())[:100]) or type(error).__name__


def _forbidden(name: str) -> str:
    """Why a member's name is not followed, or nothing."""
    parts = name.replace("\\", "/").split("/")
    if not name.strip("/\\ ") or "\0" in name:
        return "has no proper name"
    if not parts[0] or parts[0][1:2] == ":":
        return "has an absolute path"
    return "climbs out of the archive" if ".." in parts else ""


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return (
        any(part.startswith(".") and part not in (".", "..") for part in parts)
        or parts[0] == "__MACOSX"
    )


def _refused(path: str, name: str, why: str, advice: str = "It was passed over.") -> Trouble:
    return Trouble(f"{path}!{clean(name)}", f"This member {why}.", advice)


def _bounded(stream: IO[bytes], packed: int, limit: int, left: Allowance) -> bytes | str:
    """All bytes of a member; in words, why not, if it is too large for us."""
    parts, size = [], 0
    while piece := stream.read(PIECE):
        size += len(piece)
        left.total -= len(piece)
        if left.total < 0:
            raise Bomb(f"The archive unpacks to more than {TOTAL >> 20:,} MB.")
        if size > SMALL and size > RATIO * max(packed, 1):
            return f"unpacks to more than {RATIO} times its size"
        if size > limit:
            return f"is larger than {limit / 1e6:,.0f} MB"
        parts.append(piece)
    return b"".join(parts)


def _count(left: Allowance) -> None:
    left.members -= 1
    if left.members < 0:
        raise Bomb(f"The archive has more than {MEMBERS:,} members.")


def _zipped(
    file: IO[bytes], _kind: Kind, path: str, limit: int, left: Allowance
) -> Iterator[Member | Trouble]:
    size = file.seek(0, 2)
    file.seek(max(size - 66_000, 0))
    tail = file.read()
    end = tail.rfind(b"PK\5\6")
    if (
        end >= 0
        and len(tail) >= end + 16
        and struct.unpack_from("<L", tail, end + 12)[0] > DIRECTORY
    ):
        raise Bomb("The archive's table of contents is too large.")
    file.seek(0)
    with zipfile.ZipFile(file) as opened:
        for info in opened.infolist():
            _count(left)
            if info.is_dir() or _hidden(info.filename):
                continue
            why = _forbidden(info.filename) or _unfit(info)
            if why:
                yield _refused(path, info.filename, why)
                continue
            yield _unzipped(opened, info, path, limit, left)


def _unfit(info: zipfile.ZipInfo) -> str:
    mode = info.external_attr >> 16
    if info.flag_bits & 1:
        return "is encrypted"
    kind = stat.S_IFMT(mode)
    return "is a link or a device" if kind and kind not in (stat.S_IFREG, stat.S_IFDIR) else ""


def _unzipped(
    opened: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, limit: int, left: Allowance
) -> Member | Trouble:
    try:
        with opened.open(info) as stream:
            data = _bounded(stream, info.compress_size, limit, left)
    except BROKEN as error:
        return _refused(path, info.filename, f"is damaged ({_reason(error)})")
    if isinstance(data, str):
        return _refused(
            path, info.filename, data, "It was passed over; unpack it and read it alone."
        )
    return Member(clean(info.filename), data)


def _tarred(
    file: IO[bytes], _kind: Kind, path: str, limit: int, left: Allowance
) -> Iterator[Member | Trouble]:
    with tarfile.open(fileobj=file, mode="r|") as opened:
        for info in opened:
            opened.members = []  # type: ignore[attr-defined]  # it would remember every member
            _count(left)
            if info.isdir() or _hidden(info.name):
                continue
            why = _forbidden(info.name) or ("" if info.isreg() else "is a link or a device")
            stream = opened.extractfile(info) if not why else None
            if stream is None:
                yield _refused(path, info.name, why)
                continue
            data = _bounded(stream, info.size, limit, left)
            if isinstance(data, str):
                yield _refused(
                    path, info.name, data, "It was passed over; unpack it and read it alone."
                )
            else:
                yield Member(clean(info.name), data)


class _Unpacked:
    """A packed stream that stops at the bounds; `tarfile` reads it like a file."""

    def __init__(self, stream: IO[bytes], packed: IO[bytes], left: Allowance) -> None:
        self.stream, self.packed, self.size, self.allowed = stream, packed, 0, left.total

    def read(self, size: int = PIECE) -> bytes:
        """At most `size` bytes (and never more than a piece); `Bomb` at the bounds."""
        data = self.stream.read(min(size, PIECE) if size >= 0 else PIECE)
        self.size += len(data)
        if self.size > self.allowed + MEMBERS * 1024:
            raise Bomb(f"The archive unpacks to more than {TOTAL >> 20:,} MB.")
        if self.size > SMALL and self.size > RATIO * max(self.packed.tell(), 1):
            raise Bomb(f"The archive unpacks to more than {RATIO} times its size.")
        return data


def _packed(
    file: IO[bytes], kind: Kind, path: str, limit: int, left: Allowance
) -> Iterator[Member | Trouble]:
    """One packed file, or a packed tar."""
    opener = {"gzip": _gunzip, "bzip2": _bunzip, "xz": _unxz}[kind]
    file.seek(0)
    head = _Unpacked(opener(file), file, left)
    first = b""
    while len(first) < 512 and (piece := head.read(512 - len(first))):
        first += piece
    file.seek(0)
    stream = _Unpacked(opener(file), file, left)
    if first[257:262] == b"ustar":
        yield from _tarred(stream, "tar", path, limit, left)  # type: ignore[arg-type]
        return
    _count(left)
    name = path.rpartition("/")[2].rpartition("!")[2].rpartition(".")[0] or "unpacked"
    data = _bounded(stream, 1 << 60, limit, left)  # type: ignore[arg-type]
    if isinstance(data, str):
        yield _refused(path, name, data, "It was passed over; unpack it and read it alone.")
    else:
        yield Member(name, data)


def _gunzip(file: IO[bytes]) -> IO[bytes]:
    return cast(IO[bytes], gzip.GzipFile(fileobj=file))


def _bunzip(file: IO[bytes]) -> IO[bytes]:
    return bz2.BZ2File(file)


def _unxz(file: IO[bytes]) -> IO[bytes]:
    return lzma.LZMAFile(file)
