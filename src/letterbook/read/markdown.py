"""Markdown → one source, the file as it stands, with what its frontmatter and signs say."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Iterator

import yaml

from letterbook.model import (
    By,
    Document,
    Finding,
    Furniture,
    Marker,
    Name,
    Note,
    Reading,
    Section,
    Source,
    Span,
    Trouble,
    Value,
    Words,
    letter_id,
)  # fmt: skip
from letterbook.read.decode import Decoded, clean
from letterbook.read.when import edtf
from letterbook.text import squeeze

LARGEST = 64_000  # characters of frontmatter
DEEPEST = 50  # brackets open at one time in it
MARKUP, FRONT = By("markup", "markdown"), By("markup", "frontmatter")
FENCES = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.M),
}
NAMED = re.compile(
    r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?:[\w\"'-]+[ \t]*[:=]|\{|(?:---|\+\+\+)[ \t]*$)", re.M
)
FIELDS = {"from": "sender", "sender": "sender", "author": "sender", "to": "recipient",
          "recipient": "recipient", "addressee": "recipient", "date": "date", "place": "place",
          "kind": "kind", "type": "kind", "subject": "subject", "number": "number"}  # fmt: skip
FORMS = {"history": "history", "brief": "brief", "list": "list"}

HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+([^\n]*?))?(?:[ \t]+#+)?[ \t]*$", re.M)
UNDERLINED = re.compile(r"^(?! {4})(?=[^\n]*[^\s\n])([^\n]+)\n {0,3}(=+|-+)[ \t]*$", re.M)
FENCED = re.compile(r"^ {0,3}(```+|~~~+)[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.M | re.S)
NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*", re.M)
MARK = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)")
NOTE_END = re.compile(
    r"\n(?=[ \t]*\n(?! {4}|\t)(?![ \t]*\n)|[ \t]*(?:\n[ \t]*)*\Z| {0,3}\[\^[^\]\s]{1,40}\]:)"
)


class Torn(Exception):
    """Frontmatter that cannot be read; the message says why."""


def read_markdown(decoded: Decoded, path: str) -> Iterator[Reading]:
    """One source with sections, notes and, from the frontmatter, the fields of a letter."""
    source = Source.of(decoded.text, path, "", "markdown", decoded.encoding)
    found: list[Finding] = []
    begin = 0
    try:
        block = frontmatter(source.text)
        if block:
            begin = block[1]
            found.append(
                _finding(source, 0, begin, "furniture", Furniture("notice", "frontmatter", ""))
            )
            found.extend(_fields(source, *block))
    except Torn as torn:
        line = Trouble(path, str(torn), "The text is read as it stands; mend the frontmatter.", 1)
        found.append(_finding(source, 0, min(3, len(source.text)), "trouble", line))
    code = [m.span() for m in FENCED.finditer(source.text, begin)]
    found.extend(f for f in _signs(source, begin) if not _in(f.span, code))
    yield Reading(source, tuple(found))


def _in(span: Span, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= span.start < end for start, end in stretches)


def _finding(
    source: Source, start: int, end: int, kind: str, value: Value, of: str = ""
) -> Finding:
    return Finding(Span(source.id, start, end), kind, value, FRONT if of else MARKUP, of)


# --- frontmatter --------------------------------------------------------------------------------


def frontmatter(text: str) -> tuple[dict[str, object], int] | None:
    """What stands between the fences at the top, and where the text proper begins.

    `None` if there are no fences; `Torn` if what they hold cannot be read.
    """
    fence = text[:3]
    if fence not in FENCES or text[3:].partition("\n")[0].strip():
        return None
    start = text.find("\n") + 1
    if not start or not NAMED.match(text, start):
        return None  # a rule across the page, not frontmatter
    close = FENCES[fence].search(text, start)
    if not close:
        raise Torn(f"The frontmatter opens with {fence} and is never closed.")
    block = text[start : close.start()]
    if len(block) > LARGEST:
        raise Torn(
            f"The frontmatter is {len(block):,} characters long; at most {LARGEST:,} are read."
        )
    data = _loaded(block, fence)
    end = text.find("\n", close.end() - 1)
    return data, len(text) if end < 0 else end + 1


def _loaded(block: str, fence: str) -> dict[str, object]:
    if max(block.count(sign) for sign in "[{(") > DEEPEST * 20 or _depth(block) > DEEPEST:
        raise Torn("The frontmatter is nested too deeply.")
    try:
        if fence == "+++":
            return tomllib.loads(block)
        if block.lstrip().startswith("{"):
            data = json.loads(block)
        else:
            _plain_yaml(block)
            data = yaml.load(block, Loader=yaml.BaseLoader)  # every scalar stays as it is written
    except (
        yaml.YAMLError,
        ValueError,
        TypeError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:
        reason = squeeze(str(error).partition("\n")[0])[:120]
        raise Torn(f"The frontmatter cannot be read ({reason}).") from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise Torn("The frontmatter is not a list of names and values.")
    return data


def _depth(block: str) -> int:
    """Brackets open at one time, and spaces before the most indented line."""
    depth = most = 0
    for sign in re.findall(r"[\[{}\]]", block):
        depth += 1 if sign in "[{" else -1
        most = max(most, depth)
    dashes = max((len(m[0]) // 2 for m in re.finditer(r"(?:[-?] )+", block)), default=0)
    indent = max((len(line) - len(line.lstrip()) for line in block.split("\n")), default=0)
    return max(most, dashes, indent // 4)


def _plain_yaml(block: str) -> None:
    """Refuse aliases: ten lines of them can ask for a billion values."""
    for event in yaml.parse(block, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise Torn("The frontmatter uses an alias (*name); write the value out instead.")


def _fields(source: Source, data: dict[str, object], end: int) -> Iterator[Finding]:
    """The fields of a letter that the frontmatter names, each pointing at its value."""
    lowered = {str(key).strip().lower(): value for key, value in data.items()}
    kind = _words(lowered.get("type", lowered.get("kind", "")))
    form = FORMS.get(kind.lower().split()[-1]) if kind else None
    title = _words(lowered.get("title", ""))
    if form:
        span = _span(source, "title" if title else "type", title or kind, end)
        yield _finding(source, *span, "document", Document(form, title))  # type: ignore[arg-type]
    letter, have = letter_id(source.id, 1), set()
    for key, value in lowered.items():
        field = FIELDS.get(key)
        if not field or form:
            continue
        for item in value if isinstance(value, list) else [value]:
            words = _words(item)
            made = _value(field, item, words)
            if made is None or (field in have and field not in ("sender", "recipient")):
                continue
            have.add(field)
            yield _finding(source, *_span(source, key, words, end), field, made, letter)


def _words(value: object) -> str:
    """A scalar as words; a person given as {name: …, office: …} by the name."""
    if isinstance(value, dict):
        return _words(value.get("name", ""))
    if isinstance(value, datetime.datetime):
        return value.isoformat().removesuffix("T00:00:00")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
        value = str(value)
    words = squeeze(clean(value)) if isinstance(value, str) else ""
    return "" if words in ("null", "~") else words


def _value(field: str, item: object, words: str) -> Value | None:
    if field in ("sender", "recipient"):
        office = _words(item.get("office", "")) if isinstance(item, dict) else ""
        return Name(name=words, office=office) if words or office else None
    if field == "date":
        return edtf(words.replace("+00:00", "Z"), words)
    return Words(words) if words else None


def _span(source: Source, key: str, words: str, end: int) -> tuple[int, int]:
    """Where the value stands in the frontmatter; if it is written otherwise, its whole line."""
    pattern = re.compile(rf"""^[ \t]*["']?{re.escape(key)}["']?\s*[:=]""", re.M | re.I)
    line = pattern.search(source.text, 0, end)
    if not line:
        return 0, 0
    at = source.text.find(words, line.end(), end) if words else -1
    if at >= 0:
        return at, at + len(words)
    stop = source.text.find("\n", line.end(), end)
    raw = source.text[line.end() : stop if stop >= 0 else end]
    start = line.end() + len(raw) - len(raw.lstrip())
    return start, max(start, line.end() + len(raw.rstrip()))


# --- the signs of the text ----------------------------------------------------------------------


def _signs(source: Source, begin: int) -> Iterator[Finding]:
    text = source.text
    for match in HEADING.finditer(text, begin):
        title = squeeze(match[2] or "")
        if title:
            yield _finding(source, *match.span(), "section", Section(title, len(match[1])))
    for match in UNDERLINED.finditer(text, begin):
        if not re.match(r" {0,3}(?:[#>|*+-]|\d+[.)])(?:\s|$)|.*\|", match[1]):
            level = 1 if match[2][0] == "=" else 2
            yield _finding(source, *match.span(1), "section", Section(squeeze(match[1]), level))
    yield from _notes(source, begin)


def _notes(source: Source, begin: int) -> Iterator[Finding]:
    text, notes = source.text, dict[str, Span]()
    for match in NOTE.finditer(text, begin):
        end = NOTE_END.search(text, match.end())
        stop = end.start() if end else len(text)
        words = text[match.end() : stop].rstrip()
        span = Span(source.id, match.end(), match.end() + len(words))
        if notes.setdefault(match[1], span) is span:
            kind = "source" if words.startswith("Source:") else "note"
            yield Finding(
                span, "note", Note(match[1], "source" if kind == "source" else "note"), MARKUP
            )
    for match in MARK.finditer(text, begin):
        if match[1] in notes:
            value = Marker(match[1], notes[match[1]])
            yield _finding(source, *match.span(), "marker", value)
