"""The full-text index: one part after much was read, and every word still found."""

from __future__ import annotations

from pathlib import Path

from letterbook.model import Source
from letterbook.record import File, Record, pack
from tests.record.fake import letter, mark


def parts(record: Record) -> int:
    """Of how many parts the index is made."""
    query = "SELECT count(DISTINCT segid) FROM search_idx"
    with record._asking() as con:
        return int(con.execute(query).fetchone()[0])


def read(record: Record, *numbers: int) -> None:
    """Keep letters, each made safe alone, as when reading takes its time."""
    with record.writing() as writing:
        for number in numbers:
            source = Source.of(letter(body=f"Sir, lamp number{number} is lit."), f"{number}.txt")
            packs = [pack(source, mark(source))]
            writing.keep_file(File(source.path, 1, 1, str(number), "1"), packs)
            writing.commit()


def test_a_record_read_in_one_go_has_one_part(tmp_path: Path):
    """However often it was made safe on the way; and each letter is found."""
    with Record(tmp_path / "kk.db") as record:
        read(record, *range(9))
        assert parts(record) == 1
        assert [len(record.find(f"number{n}")) for n in range(9)] == [1] * 9


def test_a_letter_more_does_not_make_the_index_anew(tmp_path: Path):
    """Only when a fourth is new: a year's letters come one by one."""
    with Record(tmp_path / "kk.db") as record:
        read(record, *range(9))
        read(record, 9)
        assert parts(record) == 2
        read(record, *range(10, 16))
        assert parts(record) == 1
        assert [len(record.find(f"number{n}")) for n in range(16)] == [1] * 16
