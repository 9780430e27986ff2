"""What a reader does, done in a browser, with scripts and without.

A click returns before the next page stands there: so a link is followed with `follow`, and what a
page shows is said with `expect`, which waits for it.
"""

from __future__ import annotations

import re

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


def follow(link) -> None:
    """Click what leads elsewhere, and wait until the page is there with its scripts."""
    with link.page.expect_navigation(wait_until="load"):
        link.click()


def open_letter(page, words: str) -> None:
    """Find a letter by its words and open it at them."""
    page.goto("/")
    page.get_by_role("searchbox", name="Search the letters").fill(words)
    follow(page.get_by_role("button", name="Find").first)
    follow(page.locator(".found h2 a").first)


def test_read_a_letter_and_follow_its_reply(page):
    """From the calendar to a letter, to the one that answers it, and back by the exchange."""
    page.goto("/letters")
    follow(page.get_by_role("link", name="Kazmír Dolány to Julian Corder"))
    expect(page.locator("h1")).to_have_text("Kazmír Dolány to Julian Corder")
    follow(page.get_by_role("link", name="Julian Corder to Kazmír Dolány, 17 April 1957").first)
    expect(page.locator(".text")).to_contain_text("I put off answering your letter")
    follow(page.get_by_role("link", name=re.compile("The exchange")))
    expect(page.locator(".turn")).to_have_count(3)
    expect(page.locator(".turn.absent")).to_have_count(1)


def test_fill_a_gap(page):
    """The words that an editor left out open in their place."""
    open_letter(page, '"Here follow 3 pages"')
    fill = page.locator("details.fill")
    expect(fill.locator(".filled")).not_to_be_visible()
    fill.locator("summary").click()
    expect(fill.locator(".filled")).to_be_visible()
    expect(fill).to_contain_text("To begin, then, with the fish.")
    follow(fill.get_by_role("link"))
    expect(page.locator(".found-in")).to_contain_text("copies/dolany-to-corder")


def test_search_opens_on_the_words(page):
    """The found words are marked, and the page stands where they are."""
    open_letter(page, '"sums and courtesy do not go"')
    mark = page.locator("mark.here")
    expect(mark).to_have_text("sums and courtesy do not go")
    expect(mark).to_be_in_viewport()


def test_evidence_on_demand(page):
    """What the date rests on is highlighted, and put away again."""
    open_letter(page, '"sums and courtesy do not go"')
    follow(page.get_by_role("link", name="Show the words this rests on: date"))
    expect(page.locator("mark.evidence").first).to_have_text("April 17, 1957")
    follow(page.get_by_role("link", name="Hide the words this rests on: date"))
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("mark.evidence")).to_have_count(0)


def test_notes_and_back(page):
    """A note mark leads to its note, the note's number back to the mark."""
    open_letter(page, '"Here follow 3 pages"')
    follow(page.locator(".marker a").last)
    expect(page).to_have_url(re.compile("#note-"))
    note = page.locator(f"#{page.url.partition('#')[2]}")
    expect(note).to_contain_text("Gazette of the Kingdom")
    follow(note.locator("a.label"))
    expect(page).to_have_url(re.compile("#mark-"))


def test_check_a_brief(page):
    """Typed in, sent, and back with its verdicts, each leading to the source's words."""
    page.goto("/check")
    brief = 'Corder wrote that "sums and courtesy always go upon one sheet".'
    page.get_by_label("The brief").fill(brief)
    follow(page.get_by_role("button", name="Check", exact=True))
    verdict = page.locator(".verdict.v-bad").first
    expect(verdict).to_contain_text("✗")
    follow(verdict.get_by_role("link").first)
    expect(page.locator("mark.here").first).to_be_visible()


def test_correct_and_undo(page):
    """A date is corrected, stands in the letter and in the log, and is taken back."""
    open_letter(page, '"sums and courtesy do not go"')
    follow(page.get_by_role("link", name="Correct this letter"))
    first = page.locator("form.say").first
    first.get_by_label("Field").select_option("place")
    first.get_by_label("Is", exact=True).fill("Dolin")
    first.get_by_label("Why").fill("the seal")
    first.get_by_label("Who says so").fill("Nora Vale")
    follow(first.get_by_role("button"))
    expect(page.locator(".date")).to_contain_text("Dolin, 17 April 1957")
    follow(page.get_by_role("link", name="Log"))
    expect(page.locator(".log")).to_contain_text("because the seal")
    form = page.locator(".log form").first
    form.get_by_label("Who").fill("Nora Vale")
    follow(form.get_by_role("button", name="Take back entry 1"))
    expect(page.locator(".log")).to_contain_text("undone")


def test_write_a_brief_of_a_search_and_save_it(page):
    """From the words to the page, from a sentence to its letter, and as a file."""
    page.goto("/search?q=fisheries")
    follow(page.get_by_role("link", name="brief", exact=True))
    expect(page.locator("h1")).to_contain_text("Brief")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Markdown").click()
    assert saved.value.suggested_filename == "brief-fisheries.md"
    follow(page.locator(".written a.pinned").first)
    expect(page.locator("mark.here").first).to_be_visible()


def test_narrow_a_search_by_what_the_letters_are(page):
    """A facet is chosen, said above the letters, and dropped again."""
    page.goto("/search?q=gates")
    facets = page.get_by_role("complementary", name="Narrow the search")
    follow(facets.get_by_role("link", name="telegram"))
    expect(page.locator(".chosen")).to_contain_text("kind telegram")
    follow(page.get_by_role("link", name="Drop: kind telegram"))
    expect(page.locator(".chosen")).to_have_count(0)


def test_rename_a_matter_and_take_it_back(page):
    """Its new name stands on its page, and who said so in the log."""
    page.goto("/matters")
    follow(page.locator("main table a").first)
    before = page.locator("h1").inner_text()
    form = page.locator("form.say").first
    form.get_by_label("It is called").fill("The fish")
    form.get_by_label("Who says so").fill("Nora Vale")
    follow(form.get_by_role("button", name="Call it so"))
    expect(page.locator("h1")).to_have_text("The fish")
    follow(page.get_by_role("link", name="Log"))
    form = page.locator(".log form").first
    form.get_by_label("Who").fill("Nora Vale")
    follow(form.get_by_role("button", name="Take back entry 1"))
    page.goto("/matters")
    expect(page.locator("main table")).to_contain_text(before)


def test_everything_can_be_done_with_the_keyboard(page):
    """The first stop leaps to the text; a link that has the focus shows it."""
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("To the text")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_print(page):
    """On paper stand the letter and its notes; what is for the screen only is left out."""
    open_letter(page, '"Here follow 3 pages"')
    page.emulate_media(media="print")
    for gone in (".top", ".foot", ".steps", ".why"):
        expect(page.locator(gone).first, gone).not_to_be_visible()
    expect(page.locator(".text")).to_be_visible()
    expect(page.locator("aside.note").first).to_be_visible()
    assert page.pdf()[:5] == b"%PDF-"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/letters",
        "/search?q=line",
        "/people",
        "/missing",
        "/sources",
        "/check",
        "/log",
        "/matters",
        "/due",
        "/uncertain",
        "/write",
        "/write/timeline",
        "/write/brief?q=line",
        "/write/ledger?q=line",
    ],
)
def test_a_narrow_screen_scrolls_one_way(page, path):
    """At the width of a telephone no page is wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(path)
    assert page.locator("html").bounding_box()["width"] <= 390
    assert page.locator("main").evaluate("e => e.scrollWidth") <= 390


# --- only with scripts --------------------------------------------------------------------------


def select(page, words: str) -> None:
    """Select words of a letter as with a mouse."""
    page.locator(".text").evaluate(
        """(text, words) => {
          const walk = document.createTreeWalker(text, 4);
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
    expect(scripted.locator("mark.here")).to_have_text("skippers of")


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
    # the script leads on before the page has loaded, so its coming is all that is waited for
    scripted.goto(f"{path}#{fragment}", wait_until="commit")
    scripted.wait_for_url("**at=*")
    expect(scripted.locator("mark.here")).to_have_text("sums and courtesy do not go")
