"""axe-core finds nothing on any page: WCAG 2.2 A and AA, by day and by night, wide and narrow."""

from __future__ import annotations

import pytest

import letterbook

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def addresses(own) -> list[str]:
    """A page of every kind."""
    with letterbook.open(own) as book:
        letters = {x.path.rpartition("/")[2]: x.id for x in book.list()}
        person = book.people()[0].party.id
        matter = book.matters()[0].id
    one, other = letters["letter-31.txt"], letters["dolany-to-corder.txt"]
    return [
        "/", "/letters", "/letters?kind=telegram", "/search", "/search?q=line", "/people",
        f"/person/{person}", "/missing", "/sources", "/sources?form=history", "/unread", "/log",
        f"/letter/{one}", f"/letter/{one}?evidence=date&at=40-90", f"/letter/{other}",
        f"/letter/{other}/correct", f"/exchange/{other}", f"/editions/{one}/{other}", "/check",
        "/about", "/sign-in", "/letter/nobody", "/matters", f"/matters/{matter}", "/due",
        "/uncertain", "/write", f"/write?party={person}&q=line", f"/write/timeline/{one}",
        f"/write/brief/{other}?exchange=1", f"/write/guide/{other}", "/write/ledger?q=gates",
        f"/write/regest?party={person}", f"/letters?party={person}",
    ]  # fmt: skip


LOOKS = {"type": "rule", "values": ["color-contrast", "target-size", "scrollable-region-focusable"]}
"""What a dark scheme or a narrow screen can change; the rest is the same page."""


@pytest.mark.parametrize(
    ("scheme", "width", "rules"),
    [("light", 1280, RULES), ("dark", 1280, LOOKS), ("light", 390, LOOKS)],
)
def test_axe_finds_nothing(browser, served, addresses, scheme, width, rules):
    """On no page, in no scheme, at no width."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(
        base_url=served, color_scheme=scheme, viewport={"width": width, "height": 900},
        bypass_csp=True,
    )  # fmt: skip
    page = context.new_page()
    found = []
    for address in addresses:
        page.goto(address)
        results = axe.run(page, options={"runOnly": rules})
        assert results.response["passes"], address  # it did look
        for fault in results.response["violations"]:
            nodes = [node["html"][:120] for node in fault["nodes"][:3]]
            found.append((address, fault["id"], nodes))
    context.close()
    assert not found
