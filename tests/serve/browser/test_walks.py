"""What a reader does, done in a browser, with scripts and without."""

from __future__ import annotations

import re

FILE = "morveny-to-strand"


def open_letter(page, words: str) -> None:
    """Find a letter by its words and open it at them."""
    page.goto("/")
    page.get_by_role("searchbox", name="Search the letters").fill(words)
    page.get_by_role("button", name="Find").first.click()
    page.locator(".found h2 a").first.click()


def test_read_a_letter_and_follow_its_reply(page):
    """From the calendar to a letter, to the one that answers it, and back by the exchange."""
    page.goto("/letters")
    page.get_by_role("link", name="Kazmír Dolány to Julian Corder").click()
    assert page.locator("h1").inner_text() == "Kazmír Dolány to Julian Corder"
    page.get_by_role("link", name="Julian Corder to Kazmír Dolány, 17 April 1957").first.click()
    assert "I put off answering your letter" in page.locator(".text").inner_text()
    page.get_by_role("link", name=re.compile("The exchange")).click()
    assert page.locator(".turn").count() == 3
    assert page.locator(".turn.absent").count() == 1


def test_fill_a_gap(page):
    """The words that an editor left out open in their place."""
    open_letter(page, '"Here follow 3 pages"')
    fill = page.locator("details.fill")
    assert not fill.locator(".filled").is_visible()
    fill.locator("summary").click()
    assert fill.locator(".filled").is_visible()
    assert "To begin, then, with the fish." in fill.inner_text()
    fill.get_by_role("link").click()
    assert "copies/dolany-to-corder" in page.locator(".found-in").inner_text()


def test_search_opens_on_the_words(page):
    """The found words are marked, and the page stands where they are."""
    open_letter(page, '"sums and courtesy do not go"')
    mark = page.locator("mark.here")
    assert mark.inner_text() == "sums and courtesy do not go"
    box = mark.bounding_box()
    assert box and 0 <= box["y"] < page.viewport_size["height"]


def test_evidence_on_demand(page):
    """What the date rests on is highlighted, and put away again."""
    open_letter(page, '"sums and courtesy do not go"')
    page.get_by_role("link", name="Show the words this rests on: date").click()
    assert page.locator("mark.evidence").first.inner_text() == "April 17, 1957"
    page.get_by_role("link", name="Hide the words this rests on: date").click()
    assert page.locator("mark.evidence").count() == 0


def test_notes_and_back(page):
    """A note mark leads to its note, the note's number back to the mark."""
    open_letter(page, '"Here follow 3 pages"')
    page.locator(".marker a").last.click()
    note = page.url.partition("#")[2]
    assert note.startswith("note-")
    assert "Gazette of the Kingdom" in page.locator(f"#{note}").inner_text()
    page.locator(f"#{note} a.label").click()
    assert page.url.partition("#")[2].startswith("mark-")


def test_check_a_brief(page):
    """Typed in, sent, and back with its verdicts, each leading to the source's words."""
    page.goto("/check")
    brief = 'Corder wrote that "sums and courtesy always go upon one sheet".'
    page.get_by_label("The brief").fill(brief)
    page.get_by_role("button", name="Check", exact=True).click()
    verdict = page.locator(".verdict.v-bad").first
    assert "✗" in verdict.inner_text()
    verdict.get_by_role("link").first.click()
    assert page.locator("mark.here").count()


def test_correct_and_undo(page):
    """A date is corrected, stands in the letter and in the log, and is taken back."""
    open_letter(page, '"sums and courtesy do not go"')
    page.get_by_role("link", name="Correct this letter").click()
    first = page.locator("form.say").first
    first.get_by_label("Field").select_option("place")
    first.get_by_label("Is", exact=True).fill("Dolin")
    first.get_by_label("Why").fill("the seal")
    first.get_by_label("Who says so").fill("Nora Vale")
    first.get_by_role("button").click()
    assert "Dolin, 17 April 1957" in page.locator(".date").inner_text()
    page.get_by_role("link", name="Log").click()
    assert "because the seal" in page.locator(".log").inner_text()
    form = page.locator(".log form").first
    form.get_by_label("Who").fill("Nora Vale")
    form.get_by_role("button", name="Take back entry 1").click()
    assert "undone" in page.locator(".log").inner_text()


def test_everything_can_be_done_with_the_keyboard(page):
    """The first stop leaps to the text; a link that has the focus shows it."""
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "To the text"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


def test_print(page):
    """On paper stand the letter and its notes; what is for the screen only is left out."""
    open_letter(page, '"Here follow 3 pages"')
    page.emulate_media(media="print")
    for gone in (".top", ".foot", ".steps", ".why"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".text").is_visible() and page.locator("aside.note").first.is_visible()
    assert page.pdf()[:5] == b"%PDF-"


def test_a_narrow_screen_scrolls_one_way(page):
    """At the width of a telephone no page is wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 800})
    for path in (
        "/",
        "/letters",
        "/search?q=line",
        "/people",
        "/missing",
        "/sources",
        "/check",
        "/log",
    ):
        page.goto(path)
        assert page.locator("html").bounding_box()["width"] <= 390, path
        widest = page.locator("main").evaluate("e => e.scrollWidth") if _scripts(page) else 0
        assert widest <= 390, path


def _scripts(page) -> bool:
    try:
        return bool(page.evaluate("1"))
    except Exception as error:  # a browser without scripts evaluates nothing
        assert "JavaScript" in str(error) or "Execution" in str(error)
        return False


# --- only with scripts --------------------------------------------------------------------------


def select(page, words: str) -> None:
    """Select words of a letter as with a mouse."""
    page.evaluate(
        """words => {
          const walk = document.createTreeWalker(document.querySelector('.text'), 4);
          while (walk.nextNode()) {
            const at = walk.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return;
          }
          throw new Error('no such words');
        }""",
        words,
    )


def test_words_selected_give_a_link_that_opens_on_them(scripted):
    """The link on the clipboard leads to the very words."""
    open_letter(scripted, '"sums and courtesy do not go"')
    select(scripted, "skippers of")
    scripted.get_by_role("button", name="Copy link").click()
    scripted.get_by_text("Link copied").wait_for()
    link = scripted.evaluate("navigator.clipboard.readText()")
    scripted.goto(link)
    assert scripted.locator("mark.here").inner_text() == "skippers of"


def test_words_selected_give_a_quotation_with_its_citation(scripted):
    """The words in quotation marks, who wrote them to whom and when, and the address."""
    open_letter(scripted, '"sums and courtesy do not go"')
    select(scripted, "skippers of")
    scripted.get_by_role("button", name="Copy quotation").click()
    scripted.get_by_text("Quotation copied").wait_for()
    words = scripted.evaluate("navigator.clipboard.readText()")
    assert words.startswith("“skippers of” (Julian Corder to Kazmír Dolány")
    assert "/letter/" in words


def test_an_address_with_a_fragment_only_opens_the_passage(scripted, at):
    """As a person may cut it: /letter/ID#c120-240."""
    open_letter(scripted, '"sums and courtesy do not go"')
    path, _, rest = scripted.url.partition("?")
    fragment = rest.partition("#")[2]
    scripted.goto(f"{path}#{fragment}")
    scripted.wait_for_url("**at=*")
    assert scripted.locator("mark.here").inner_text() == "sums and courtesy do not go"
