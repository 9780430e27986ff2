"""The measures of the house find what is too long, untyped, undocumented or too broad."""

from __future__ import annotations

from pathlib import Path

from bench import style


def house(tmp_path: Path, text: str) -> list[style.File]:
    """A house of one file."""
    (tmp_path / "room.py").write_text(text, encoding="utf-8")
    return style.files(tmp_path)


def broken(tmp_path: Path, text: str) -> str:
    """All limits that a file breaks."""
    rows = style.measures(house(tmp_path, text), [])
    return "\n".join(line for row in rows for line in row.broken)


def test_a_good_file_breaks_nothing(tmp_path: Path):
    """Typed, documented, short."""
    text = '"""A room."""\n\n\ndef go(a: int) -> int:\n    """Go."""\n    return a\n'
    assert not broken(tmp_path, text)


def test_faults_are_named_with_their_place(tmp_path: Path):
    """Each fault says file, line and what."""
    text = "def go(a):\n    try:\n        return a\n    except Exception:\n        return None\n"
    said = broken(tmp_path, text)
    assert "room.py:1 go has none (typed %)" in said
    assert "room.py:1 go has none (docstrings %)" in said
    assert "room.py:4 catches everything" in said


def test_tidying_up_and_raising_again_is_not_broad(tmp_path: Path):
    """A handler that ends in a bare raise lets everything through."""
    text = "try:\n    x = 1\nexcept BaseException:\n    x = 2\n    raise\n"
    assert not style.broad(house(tmp_path, text))


def test_long_files_and_functions_are_broken(tmp_path: Path):
    """61 lines of function, 401 lines of file."""
    long = "def go() -> None:\n" + "    pass\n" * 60
    assert "go has 61 lines" in broken(tmp_path, long)
    assert "room.py has 401 lines" in broken(tmp_path, "x = 1\n" * 401)
