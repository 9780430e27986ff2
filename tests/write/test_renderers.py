"""Renderers: the same page as text, Markdown, notes, HTML, JSON, CSV and a picture, all safe."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from letterbook.model import LetterbookError, Line, Span, When
from letterbook.record import Record
from letterbook.write import RENDERERS, Wanted, as_obsidian, write
from letterbook.write.as_csv import as_csv
from letterbook.write.as_html import as_html
from letterbook.write.as_json import as_json
from letterbook.write.as_markdown import as_markdown
from letterbook.write.as_svg import as_svg
from letterbook.write.as_text import as_text
from letterbook.write.page import (
    Cited,
    Heading,
    Index,
    Label,
    Page,
    Paragraph,
    Row,
    Table,
    compose,
    line,
)

PIN = Span("s", 0, 5)
OTHER = Span("t", 2, 9)
CITED = (
    Cited("s", Span("s", 0, 90), "Farr to Averill, 1957", "Farr to Averill, November 3, 1957."),
    Cited("t", Span("t", 0, 90), "Averill to Farr, 1957", "Averill to Farr, November 9, 1957."),
)
DAY = datetime.date(1957, 11, 3)
SVG = "{http://www.w3.org/2000/svg}"


def page(words: str = "“The gates are raised.”", title: str = "A page") -> Page:
    """A page with one of everything, saying `words`."""
    parts = (
        Heading("Part", 2), Heading("", 3, "s", (line("November 3, 1957", PIN),)),
        Paragraph((line(words, PIN), line("“Thanks.”", PIN), line("“No.”", OTHER)), "Says"),
        Paragraph((line(words, PIN),), manner="item"),
        Paragraph((line("two", OTHER),), manner="item"),
        Paragraph((line(words, PIN),), manner="quotation"),
        Table(("date", "event", "how dated"), (
            Row((line("1957-11-03", PIN), line(words, PIN), Label("letter")), When(DAY, DAY)),
            Row((line("[1958]", PIN), line("two", OTHER), line("counted", PIN)),
                When(DAY.replace(1958, 1, 1), DAY.replace(1958, 12, 31)), True),
            Row((line("undated", OTHER), line("three", OTHER), Label("")), When(None, None)),
        )),
    )  # fmt: skip
    texts = {"s": "x" * 90, "t": "y" * 90}
    return compose(title, "timeline", parts, CITED, texts.__getitem__, "How it was made.")


# --- the page -------------------------------------------------------------------------------------


def test_no_line_without_a_pin() -> None:
    """A sentence that rests on nothing cannot be written, nor an empty one."""
    with pytest.raises(LetterbookError, match="without a pin"):
        line("The gates are raised.")
    with pytest.raises(LetterbookError):
        line("  ", PIN)


def test_compose() -> None:
    """A page holds the words at each pin, and only what is needed stays cited."""
    made = compose(
        "A", "brief", [Paragraph((line("a", PIN),))], CITED, {"s": "abcdefgh"}.__getitem__
    )
    assert made.words == {PIN: "abcde"}
    assert [c.id for c in made.cited] == ["s"]


def test_index_finds_the_innermost() -> None:
    """A pin in a letter that a telegram carries is the letter's."""
    inner = Cited("s.2", Span("s", 0, 50), "inner", "inner.")
    index = Index((*CITED, inner))
    assert index.at(PIN) == inner
    assert index.at(Span("s", 40, 60)) == CITED[0]
    assert index.at(Span("nowhere", 0, 1)) is None


# --- text and Markdown ----------------------------------------------------------------------------


def test_text() -> None:
    """References stand where the source changes, not after each sentence; sources at the end."""
    told = as_text(page())
    assert "Says: “The gates are raised.” “Thanks.” [1] “No.” [2]" in told
    assert "[1] Farr to Averill, November 3, 1957." in told
    assert "1957-11-03              “The gates are raised.” [1] (letter)" in told
    assert told.endswith("How it was made.\n")
    assert max(map(len, told.splitlines())) <= 100


def test_markdown() -> None:
    """Footnotes, a list in one piece, a table."""
    told = as_markdown(page())
    assert "**Says:** “The gates are raised.” “Thanks.”[^1] “No.”[^2]" in told
    assert "- “The gates are raised.”[^1]\n- two[^2]" in told
    assert "| 1957-11-03 | “The gates are raised.”[^1] | letter |" in told
    assert "[^2]: Averill to Farr, November 9, 1957." in told


HOSTILE = (
    "<script>alert(1)</script> | [x](javascript:1) # `a` ![](http://x) *b* \x1b[31m \u202e &amp;"
)


def test_nothing_is_markup() -> None:
    """What a document says is shown, never obeyed, in Markdown and in HTML."""
    told = as_markdown(page(HOSTILE, HOSTILE))
    assert "<script" not in told.replace("\\<script", "")
    assert "](javascript" not in told.replace("\\](javascript", "")
    assert "\x1b" not in told and "\u202e" not in told
    rows = [row for row in told.splitlines() if row.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}
    html = HTMLParser(as_html(page(HOSTILE, HOSTILE)))
    assert not html.css("script, img, iframe, link, object")
    assert all((a.attributes["href"] or "").startswith("#source-") for a in html.css("a"))


# --- notes ----------------------------------------------------------------------------------------


def test_obsidian() -> None:
    """The page and a note for each source; links between them; frontmatter that YAML reads."""
    first, *others = as_obsidian(page())
    assert first.name == "A page.md"
    assert first.text.startswith(
        '---\ntitle: "A page"\ndg-publish: true\ndg-permalink: "letterbook/a-page"\n'
    )
    assert [note.name for note in others] == [
        "Farr to Averill, 1957 (s).md",
        "Averill to Farr, 1957 (t).md",
    ]
    links = set(re.findall(r"\[\[([^\]|\\]+)", first.text))
    assert links == {note.name.removesuffix(".md") for note in others}
    assert 'aliases: ["Farr to Averill, 1957", "s"]' in others[0].text


def test_obsidian_regests(sample: Record) -> None:
    """A calendar: each entry in the note of its letter, linked to the letter it answers."""
    made = write(sample, "regest", Wanted(("exchange-with-king-aurel.txt",)))
    first, *others = as_obsidian(made)
    names = [note.name.removesuffix(".md") for note in others]
    assert len(set(names)) == len(names)
    assert set(re.findall(r"\[\[([^\]|]+)", first.text)) <= set(names)
    answer = next(note for note in others if note.name.startswith("Aurel R. to Amos Tredway"))
    assert "**Answers:** Amos Tredway to Aurel II" in answer.text
    assert "[[Amos Tredway to Aurel II, October 2, 1956" in answer.text


@pytest.mark.parametrize("title", ["a/b\\c:d", "..", "CON: <x> |#^[]", "x" * 500, "\x00", "—"])
def test_obsidian_names(title: str) -> None:
    """Any title gives a file name for any system."""
    name = as_obsidian(page(title=title))[0].name
    assert not re.search(r'[\\/:*?"<>|#^\[\]\x00-\x1f]', name)
    assert 3 < len(name) < 120
    assert name.strip(".")


# --- HTML, JSON, CSV, picture ---------------------------------------------------------------------


def test_html() -> None:
    """One file, nothing fetched; headings in order, notes that references lead to."""
    told = as_html(page())
    html = HTMLParser(told)
    assert "http" not in told.replace("http://www.w3.org/2000/svg", "")
    assert [node.text() for node in html.css("h1")] == ["A page"]
    targets = {f"#{node.attributes['id']}" for node in html.css("li[id]")}
    assert {a.attributes["href"] for a in html.css("a")} == targets
    assert [node.attributes["lang"] for node in html.css("html")] == ["en"]
    assert len(html.css("table tbody tr")) == 3
    assert "@media print" in told


def test_json() -> None:
    """Each line with its pins, whose they are, and the words that stand there."""
    told = json.loads(as_json(page()))
    says = told["parts"][2]["lines"][0]
    assert says["text"] == "“The gates are raised.”"
    assert says["pins"] == [{"of": "s", "source": "s", "start": 0, "end": 5, "words": "xxxxx"}]
    row = told["parts"][-1]["rows"][1]
    assert (row["date"], row["earliest"], row["inferred"]) == ("1958", "1958-01-01", True)


def test_csv() -> None:
    """A row for each event, days apart; nothing that a spreadsheet would run."""
    rows = list(csv.DictReader(io.StringIO(as_csv(page("=1+1")))))
    assert [row["date"] for row in rows] == ["1957-11-03", "1958", "undated"]
    assert rows[0]["event"] == "'=1+1"
    assert (
        rows[1] | {"inferred": "yes", "earliest": "1958-01-01", "latest": "1958-12-31"} == rows[1]
    )
    prose = compose(
        "A", "brief", page().parts[:-1], CITED, {"s": "x" * 9, "t": "y" * 9}.__getitem__
    )
    assert next(csv.DictReader(io.StringIO(as_csv(prose))))["label"] == "Says"


def test_svg() -> None:
    """A picture with a title and a description; the words of each dated event; open marks."""
    picture = ElementTree.fromstring(as_svg(page()))
    assert picture.attrib["role"] == "img"
    assert picture.findtext(f"{SVG}title") == "A page"
    assert "2 dated events from 1957 to 1958" in (picture.findtext(f"{SVG}desc") or "")
    words = " ".join(node.text or "" for node in picture.iter(f"{SVG}text"))
    assert "“The gates are raised.”" in words
    assert "1 without a day not drawn" in words


def test_svg_of_many() -> None:
    """Of more than sixty events each month has a bar with its number; all are counted."""
    rows = tuple(
        Row((line("d", PIN), line("e", PIN), Label("")), When(day, day), n % 3 == 0)
        for n in range(100) for day in [DAY + datetime.timedelta(5 * n)]
    )  # fmt: skip
    many = Page("Many", "timeline", (Table(("a", "b", "c"), rows),), CITED, {PIN: "x"})
    words = [node.text for node in ElementTree.fromstring(as_svg(many)).iter(f"{SVG}text")]
    assert sum(int(word) for word in words if word and word.isdigit()) == 100


def test_svg_of_nothing() -> None:
    """What has no day cannot be drawn, and the message says so."""
    with pytest.raises(LetterbookError, match="no dated event"):
        as_svg(Page("A", "brief", ()))


@pytest.mark.parametrize("form", sorted(RENDERERS))
@pytest.mark.parametrize("kind", ["regest", "timeline"])
def test_sample(sample: Record, kind: str, form: str) -> None:
    """Every format of a page of the sample; a calendar has no picture."""
    made = write(sample, kind, Wanted(("river-commission",)))
    if (kind, form) == ("regest", "svg"):
        with pytest.raises(LetterbookError):
            RENDERERS[form](made)
        return
    assert RENDERERS[form](made).endswith("\n")


@given(st.text(min_size=1).filter(str.strip))
def test_any_words(words: str) -> None:
    """Whatever a document says, XML, HTML, CSV and JSON stay whole."""
    made = page(words, words)
    ElementTree.fromstring(as_svg(made))
    assert len(HTMLParser(as_html(made)).css("tbody tr")) == 3
    assert len(list(csv.reader(io.StringIO(as_csv(made))))) == 4
    assert json.loads(as_json(made))["title"] == words
    assert as_text(made) and as_markdown(made)


def test_pins_of_the_lines() -> None:
    """`lines` gives every line of a page, those of headings and tables too."""
    texts = [x.text for x in page().lines]
    assert "November 3, 1957" in texts
    assert "counted" in texts
    assert "letter" not in texts
    assert all(isinstance(x, Line) for x in page().lines)
