"""Which texts share wording: found wherever the passage stands, and formulas find nothing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.link.shingles import COMMON, candidates, likely, sketch
from letterbook.model import Source
from letterbook.record import File, Record, look, pack
from tests.record.fake import letter, mark

WORDS = """harbour pilots tariff grain winter consul packet answer regent treaty ships council
lantern ferry quarter customs village bridge timber granary letter payment frontier season
mountain vessel merchant anchor signal ledger""".split()


def prose(seed: int, size: int) -> str:
    """So many words that make no sense, the same for the same seed."""
    words = random.Random(seed)
    return " ".join(words.choice(WORDS) + words.choice(("", "s", "ed", "ing")) for _ in range(size))


def test_an_extract_is_found_in_a_long_letter():
    """Three hundred words in the middle of four thousand."""
    passage = prose(1, 300)
    whole = f"{prose(2, 2000)} {passage} {prose(3, 2000)}"
    assert list(candidates([sketch(whole), sketch(prose(4, 900)), sketch(passage)])) == [(0, 2)]


def test_page_marks_note_marks_and_broken_words_do_not_hide_it():
    """What printing puts into the words costs a shingle here and there."""
    plain = prose(5, 300)
    words = plain.split()
    words[100:100] = ["\n\n[Page 466]\n\n"]
    words[200] += "2"
    words[250] = f"{words[250][:3]}-\n{words[250][3:]}"
    shared = set(sketch(plain)) & set(sketch(" ".join(words)))
    assert len(shared) > 0.7 * len(sketch(plain))


def test_quotes_and_dashes_of_another_press_do_not_hide_it():
    """Signs of the typewriter and of the press."""
    text = f'the regent\'s packet - "{prose(6, 100)}" - he said'
    pressed = f"the regent’s packet—“{prose(6, 100)}”—he said"
    assert sketch(text) == sketch(pressed)


def test_formulas_find_nothing():
    """What stands in every letter of a chancery makes no pair."""
    formula = prose(7, 120)
    heap = [sketch(f"{formula} {prose(n, 60)}") for n in range(100, 100 + COMMON + 5)]
    assert list(candidates(heap)) == []
    assert shared_in_a_record(heap) == set()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=8))
def test_one_letter_at_a_time_finds_what_the_heap_finds(made: list[tuple[int, int]]) -> None:
    """Letters of two passages each, some in common: by the record's index the pairs of the heap."""
    heap = [sketch(f"{prose(a, 80)} {prose(b + 50, 80)}") for a, b in made]
    assert shared_in_a_record(heap) == set(candidates(heap))


def shared_in_a_record(heap: list[tuple[int, ...]]) -> set[tuple[int, int]]:
    """The pairs that a record finds letter by letter, by their place in the heap."""
    sources = [Source.of(letter(), f"{at}.txt") for at in range(len(heap))]
    places = {source.id: at for at, source in enumerate(sources)}
    pairs = set()
    with TemporaryDirectory() as folder, Record(Path(folder) / "kk.db") as record:
        with record.writing() as writing:
            for source, numbers in zip(sources, heap, strict=True):
                file = File(source.path, 1, 0, source.path, "1")
                writing.keep_file(file, [pack(source, mark(source))])
                writing.keep_looked(look(source.id, (), {}, {source.id: numbers}), "1")
        for source in sources:
            for other, shared, own, its in record.sharing(source.id, COMMON):
                if likely(shared, own, its):
                    one, two = sorted((places[source.id], places[other]))
                    pairs.add((one, two))
    return pairs


@given(st.text())
def test_any_text_has_a_sketch_that_a_database_can_hold(text: str) -> None:
    """Sorted, without doubles, in 63 bits."""
    numbers = sketch(text)
    assert list(numbers) == sorted(set(numbers))
    assert all(0 <= number < 2**63 for number in numbers)


def test_the_sketch_is_the_same_in_another_process():
    """Python salts its own hash of words; ours is not salted."""
    text = prose(8, 200)
    code = f"from letterbook.link.shingles import sketch; print(*sketch({text!r}))"
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        assert tuple(map(int, done.stdout.split())) == sketch(text)
    assert len(sketch(text)) > 10
