"""What holds of `mark` whatever the text: no exception, spans inside, twice is once."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark import RULES, mark
from letterbook.model import ASSERTED, KINDS, Finding, Source

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
LETTERS = [
    file.read_text(encoding="utf-8", errors="replace")
    for file in sorted((ROOT / "examples" / "heap").rglob("*"))
    if file.suffix in (".txt", ".md", ".html")
]
SINGLE = """number heading kind dateline date place salutation classification telegram channel
subject address provenance""".split()
PIECES = st.sampled_from(
    [
        "Port Selm, March 4, 1957", "Dear Mr. Farr:", "Sincerely,", "Ruth Averill", "SECRET",
        "162. Letter From Premier Corder to King Aurel", "No. 7", "TO: The Minister", "[Page 7]",
        "Following is text of message from the Premier to Mr. Vale:", "“Dear Nat:", "[Enclosure]",
        "His Excellency", "1. Source: Central Files. Secret.", "- 2 -", "287", "* * *", "\f",
        "[Here follow 7 pages]", "214. Eyes only for Strand from Farr.", "undated", "Vardény,",
        "**Key Quotes:**", "- “The gates stand open.”", "THE PREMIER", "RA/mq", "For the Minister:",
        "The Ministry presents its compliments to the Legation and has the honor to ask.",
        "I have read your note on the gates and have nothing to add to it. " * 4,
    ]
)  # fmt: skip


def holds(text: str) -> tuple[Finding, ...]:
    """Mark a text, check what must hold of any findings, and give them back."""
    source = Source.of(text, "letter.txt")
    findings = mark(source)
    letters = {f.of for f in findings if f.kind == "letter"}
    for finding in findings:
        assert finding.kind in KINDS and isinstance(finding.value, KINDS[finding.kind])
        for span in (finding.span, *finding.because):
            assert span.source == source.id
            assert 0 <= span.start <= span.end <= len(text)
        assert not finding.of or finding.of in letters
        assert 0 < finding.score <= 1
        assert finding.by.kind == "rule"
    asserted = Counter((f.of, f.kind) for f in findings if f.of and f.score >= ASSERTED)
    assert not [key for key, count in asserted.items() if key[1] in SINGLE and count > 1]
    assert [f.span.start for f in findings] == sorted(f.span.start for f in findings)
    assert sum(f.kind == "document" for f in findings) == 1
    assert mark(source) == findings
    return findings


@given(st.text(max_size=300))
def test_any_text_can_be_marked(text: str) -> None:
    """Whatever the characters, marking gives findings that point into the text."""
    holds(text)


@given(
    st.lists(PIECES, max_size=14).map("\n".join) | st.lists(PIECES, max_size=14).map("\n\n".join)
)
def test_the_parts_of_letters_in_any_order_can_be_marked(text: str) -> None:
    """Headings, datelines, salutations in an order no letter has."""
    holds(text)


@given(st.sampled_from(LETTERS), st.randoms(use_true_random=False))
def test_mutated_letters_can_be_marked(text: str, chance: random.Random) -> None:
    """The sample letters with lines lost, doubled and moved and with characters struck out."""
    lines = text[:6000].split("\n")
    for _ in range(chance.randrange(1, 8)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        act = chance.randrange(4)
        if act == 0 and len(lines) > 1:
            del lines[at]
        elif act == 1:
            lines.insert(other, lines[at])
        elif act == 2:
            lines[at], lines[other] = lines[other], lines[at]
        else:
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + lines[at][cut + 1 :]
    holds("\n".join(lines))


@pytest.mark.parametrize("text", LETTERS, ids=range(len(LETTERS)))
def test_sample_letters_hold(text: str) -> None:
    """What must hold holds of every sample letter as it is."""
    assert holds(text)


@given(st.lists(PIECES, max_size=10).map("\n\n".join))
def test_marking_over_its_own_findings_adds_nothing_new(text: str) -> None:
    """An unsent candidate stays one: no field that was open is asserted by marking it again."""
    source = Source.of(text, "letter.txt")
    first = mark(source)
    ids = {finding.id for finding in first}
    assert {finding.id for finding in mark(source)} == ids
    assert len(ids) == len(set(first))


def test_rules_have_names_of_their_own() -> None:
    """Each rule is listed once and its findings carry a rule's name."""
    names = [name for name, _ in RULES]
    assert len(names) == len(set(names))
    signed = {f.by.name for text in LETTERS for f in mark(Source.of(text, "letter.txt"))}
    assert signed <= set(names) and len(signed) > 8


LETTER = "Port Selm, March 4, 1957\n\nDear Mr. Farr:\n\nYes.\n\nSincerely,\n\nN. Vale\n\n"
CARRIED = "following message:\nDear Mr. Farr:\n"
QUOTED = "following message:\n“Dear Mr. Farr:\n"
HEADED = "7. Letter From Vale "
ADVERSE = {
    "spaces": " " * 100_000 + "x",
    "spaces and a page mark": " " * 100_000 + "[Page",
    "form feeds in spaces": (" " * 500 + "\fx") * 200,
    "brackets": "[" * 50_000,
    "closed brackets": "[2 lines] " * 20_000,
    "page marks": "[Page 3] x " * 20_000,
    "digits": "7" * 100_000,
    "numbered": "\n".join(f"{n}. Seven 1 2 3" for n in range(20_000)),
    "digits and notes": "1 12 a1 " * 20_000 + "".join(f"\n{n}. Vale" for n in range(1, 999)),
    "capitals": "VALE " * 20_000,
    "one word of capitals": ("For " + "V" * 170 + "\n") * 2_000,
    "capital words": "For Vale Oreno From " * 6_000,
    "routing": "For Vale Oreno From Huddle To Strand" * 4 + "\n\nx",
    "header lines": "To:\n" * 20_000,
    "salutations": "Dear Mr. Farr:\n" * 20_000,
    "datelines": "Port Selm, March 4, 1957\n" * 20_000,
    "letters": LETTER * 4_000,
    "carried letters": "7. Letter From A to B\n" + CARRIED * 8_000,
    "quoted letters": "7. Letter From A to B\n" + QUOTED * 8_000,
    "quotation marks": '"a ' * 30_000,
    "open quotes": "“" * 50_000,
    "hashes": ("#" * 190 + "x\n") * 20,
    "stars": ("* " * 3 + "\n") * 20_000 + "x",
    "dots": ". " * 50_000 + "x",
    "to to to": HEADED + "to Oreno " * 40,
    "and and and": HEADED + "and Oreno, " * 36 + "to Farr",
    "brackets of names": HEADED + "(Oreno " * 50,
    "commas": "Yours, " + ", " * 85,
    "compliments": "The A" + "presents its compliments to " * 60,
}


@pytest.mark.parametrize("text", ADVERSE.values(), ids=ADVERSE.keys())
def test_no_text_takes_forever(text: str) -> None:
    """Marking ends, and finds the one document there is. The timeout is only a net."""
    program = (
        "import sys; from letterbook.mark import mark; from letterbook.model import Source;"
        "text = sys.stdin.buffer.read().decode();"
        "print(sum(f.kind == 'document' for f in mark(Source.of(text, 'a.txt'))))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        input=text.encode(),
        capture_output=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert ended.stdout == b"1\n"
