"""The heap: which files there are, what the record calls them, and which of them have changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from letterbook.model import Trouble
from letterbook.record import File


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading is: files and bytes done of those that had to be read.

    When `linking`, letters are tied to one another: `done` of `total` steps.
    """

    files: int = 0
    files_total: int = 0
    bytes: int = 0
    bytes_total: int = 0
    letters: int = 0
    linking: bool = False
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking did: letters looked at (anew), the seconds it took, and what went wrong."""

    letters: int = 0
    seconds: float = 0.0
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a reading did.

    `names`: every file met, as the record names it; `read`, `unchanged`: how many of them were
    read, or left alone because they are as they were; `failed`: those of which nothing could be
    read; `letters`: how many the files that were read hold; `troubles`: what went wrong in this
    reading; `gone`: files read before that are no longer there (the record keeps what it has);
    `moved`, `lost`: numbers of corrections that stand in another letter now, or in none;
    `linked`: what linking did after it.
    """

    names: tuple[str, ...]
    read: int
    unchanged: int
    failed: tuple[str, ...]
    letters: int
    troubles: tuple[Trouble, ...]
    gone: tuple[str, ...]
    moved: tuple[int, ...]
    lost: tuple[int, ...]
    seconds: float
    linked: Linked = Linked()


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be read: where it lies, and how it was when it was looked at."""

    path: Path
    file: File


def name_of(path: Path, folder: Path) -> str:
    """What a record in `folder` calls a file: relative, "/" between parts, in UTF-8.

    >>> name_of(Path("/archive/box1/a.txt"), Path("/archive"))
    'box1/a.txt'
    """
    try:
        relative = os.path.relpath(path.absolute(), folder.absolute())
    except ValueError:  # another drive
        relative = str(path.absolute())
    return os.fsencode(Path(relative).as_posix()).decode("utf-8", "backslashreplace")


def look(paths: Mapping[str, Path], reader: str, jobs: int) -> tuple[list[Task], list[Trouble]]:
    """Measure and hash the files, by their names; what cannot be read is trouble."""
    with ThreadPoolExecutor(jobs) as pool:  # hashing lets go of the interpreter's lock
        looked = list(pool.map(lambda name: _look(name, paths[name], reader), paths))
    tasks = [item for item in looked if isinstance(item, Task)]
    return tasks, [item for item in looked if isinstance(item, Trouble)]


def _look(name: str, path: Path, reader: str) -> Task | Trouble:
    try:
        stat = path.stat()
        with path.open("rb") as bytes:
            digest = hashlib.file_digest(bytes, "sha256").hexdigest()
    except OSError as error:
        return cannot_be_read(name, error)
    return Task(path, File(name, stat.st_size, stat.st_mtime_ns, digest, reader))


def cannot_be_read(name: str, error: OSError) -> Trouble:
    """What the system says about a file, in words."""
    said = (error.strerror or str(error)).lower()
    return Trouble(name, f"It cannot be read: {said}.", "Is it there, and may you read it?")


def changed_since(task: Task) -> bool:
    """Whether the file has changed since it was looked at."""
    try:
        stat = task.path.stat()
    except OSError:
        return True
    return (stat.st_size, stat.st_mtime_ns) != (task.file.size, task.file.mtime_ns)


def gone(known: Iterable[str], met: Iterable[str], folders: Iterable[str], home: Path) -> list[str]:
    """Files of the record that lay in one of the folders and are no longer there."""
    inside = tuple("" if folder == "." else f"{folder}/" for folder in folders)
    left = set(known) - set(met)
    return sorted(
        name for name in left if inside and name.startswith(inside) and not (home / name).exists()
    )
