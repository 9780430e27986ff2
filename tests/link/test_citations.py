"""Citations resolved into a small record: two parts of one volume, and another volume."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from letterbook.link.citations import Edition, edition_of, named, resolve
from letterbook.model import Citation

TITLES = {
    "v7p1.xml": "Foreign Relations of the United States, 1958–1960, Volume VII, Part 1, Malta",
    "v7p2.xml": "Foreign Relations of the United States, 1958–1960, Volume VII, Part 2, Crete",
    "v3.xml": "Foreign Relations of the United States, 1951, Volume III, Letters",
}
LETTERS = {  # id: edition, number, pages
    "a1": ("v7p1.xml", "1", "3"), "a2": ("v7p1.xml", "2", "4"), "a3": ("v7p1.xml", "3", "4"),
    "b4": ("v7p2.xml", "4", "90"), "c1": ("v3.xml", "1", "3"),
}  # fmt: skip


class Drawer:
    """A shelf of five letters."""

    def edition(self, letter: str) -> str:
        """The volume of a letter."""
        return LETTERS[letter][0]

    def title(self, edition: str) -> Edition:
        """Its title, read."""
        return edition_of(TITLES[edition])

    def editions(self, name: Edition) -> Sequence[str]:
        """Every volume of that name."""
        return [
            path
            for path, title in TITLES.items()
            if edition_of(title)[:3] == name[:3] and name.part in ("", edition_of(title).part)
        ]

    def numbered(self, edition: str, number: str) -> Sequence[str]:
        """By number."""
        return [key for key, (path, n, _) in LETTERS.items() if (path, n) == (edition, number)]

    def paged(self, edition: str, page: str) -> Sequence[str]:
        """By page."""
        return [key for key, (path, _, p) in LETTERS.items() if (path, p) == (edition, page)]

    def beside(self, letter: str, step: int) -> str:
        """The neighbour."""
        mine = [key for key, (path, *_) in LETTERS.items() if path == LETTERS[letter][0]]
        at = mine.index(letter) + step
        return mine[at] if 0 <= at < len(mine) else ""


@pytest.mark.parametrize(
    ("citation", "to"),
    [
        (Citation("document", number="3"), "a3"),
        (Citation("footnote", number="1", note="2"), "a1"),
        (Citation("footnote", note="2"), "a2"),
        (Citation("document", number="supra"), "a1"),
        (Citation("footnote", number="infra", note="5"), "a3"),
        (Citation("document", number="4"), "b4"),  # only Part 2 has it
        (Citation("document", volume="Part 2", number="4"), "b4"),
        (Citation("document", "Foreign Relations", "1951, vol. III", "1"), "c1"),
        (Citation("page", "Foreign Relations", "1951, vol. III", pages="3–5"), "c1"),
        (Citation("page", "Foreign Relations", "1958–60, vol. VII", pages="90"), "b4"),
        (Citation("page", pages="3"), "a1"),
        (Citation("document", "Foreign Relations", "1949, vol. III", "1"), ""),  # not held
        (Citation("document", number="77"), ""),
        (Citation("work", "The Asian Quarterly", "1972", pages="3"), ""),
    ],
)
def test_resolve(citation: Citation, to: str) -> None:
    """Seen from the letter a2; a reason is given exactly where a letter is."""
    answer = resolve(citation, "a2", Drawer())
    assert answer.citation.to == to
    assert bool(answer.reason) == bool(to)


def test_two_letters_on_a_page_stay_two() -> None:
    """Both are named, none asserted."""
    answer = resolve(Citation("page", pages="4"), "a1", Drawer())
    assert answer.citation.to == ""
    assert answer.candidates == ("a2", "a3")
    assert answer.reason == "2 letters are on page 4 of the same edition"


def test_the_reason_says_where() -> None:
    """In words."""
    citation = Citation("footnote", "Foreign Relations", "1951, vol. III", "1", "6")
    answer = resolve(citation, "a1", Drawer())
    assert answer.reason == "footnote 6, Document 1 of Foreign Relations, 1951, vol. III"


def test_beyond_the_last_letter_there_is_none() -> None:
    """Not the first again."""
    assert resolve(Citation("document", number="infra"), "a3", Drawer()).citation.to == ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Foreign Relations, 1961–1963, vol. XIX", ("foreign relations", "1961-1963", "19", "")),
        ("Papers, 1969–76, vol. E–15, Part 2", ("papers", "1969-1976", "E15", "2")),
        ("Foreign Relations, 1945, volume viii", ("foreign relations", "1945", "8", "")),
        ("Letters of a Clerk", ("letters of a clerk", "", "", "")),
    ],
)  # fmt: skip
def test_titles(title: str, expected: tuple[str, ...]) -> None:
    """Titles and citations name a volume alike."""
    assert edition_of(title) == Edition(*expected)


def test_what_a_citation_leaves_out_is_as_in_its_own_edition() -> None:
    """Series and years; not the part."""
    own = edition_of(TITLES["v7p1.xml"])
    assert named(Citation("page", volume="vol. IX", pages="3"), own) == own._replace(
        volume="9", part=""
    )
