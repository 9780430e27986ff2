"""The bench of nouns: how words stand in sentences, counted."""

from __future__ import annotations

from bench.train_nouns import SEEN, count

LETTER = "The gates of the river are shut. We shall open the gates. We wrote of it to Selm."


def counted(times: int) -> dict[str, tuple[int, int]]:
    """What is told of the words of a letter that stands so many times."""
    return {word: (often, share) for word, often, share in count(iter([LETTER] * times))}


def test_a_word_is_what_it_stands_as() -> None:
    """ "The gates of" is a noun, "shall open the" a verb; how often is told of 10,000 sentences."""
    told = counted(SEEN)
    assert told["gates"][0] == 6667
    assert told["gates"][1] > 8
    assert told["open"] == (3333, 0)


def test_names_are_not_told_of() -> None:
    """ "Selm" is a place of the letters, and no word of the dictionary."""
    assert "selm" not in counted(SEEN)


def test_a_rare_word_is_not_told_of() -> None:
    """What stands in few sentences may stand there by chance."""
    assert counted(SEEN - 1).keys() & {"river", "open"} == set()
