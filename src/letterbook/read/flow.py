"""The text of a marked-up document as it is written out, and where its elements stand in it."""

from __future__ import annotations

import re

# What stands between two pieces of text; the strongest that was asked for wins.
CLOSE, SPACE, TAB, LINE, BLANK = range(5)
BREAKS = ("", " ", "\t", "\n", "\n\n")


OPENING = ("(", "[", "\t")
SPACES = re.compile("  +")


def single_spaced(text: str) -> str:
    """`text` with one space for each run of what XML calls white space; others (U+00A0) stay."""
    lines = [line for whole in text.split("\n") if (line := whole.strip(" \t"))]
    joined = " ".join(lines)
    if "\t" in joined:
        joined = joined.replace("\t", " ")
    return SPACES.sub(" ", joined) if "  " in joined else joined


class Mark:
    """An element and the characters it covers; `inner` when it belongs to an attachment."""

    __slots__ = ("attrs", "end", "inner", "start", "tag", "words")

    def __init__(self, tag: str, attrs: dict[str, str], inner: bool = False) -> None:
        """A mark that has opened and waits for its first word."""
        self.tag = tag
        self.attrs = attrs
        self.inner = inner
        self.start = self.end = -1
        self.words = ""  # of an element whose words are kept out of the text


class Flow:
    """Text with its white space collapsed, written piece by piece: a body, or one note of it.

    `cap` is the strongest break it lets through: a cell keeps its paragraphs on one line.
    """

    __slots__ = ("asked", "cap", "label", "marks", "parts", "size", "type", "waiting")

    def __init__(self, cap: int = BLANK, label: str = "", type: str = "") -> None:
        """An empty flow; `label` and `type` are those of a note."""
        self.parts: list[str] = []
        self.size = 0
        self.asked = CLOSE
        self.cap = cap
        self.marks: list[Mark] = []
        self.waiting: list[Mark] = []
        self.label = label
        self.type = type

    def add(self, data: str) -> None:
        """Add character data whose white space is single spaces already; the hot path."""
        asked, size = self.asked, self.size
        if data == " ":
            if not asked:
                self.asked = SPACE
            return
        if data[0] == " ":
            data = data[1:]
            asked = asked or SPACE
        elif asked == SPACE and data[0] in ",.;:)]":
            asked = CLOSE  # indentation inside the tags: "<hi>Tehran</hi>\n</placeName>, 12 May"
        if data[-1] == " ":
            data = data[:-1]
            self.asked = SPACE
        else:
            self.asked = CLOSE
        start = size
        # No space after a bracket either: "(<persName>\n<hi>Wiley</hi>".
        if asked and size and (asked > SPACE or self.parts[-1][-1:] not in OPENING):
            data = BREAKS[asked] + data
            start += 1 if asked < BLANK else 2
        if self.waiting:
            for mark in self.waiting:
                mark.start = start
            self.waiting.clear()
        self.parts.append(data)
        self.size = size + len(data)

    def write(self, data: str) -> None:
        """Add character data as it comes, with line ends and runs of spaces."""
        words = single_spaced(data)
        before = " " if data[0] in " \n\t" else ""
        after = " " if words and data[-1] in " \n\t" else ""
        if before or words:
            self.add(f"{before}{words}{after}")

    def keep(self, text: str) -> None:
        """Add text as it stands, with its spaces and line ends (a typescript in `pre`)."""
        if self.asked and self.size:
            self.parts.append(BREAKS[self.asked])
            self.size += len(BREAKS[self.asked])
        for mark in self.waiting:
            mark.start = self.size
        self.waiting.clear()
        self.parts.append(text)
        self.size += len(text)
        self.asked = CLOSE

    def part(self, strength: int) -> None:
        """Ask for a break before the next word."""
        if strength > self.cap:
            strength = self.cap
        if strength > self.asked:
            self.asked = strength

    def tab(self) -> None:
        """Begin the next cell of a row, also when this one or the next is empty."""
        between = BREAKS[self.asked] if self.asked > TAB and self.size else ""
        self.parts.append(between + "\t")
        self.size += len(between) + 1
        self.asked = CLOSE

    def open(self, mark: Mark) -> Mark:
        """Let `mark` begin at the next word."""
        self.marks.append(mark)
        self.waiting.append(mark)
        return mark

    def shut(self, mark: Mark) -> None:
        """Let `mark` end after the last word; one without words stands where it is."""
        mark.end = self.size
        if mark.start < 0:
            self.waiting.remove(mark)
            mark.start = self.size

    def point(self, mark: Mark) -> None:
        """Put `mark` before the next word, without length (a page begins here)."""
        self.open(mark)

    def pin(self, mark: Mark) -> None:
        """Put `mark` right behind the last word, without length (a note hangs here)."""
        mark.start = mark.end = self.size
        self.marks.append(mark)

    def text(self) -> str:
        """All that was written; marks that still wait are put at its end."""
        for mark in self.waiting:
            mark.start = self.size
        self.waiting.clear()
        for mark in self.marks:
            if mark.end < mark.start:
                mark.end = mark.start if mark.tag == "pb" else self.size
        return "".join(self.parts)
