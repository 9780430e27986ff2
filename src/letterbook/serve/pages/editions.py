"""Two editions of a letter side by side: what each leaves out, and where their words differ."""

from __future__ import annotations

from dataclasses import dataclass

from letterbook.book import as_json
from letterbook.link.compared import Compared
from letterbook.link.comparison import LONG
from letterbook.link.rows import Row
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place
from letterbook.serve.words import passage


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of one side: how it stands to the other, its words, where they stand."""

    sort: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """What stands side by side: pieces of each. `large`: one side alone, or an elision filled."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    sort: str


def page(ask: Ask) -> Page:
    """The comparison of the two letters."""
    left, right = ask.path["left"], ask.path["right"]
    compared = ask.shelf.kept(("compare", left, right), lambda: ask.book.compare(left, right))
    data = {"compared": compared, "blocks": _blocks(compared), "said": _said(compared)}
    return Page("editions.html", "Editions side by side", data, lambda: as_json.compared(compared),
                "/letters")  # fmt: skip


def _said(item: Compared) -> str:
    if item.link and item.link.to:
        return "One letter, printed twice"
    return "Perhaps one letter, printed twice" if item.link else "Two letters"


def _blocks(item: Compared) -> list[Block]:
    """Rows that differ by a few words run on in one block; a long one stands by itself."""
    blocks: list[Block] = []
    run: list[Row] = []
    for row in item.rows:
        large = row.kind == "elision filled" or (
            row.kind != "same" and max(len(row.left.split()), len(row.right.split())) >= LONG
        )
        if large:
            blocks += _block(item, run, "same")
            blocks += _block(item, [row], row.kind)
            run = []
        else:
            run.append(row)
    return blocks + _block(item, run, "same")


def _block(item: Compared, rows: list[Row], sort: str) -> list[Block]:
    left = tuple(_cell(item.left.id, r.kind, r.left, r.left_at) for r in rows if r.left.strip())
    right = tuple(
        _cell(item.right.id, r.kind, r.right, r.right_at) for r in rows if r.right.strip()
    )
    return [Block(left, right, sort.replace(" ", "-"))] if left or right else []


def _cell(id: str, kind: str, words: str, at: tuple[int, int]) -> Cell:
    return Cell(kind.replace(" ", "-"), words, passage(id, *at))


PLACES = (
    Place("/editions/{left}/{right}", page,
          "Two printings side by side: what each leaves out, and what differs"),
)  # fmt: skip
