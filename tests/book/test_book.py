"""The Python door: a heap is read, asked, corrected."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import letterbook
from letterbook.book import Book, Progress
from letterbook.book.heap import name_of
from letterbook.book.work import Rooms
from letterbook.model import LetterbookError, Name
from tests.record.dump import dump, sound
from tests.record.fake import letter, mark, read_path


def test_reading_twice_changes_nothing(book, heap):
    """The second reading leaves every file alone, and the record as it was."""
    folder = heap(a=letter(), b=letter(place="Ost"))
    first = book.read([folder])
    assert (first.read, first.unchanged, first.letters) == (2, 0, 2)
    before = dump(book.path)
    second = book.read(folder)
    assert (second.read, second.unchanged, second.letters) == (0, 2, 0)
    assert dump(book.path) == before


def test_digest_decides_not_the_clock(book, heap):
    """A file of the same size and time but other words is read; a touched one is not."""
    folder = heap(a=letter(place="Ost"))
    book.read(folder)
    stat = (folder / "a.txt").stat()
    heap(a=letter(place="Sud"))
    os.utime(folder / "a.txt", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert book.read(folder).read == 1
    assert book.list()[0].place == "Sud"
    os.utime(folder / "a.txt")
    assert book.read(folder).unchanged == 1


def test_a_newer_reader_reads_again(book, heap, rooms):
    """Files read by an older letterbook are read anew; so they are when asked."""
    folder = heap(a=letter())
    book.read(folder)
    assert book.read(folder, again=True).read == 1
    newer = Rooms(rooms.walk, rooms.read, rooms.mark, "2", 9999)
    with Book(book.path, using=newer) as later:
        assert later.read(folder).read == 1


def test_gone_files_are_kept_and_said(book, heap):
    """What the record has is not thrown away because a file was moved."""
    folder = heap(a=letter(), b=letter())
    book.read(folder)
    (folder / "b.txt").unlink()
    assert book.read(folder).gone == ("in/b.txt",)
    assert len(book.list()) == 2


def test_one_bad_file_never_stops_a_heap(book, heap):
    """Trouble is kept with its file; a file of which nothing can be read keeps what it had."""
    folder = heap(a=letter(), b="torn" + letter(), c=letter())
    summary = book.read([folder, folder / "none.txt"])
    assert (summary.read, summary.letters) == (3, 3)
    assert [t.path for t in book.troubles()] == [str(folder / "none.txt"), "in/b.txt"]
    heap(c="torn")
    again = book.read(folder)
    assert again.failed == ("in/c.txt",)
    assert "keeps what it read" in again.troubles[0].advice
    assert len(book.list()) == 3
    heap(c=letter(place="Ost"))
    book.read(folder)
    assert [x.place for x in book.list(within="c.txt")] == ["Ost"]
    assert not [t for t in book.troubles() if t.path == "in/c.txt"]


def test_too_big_is_said_with_what_to_do(book, heap):
    """The limit is handed to the reader, and its word kept."""
    summary = book.read(heap(a=letter()), limit=10)
    assert "--max-size" in str(summary.troubles[0])
    assert summary.failed == ("in/a.txt",)


def test_the_record_itself_is_not_read(book, heap):
    """A book in the folder it reads does not read itself."""
    heap(a=letter())
    assert book.read(book.path.parent).names == ("in/a.txt",)


def stumble(path: Path, name: str, limit: int):
    """A reader with a fault in it."""
    if "b" in path.name:
        raise ValueError("a fault")
    return read_path(path, name)


def test_a_fault_of_ours_costs_one_file(book, heap, rooms):
    """The file is named, the others are read."""
    faulty = Rooms(rooms.walk, stumble, mark, "1", 9999)
    with Book(book.path, using=faulty) as other:
        summary = other.read(heap(a=letter(), b=letter(), c=letter()))
    assert (summary.read, summary.failed) == (2, ("in/b.txt",))
    assert "ValueError: a fault" in summary.troubles[0].problem


@pytest.mark.skipif(sys.platform == "win32", reason="the fake reader is not importable there")
def test_many_processes_give_the_same_record(book, heap, tmp_path, rooms, monkeypatch):
    """With a reader that is killed in one file, the others come out as if read one by one."""
    monkeypatch.setattr("letterbook.book.pool.SMALL", 0)
    monkeypatch.setattr("letterbook.book.pool.GROUP", 300)
    files = {f"f{n}": letter(place=f"P{n}") for n in range(12)}
    folder = heap(**files, die="die")
    told: list[Progress] = []
    summary = book.read(folder, jobs=3, progress=told.append)
    assert summary.failed == ("in/die.txt",)
    assert "memory" in summary.troubles[0].problem
    last = [p for p in told if not p.linking][-1]
    assert (summary.read, last.files, last.files_total) == (12, 13, 13)
    (folder / "die.txt").unlink()
    with Book(tmp_path / "one.db", using=rooms) as single:
        single.read(folder, jobs=1)
    both = [dump(tmp_path / name) for name in ("kk.db", "one.db")]
    assert both[0].pop("trouble") and not both[1].pop("trouble")
    assert both[0] == both[1]


def test_stopped_while_reading(book, heap, rooms):
    """After Ctrl-C the record holds what progress told, and reading goes on from there."""
    folder = heap(a=letter(), b=letter(place="Ost"))

    def stop(progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        book.read(folder / "a.txt", progress=stop)
    assert sound(book.path)
    assert book.read(folder).unchanged == 1
    assert len(book.list()) == 2


def test_show_opens_a_letter_for_reading(book, heap):
    """Page marks are skipped, note marks shown, notes set apart."""
    body = "Dear Sir, the talks are in [Page 3] no sense[n1] negotiations.\nn1 See\nno more."
    book.read(heap(a=letter(body=body)))
    shown = book.show("a.txt")
    assert "in   no sense[1] negotiations." in shown.text and "n1" not in shown.text
    assert [(n.label, n.words) for n in shown.notes] == [("1", "n1 See")]
    assert shown.letter.senders == (Name("Ana Vell", "Regent"),)
    assert "[Page 3]" in shown.raw


def test_names_of_files(tmp_path):
    """Files beside, above, and with bytes that are no UTF-8."""
    assert name_of(tmp_path / "x.txt", tmp_path / "sub") == "../x.txt"
    assert name_of(Path(os.fsdecode(b"/a/caf\xe9.txt")), Path("/a")) == "caf\\xe9.txt"


def test_open_is_the_door(tmp_path, monkeypatch):
    """`letterbook.open` makes a record, and will not make one to read from."""
    with letterbook.open(tmp_path / "new.db") as book:
        assert not [*book.list(), *book.find("peace"), *book.sources(), *book.troubles()]
    with pytest.raises(LetterbookError, match="no such record"):
        letterbook.open(tmp_path / "none.db", readonly=True)
    monkeypatch.setenv("LETTERBOOK_WHO", "A. Reader")
    assert letterbook.book.book.whoever() == "A. Reader"
