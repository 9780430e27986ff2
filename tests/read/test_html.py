"""HTML: the page without its menus, with its notes."""

import pytest

from letterbook.model import Quotation, Reading, Section, Trouble
from letterbook.read.decode import decode
from letterbook.read.html import read_html
from tests.read import seeds


def read(text):
    """The items of a document given as it is written here."""
    return list(read_html(decode(text.encode(), True), "page.html"))


def body(text):
    """The text of a page with this body."""
    (item,) = read(f"<!doctype html><body>{text}")
    return item.source.text


def test_page():
    """Menus and scripts are gone; blocks, lists, rows and notes stand as one reads them."""
    (item,) = read(seeds.HTML)
    assert item.source.text == (
        "A letter from Norhaven\n\nNorhaven, 4\xa0March\n1958\n\n"
        "We propose a line.1 It is <short>.\n\nNo line, no peace.\n\none\ntwo\n\na\t\tc\n\n"
        "  1. Source: Line Archive."
    )


def test_page_findings():
    """Headings, quotations, the note and its marker."""
    (item,) = read(seeds.HTML)
    text = item.source.text
    values = {f.kind: (text[f.span.start : f.span.end], f.value) for f in item.findings}
    assert values["section"] == ("A letter from Norhaven", Section("A letter from Norhaven", 1))
    assert values["quote"] == ("No line, no peace.", Quotation("block"))
    words, note = values["note"]
    assert (words, note.label, note.kind) == ("Source: Line Archive.", "1", "source")
    mark, marker = values["marker"]
    assert mark == "1"
    assert text[marker.note.start : marker.note.end] == words


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<pre>  x\n\n   y</pre>", "  x\n\n   y"),
        ("<p>a <b> b</b> c", "a b c"),
        ("<p>AT&amp;T &#8212; x<script>evil()</script>", "AT&T — x"),
        ("<p hidden>no</p><p style='display: none'>no</p>yes", "yes"),
        ("<form><p>" + "long " * 100 + "</p></form>", ("long " * 100).strip()),
        ("<form><input value=q>Search</form><p>" + "word " * 20, ("word " * 20).strip()),
        ("<main><aside>kept</aside>words</main>", "kept\n\nwords"),
        ("<div class='menu'>" + "all the words there are " * 9 + "</div>x",
         ("all the words there are " * 9).strip() + "\n\nx"),
        ("<div class='cookie-banner'>Accept</div><p>" + "word " * 20, ("word " * 20).strip()),
        ("<template>no</template><svg><text>no</text></svg>yes", "yes"),
    ],
)  # fmt: skip
def test_pieces(html, text):
    """Small constructs, and what is dropped or kept."""
    assert body(html) == text


def test_note_beside_the_text():
    """A footnote in an aside is kept, its own number is not part of it."""
    (item,) = read(
        "<!doctype html><p>Peace<a href='#n1' role='doc-noteref'>1</a> now, and more words.</p>"
        "<aside role='doc-footnote' id='n1'>1. See Document 5.</aside>"
    )
    text = item.source.text
    (note,) = [f for f in item.findings if f.kind == "note"]
    assert text[note.span.start : note.span.end] == "See Document 5."
    assert text.startswith("Peace1 now")


def test_deep_nesting_is_unwrapped():
    """A hundred thousand divs in one another: the words survive, and the page says so."""
    (item,) = read("<!doctype html><body>" + "<div>" * 100_000 + "deep")
    assert item.source.text == "deep"
    assert [f.kind for f in item.findings] == ["trouble"]


def test_page_without_text():
    """A page that a script would fill is trouble, with advice."""
    (item,) = read("<!doctype html><body><script>draw()</script>")
    assert isinstance(item, Trouble)


def test_articles_are_one_source():
    """Several articles on a page are one source."""
    items = read("<!doctype html><article>one</article><article>two</article>")
    assert [item.source.text for item in items if isinstance(item, Reading)] == ["one\n\ntwo"]
