"""A page as one HTML file that reads on a telephone and prints well: no script, nothing fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from letterbook.model import LetterbookError, Line
from letterbook.write.as_svg import as_svg
from letterbook.write.legible import legible
from letterbook.write.page import (
    Cell,
    Heading,
    Page,
    Paragraph,
    Part,
    Refer,
    Table,
    numbered,
    referrer,
    run_on,
)

STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto;
  padding: 0 1.1rem; color: #1a1a1a; background: #fffefb; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; font-weight: normal; margin: 0 0 1.5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; padding-top: .6rem; border-top: 1px solid #d8d4c8; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
h2 small, h3 small { font-weight: normal; color: #6b6657; float: right; margin-left: 1rem; }
p { margin: .35rem 0; }
blockquote { margin: .8rem 0 .8rem 1.2rem; }
.label { font-variant: small-caps; letter-spacing: .02em; color: #5d5848; }
sup { line-height: 0; font-size: .72em; }
sup a { text-decoration: none; color: #6b3f00; padding: 0 .1em; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th { text-align: left; font-weight: normal; font-variant: small-caps; color: #5d5848; }
th, td { vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #e4e0d4; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
td:last-child { color: #5d5848; font-size: .9em; }
svg { width: 100%; height: auto; margin: 1rem 0; }
body:has(.ledger) { max-width: 74rem; } .ledger { line-height: 1.45; }
.ledger td:nth-child(4) { width: 38%; } .ledger td:nth-child(6) { width: 28%; }
.notes { font-size: .9rem; margin-top: 2.5rem; }
.notes ol { padding-left: 2rem; }
.made { color: #6b6657; font-size: .85rem; }
@media (max-width: 34rem) {
  table, tbody, tr, td { display: block; } thead { display: none; }
  td { border: 0; padding: 0; } tr { border-bottom: 1px solid #e4e0d4; padding: .5rem 0; }
  td:first-child { font-weight: bold; white-space: normal; } svg { display: none; }
  .ledger td { width: auto !important; }
  .ledger td:nth-child(-n+3) { display: inline; padding-right: .4rem; }
  .ledger td:nth-child(5):not(:empty), .ledger td:nth-child(6):not(:empty) { padding-left: 1rem; }
  .ledger td:nth-child(6):not(:empty)::before { content: "→ "; }
  h2 small, h3 small { float: none; display: block; margin: 0; }
}
@media (prefers-color-scheme: dark) {
  body { background: #1b1a17; color: #e8e4d8; } sup a { color: #e0b070; }
  h2, th, td, tr, .notes { border-color: #46423a; }
  .label, th, td:last-child, .made, h2 small, h3 small { color: #b5ae9c; }
}
@media print {
  @page { margin: 2cm; } body { max-width: none; margin: 0; font-size: 10.5pt; color: #000;
  background: #fff; } h2, h3 { break-after: avoid; } p, tr, blockquote { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
"""
_ID = re.compile(r"[^\w.-]")


def escape(words: str) -> str:
    """Words of a document as text of a page, never as its markup."""
    return html.escape(legible(words))


def as_html(page: Page) -> str:
    """The page as a whole HTML document."""
    # the word joiner before the number keeps "[3]" from a line of its own
    refer = referrer(page, '\u2060<sup><a href="#source-{0}">[{0}]</a></sup>')
    blocks = [*_picture(page), *(block for part in page.parts for block in _part(part, refer))]
    notes = "".join(
        f'<li id="source-{n}">{escape(c.citation)} <small>({escape(c.id)})</small></li>'
        for c, n in numbered(page).items()
    )
    sources = f'<section class="notes"><h2>Sources</h2><ol>{notes}</ol></section>' if notes else ""
    made = f'<p class="made">{escape(page.note)}</p>' if page.note else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<main class="{page.kind}">\n'
        f"<h1>{escape(page.title)}</h1>\n" + "\n".join(blocks)
        + f"\n{sources}\n{made}\n</main>\n</body>\n</html>\n"
    )  # fmt: skip


def _picture(page: Page) -> Iterator[str]:
    """The picture of a timeline over its table."""
    if page.kind == "timeline":
        try:
            yield f'<figure style="margin:0">{as_svg(page, headed=False)}</figure>'
        except LetterbookError:  # nothing has a day
            return


def _part(part: Part, refer: Refer) -> Iterator[str]:
    if isinstance(part, Heading):
        words = [escape(part.text)] if part.text else []
        words += [escape(line.text) for line in part.lines]
        level = min(max(part.level, 2), 4)
        anchor = f' id="{_ID.sub("-", part.id)}"' if part.id else ""
        small = f" <small>{escape(part.id)}</small>" if part.id else ""
        yield f"<h{level}{anchor}>{' '.join(words)}{small}</h{level}>"
    elif isinstance(part, Paragraph):
        label = f'<span class="label">{escape(part.label)}:</span> ' if part.label else ""
        words_in = label + run_on(part.lines, refer, escape)
        tag = "blockquote" if part.manner == "quotation" else "p"
        bullet = "• " if part.manner in ("item", "numbered") else ""
        yield f"<{tag}>{bullet}{words_in}</{tag}>"
    else:
        yield from _table(part, refer)


def _table(table: Table, refer: Refer) -> Iterator[str]:
    yield "<table><thead><tr>"
    yield "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        cells = (_cell(cell, refer, n, table.each) for n, cell in enumerate(row.cells))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _cell(cell: Cell, refer: Refer, column: int, each: bool) -> str:
    follows = refer(cell) if isinstance(cell, Line) and (each or column == 1) else ""
    words = escape(cell.text)
    return f"<td>{words if column else words.replace('/', '/<wbr>')}{follows}</td>"
