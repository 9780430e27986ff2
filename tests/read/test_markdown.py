"""Markdown: the file as it stands, with what frontmatter and signs say."""

import pytest

from letterbook.model import Document, Name, Section, Trouble, Words, letter_id
from letterbook.read.decode import decode
from letterbook.read.markdown import read_markdown
from tests.read import seeds


def read(text):
    """The items of a document given as it is written here."""
    (item,) = read_markdown(decode(text.encode()), "letter.md")
    assert item.source.text == text
    return item


def found(item, kind):
    """(words, value) of the findings of a kind."""
    text = item.source.text
    return [(text[f.span.start : f.span.end], f.value) for f in item.findings if f.kind == kind]


def test_frontmatter_fields():
    """Each field of a letter points at its value between the fences."""
    item = read(seeds.MARKDOWN)
    assert found(item, "sender") == [("Anton Varga", Name("Anton Varga"))]
    assert found(item, "recipient") == [
        ("Ilse Osk", Name("Ilse Osk")), ("The Council", Name("The Council")),
    ]  # fmt: skip
    assert [(words, value.edtf) for words, value in found(item, "date")] == [
        ("1958-03-04", "1958-03-04")
    ]
    assert found(item, "place") == [("Norhaven", Words("Norhaven"))]
    assert found(item, "kind") == [("letter", Words("letter"))]
    fields = [f for f in item.findings if f.by.name == "frontmatter"]
    assert {f.of for f in fields} == {letter_id(item.source.id, 1)}
    ((words, value),) = found(item, "furniture")
    assert words.endswith("type: letter\n---\n")
    assert (value.label, value.join) == ("frontmatter", "")


def test_sections_and_notes():
    """Headings of both kinds, a note and its mark."""
    item = read(seeds.MARKDOWN)
    assert found(item, "section") == [
        ("# The line", Section("The line", 1)), ("Second head", Section("Second head", 2)),
    ]  # fmt: skip
    ((words, note),) = found(item, "note")
    assert (words, note.kind) == ("Source: Line Archive.", "source")
    ((mark, marker),) = found(item, "marker")
    assert mark == "[^1]"
    assert item.source.text[marker.note.start : marker.note.end] == words


@pytest.mark.parametrize(
    ("front", "kinds"),
    [
        ('---\n{"from": "A", "permalink": "/x/"}\n---\n', {"sender"}),
        ('+++\nfrom = "A"\ndate = 1958-03-04\n+++\n', {"sender", "date"}),
        ("---\nFrom: {name: A, office: Clerk}\n---\n", {"sender"}),
        ("---\ndate: early March 1958\n---\n", set()),
        ("---\ndate: 1962-02-30\nto: B\n---\n", {"recipient"}),
        ("---\ndate: 1958-03/1958-04\n---\n", {"date"}),
        ("---\n---\n", set()),
    ],
)
def test_frontmatter_forms(front, kinds):
    """YAML, JSON and TOML; a date that is not ISO or EDTF is left to marking."""
    item = read(front + "Text.\n")
    assert {f.kind for f in item.findings} - {"furniture"} == kinds


def test_brief_is_a_document():
    """A type of history or brief makes a document of that form, and no letter."""
    item = read("---\ntitle: The Line\ntype: study brief\nauthor: A\n---\nText.\n")
    assert found(item, "document") == [("The Line", Document("brief", "The Line"))]
    assert not found(item, "sender")


@pytest.mark.parametrize(
    "front",
    [
        "---\nfrom: A\nText without an end\n",
        "---\nfrom: [A\n---\n",
        "---\na: &a [x, x]\nb: [*a, *a]\n---\n",
        "---\na: " + "[" * 5000 + "\n---\n",
        "---\na: " + "x" * 70_000 + "\n---\n",
        '---\n{"a": NaN2}\n---\n',
        "---\n" + "- " * 5000 + "\n---\na: 1",
        "---\nk: 1\n? [a]\n: b\n---\n",
    ],
)
def test_torn_frontmatter(front):
    """Frontmatter that cannot be read is told of; the text is read all the same."""
    item = read(front + "Text.\n")
    troubles = [value for _, value in found(item, "trouble")]
    assert all(isinstance(trouble, Trouble) for trouble in troubles)
    assert len(troubles) == (0 if front.startswith("---\n- ") else 1)


def test_code_is_not_structure():
    """A hash inside a fence is no heading."""
    assert not found(read("```\n# not a heading\n```\n"), "section")


def test_rule_is_not_frontmatter():
    """A typescript may begin with a rule across the page."""
    item = read("---\n\nNorhaven, 4 March\n\n---\nText\n")
    assert not item.findings
