"""The page that is printed after a reading: what the heap holds, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from letterbook.book import Book, Summary
from letterbook.cli.evidence import value
from letterbook.cli.safe import safe
from letterbook.cli.words import count, cut, parties, short, table, title, width
from letterbook.model import ASSERTED, Gap, Letter, When, Words
from letterbook.record import Shown, Written
from letterbook.record.edtf import day_of
from letterbook.text import squeeze

FEW = 60  # letters: up to so many are listed one by one
NAMED = 6  # letters known only by mention that are listed
FORMS = {"history": "histories", "brief": "briefs", "list": "lists", "other": "other texts"}

SAID_BY_SEVERAL = ("memcon", "minutes")  # sent by nobody, so nobody is missing


def page(book: Book, summary: Summary) -> Iterator[str]:
    """The lines of the page."""
    if not summary.read and len(summary.names) > FEW:
        yield title(f"Nothing new: {count(summary.unchanged, 'file')} unchanged")
        yield from _troubles(summary)
        return
    names = set(summary.names)
    every = book.list()
    letters = [x for x in every if x.path.partition("!")[0] in names]
    sources = [s for s in book.sources() if s.path.partition("!")[0] in names]
    yield from _opening(letters, sources, summary)
    if letters:
        yield ""
        yield from _correspondents(letters)
    if 0 < len(letters) <= FEW:
        yield from _calendar(book, letters)
    elif letters:
        yield from _years(letters)
    if letters and len(every) <= FEW:  # in a large record that is a question of its own
        yield from _unheld(book)
    yield from _others(sources)
    yield from _troubles(summary)
    if letters:
        yield from _next(letters, book)


def _opening(
    letters: Sequence[Letter], sources: Sequence[Written], summary: Summary
) -> Iterator[str]:
    days = [d for x in letters if x.when for d in (x.when.earliest, x.when.latest) if d]
    period = f", {min(days)} to {max(days)}" if days else ""
    files = count(len(summary.names), "file")
    yield title(f"{count(len(letters), 'letter')} in {files}{period}")
    formats = Counter(s.format for s in sources)
    told = ", ".join(f"{n:,} {safe(name)}" for name, n in formats.most_common())
    if told:
        yield f"Sources by format: {told}."
    done = f"{summary.read:,} read, {summary.unchanged:,} unchanged"
    yield f"{done} in {summary.seconds:.1f} seconds."


def _correspondents(letters: Sequence[Letter]) -> Iterator[str]:
    """Pairs of correspondents with the letters each way."""
    named = {}
    ways: Counter[tuple[str, str]] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for letter in letters:
        sides = [short(names) for names in (letter.senders, letter.recipients)]
        one, other = (side.lower() for side in sides)
        named.update({one: sides[0], other: sides[1]})
        ways[one, other] += 1
        pairs[min(one, other), max(one, other)] += 1
    yield title("Between whom")
    for (one, other), total in pairs.most_common(10):
        there, back = ways[one, other], ways[other, one] if one != other else 0
        if back > there:
            one, other, there, back = other, one, back, there
        both = f"  ({there:,} there, {back:,} back)" if back else ""
        names = f"{cut(named[one], 40)} → {cut(named[other], 40)}"
        yield f"  {total:>5,}  {names if one + other != '??' else 'neither side stated'}{both}"
    if len(pairs) > 10:
        yield f"         and {count(len(pairs) - 10, 'other pair')}"


def _calendar(book: Book, letters: Sequence[Letter]) -> Iterator[str]:
    dated = [x for x in letters if x.when]
    opened = {x.id: book.show(x.id) for x in letters}
    if dated:
        yield from ("", title("Calendar"))
        yield from (f"  {line}" for line in table(dated))
    inferred = [x for x in dated if x.inferred]
    if inferred:
        yield from ("", title("Dated from other letters"))
    for letter in inferred:
        yield from _worked_out(letter, opened[letter.id])
    undated = [x for x in letters if not x.when]
    if undated:
        yield from ("", title("Without a date"))
    for letter in undated:
        yield from _lacking(letter, opened[letter.id], "date")
    unsigned = [x for x in letters if not x.senders and x.kind not in SAID_BY_SEVERAL]
    if unsigned:
        yield from ("", title("Without a sender"))
    for letter in unsigned:
        yield from _lacking(letter, opened[letter.id], "sender")
    yield from _gaps([opened[x.id] for x in letters])


def _worked_out(letter: Letter, shown: Shown) -> Iterator[str]:
    """A letter that does not state its day, and what its day was worked out from."""
    clues = (f.value for f in shown.findings if f.kind == "clue")
    reasons = "; ".join(v.text for v in clues if isinstance(v, Words))
    yield cut(f"  {letter.id}  {parties(letter)}: {safe(reasons)}", width())


def _lacking(letter: Letter, shown: Shown, field: str) -> Iterator[str]:
    """A letter that does not state a field, and what it may be."""
    perhaps = [
        f"{safe(value(f))} (“{safe(squeeze(shown.source.text[f.span.start : f.span.end]))}”)"
        for f in shown.findings
        if f.kind == field and f.of == letter.id and f.score < ASSERTED and f.by.kind != "person"
    ]
    said = [
        f.value.stated
        for f in shown.findings
        if field == "date" and f.of == letter.id and isinstance(f.value, When) and f.value.stated
    ]
    nothing = f"the text says “{safe(said[0])}”" if said else "the text does not state it"
    reason = f"perhaps {' or '.join(perhaps[:3])}" if perhaps else nothing
    yield cut(f"  {letter.id}  {parties(letter)}: {reason}", width())


def _gaps(opened: Sequence[Shown]) -> Iterator[str]:
    lines = [
        cut(f"  {s.letter.id if s.letter else s.source.id}  {safe(value(f))}"
            + _quoted(s.source.text[f.span.start:f.span.end]), width())
        for s in opened for f in s.findings
        if isinstance(f.value, Gap) and f.value.what in ("elision", "withheld", "undeciphered",
                                                        "damaged")
    ]  # fmt: skip
    if lines:
        yield from ("", title("Gaps"), *lines[:12])
    if len(lines) > 12:
        yield f"  and {len(lines) - 12} more"


def _quoted(words: str) -> str:
    return f" — “{safe(words)}”" if words else ""  # a gap in TEI has no words of its own


def _unheld(book: Book) -> Iterator[str]:
    """The letters that others name and that are not here."""
    held = book.missing()
    if held:
        yield from ("", title("Known only by mention"))
    for one in held[:NAMED]:
        day = When(day_of(one.earliest), day_of(one.latest)).edtf or "undated"
        who = f"{safe(one.sender) or '?'} → {safe(one.recipient) or '?'}"
        printed = f"; printed in {safe(one.printed[0])}" if one.printed else ""
        yield cut(f"  {day}  {safe(one.what)} {safe(one.number)}  {who}{printed}", width())
    if len(held) > NAMED:
        yield f"  and {len(held) - NAMED} more: letterbook missing"


def _years(letters: Sequence[Letter]) -> Iterator[str]:
    days = ((x.when.earliest or x.when.latest) for x in letters if x.when)
    years = Counter(f"{day.year:04}" if day else "?" for day in days)
    yield from ("", title("By year"))
    most = max(years.values(), default=1)
    for year, number in sorted(years.items()):
        bar = "▪" * max(round((width() - 20) * number / most), 1)
        yield f"  {year:<4} {number:>7,}  {bar}"
    undated = sum(1 for x in letters if not x.when)
    unsigned = sum(1 for x in letters if not x.senders)
    yield f"  {count(undated, 'letter')} without a date, {unsigned:,} without a sender."


def _others(sources: Sequence[Written]) -> Iterator[str]:
    others = [s for s in sources if not s.letters]
    if not others:
        return
    yield from ("", title("Also kept, not letters"))
    forms = Counter(s.form for s in others)
    if len(others) > 12:
        told = (count(n, form, FORMS.get(form, form)) for form, n in forms.most_common())
        yield f"  {', '.join(told)}"
        return
    for s in others:
        words = f"  {s.id}  {s.form}: {safe(s.title) or 'no title'} ({safe(s.path)} {safe(s.where)}"
        yield cut(words.rstrip() + ")", width())


def _troubles(summary: Summary) -> Iterator[str]:
    if summary.troubles:
        yield from ("", title("Not read, or only in part"))
        yield from (f"  {safe(str(trouble))}" for trouble in summary.troubles[:20])
    if len(summary.troubles) > 20:
        yield f"  and {len(summary.troubles) - 20} more"
    if summary.gone:
        are = "is" if len(summary.gone) == 1 else "are"
        yield ""
        yield (f"{count(len(summary.gone), 'file')} read before {are} no longer there; letterbook"
               " keeps what it has.")  # fmt: skip
    for word, numbers in (("stand in another letter now", summary.moved),
                          ("have lost their letter", summary.lost)):  # fmt: skip
        if numbers:
            yield f"Corrections {', '.join(map(str, numbers))} {word}; see: letterbook log"


def _next(letters: Sequence[Letter], book: Book) -> Iterator[str]:
    letter = next((x for x in letters if x.when and x.senders and x.recipients), letters[0])
    at = "" if str(book.path) == "letterbook.db" else f" --book {book.path}"
    names = [x for x in letter.senders if x.name] or [x for x in letter.recipients if x.name]
    name = safe(names[0].name).replace('"', "").replace("'", "") if names else ""
    yield from ("", title("What next"))
    yield f"  letterbook show {letter.id} --evidence{at}"
    yield f'  letterbook list --from "{name}"{at}' if name else f"  letterbook list --undated{at}"
    words = " ".join(w for w in letter.words.split()[:9] if w.isalpha() and len(w) > 4) or "peace"
    yield f"  letterbook find {words}{at}"
    answering = next(
        (t.letter.id for x in letters[:FEW] for t in book.thread(x.id) if t.answers), ""
    )
    if answering:
        yield f"  letterbook thread {answering}{at}"
    twins = (t for x in letters[:FEW] for t in book.show(x.id).does if t.kind == "same letter as")
    if twin := next((t for t in twins if t.to), None):
        yield f"  letterbook compare {twin.letter} {twin.to}{at}"
