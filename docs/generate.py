"""Writes docs/reference.md from what the code says: commands, findings, rules, schema.

`python docs/generate.py` writes it; `--check` only says whether it is fresh (1 when it is stale).
"""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from letterbook import mark, record
from letterbook.cli import door as cli
from letterbook.model import FIELDS, KINDS

REFERENCE = Path(__file__).with_name("reference.md")
SCHEMA = [Path(record.__file__).with_name(name) for name in record.LAYERS]

ABOUT = {
    "act": "What a sentence asks, offers, promises, accepts, refuses, reports, or names as open.",
    "document": "What the whole source is: letters, a history, a brief, a list, or something else.",
    "section": "A heading inside a history or a brief.",
    "furniture": "What printing or copying left in the text and the reading view skips.",
    "marker": "A note mark in the text, and the note it stands for.",
    "note": "A footnote or endnote; the source note says where the letter is kept.",
    "gap": "Where the words are not, or not the writer's: elisions, insertions, [sic], ….",
    "quote": "Words that the text gives as somebody's.",
    "person": "A person named in the text, as the editors tagged it.",
    "ref": "A reference to another document, as the editors tagged it.",
    "trouble": "What could not be read, and what to do about it.",
    "letter": "A letter's place in its source, its notes included.",
    "number": "The document's number in its edition.",
    "heading": "The editors' heading over the letter.",
    "kind": "What kind of letter it is: letter, telegram, memorandum, note, …",
    "dateline": "The line that gives place and date, as it stands.",
    "date": "When it was written, as an interval of whole days, and the time of day.",
    "place": "Where it was written.",
    "salutation": "The line that greets the recipient.",
    "closing": "The formula that takes leave.",
    "signature": "Who signed, and for whom.",
    "address": "The block with the recipient's name, office and address, at head or foot.",
    "sender": "Who sent it, and the office they act in; several are possible.",
    "recipient": "Whom it is for, and the office they act in; several are possible.",
    "classification": "How secret it was.",
    "handling": "Who may see it and how it is to be passed on.",
    "telegram": "The telegram's number.",
    "channel": "The way it went.",
    "subject": "The subject line.",
    "provenance": "The source note taken apart: repository, lot, file, box, drafters, ….",
    "mention": "A letter as other words name it: by its day, its number, or as “your message”.",
    "citation": "A place in print or in an archive that a note gives.",
    "link": "What a letter does to another: answers, refers to, encloses, is the same letter.",
    "clue": "What bounds the day of a letter that does not state it, in words.",
    "identity": "Who a name or an office is, or who it may be, and why.",
}
"""One sentence for each kind of finding; a kind without one stops the generation."""


def page() -> str:
    """The whole reference as Markdown."""
    parts = [
        "# Reference",
        "This page is written by `docs/generate.py` from the code itself; do not edit it.",
        *commands(),
        *findings(),
        *rules(),
        "## The record",
        "A letterbook is one SQLite file.\nThis is its schema, word for word.",
        *(f"```sql\n{layer.read_text(encoding='utf-8').strip()}\n```" for layer in SCHEMA),
    ]
    return "\n\n".join(parts) + "\n"


def commands() -> Iterator[str]:
    """Each command with its help."""
    yield "## Commands"
    yield from _help(cli, "letterbook")
    for name in sorted(cli.commands):
        yield f"### letterbook {name}"
        yield from _help(cli.commands[name], f"letterbook {name}")


def _help(command: click.Command, name: str) -> Iterator[str]:
    names = cli.context_settings.get("help_option_names")
    context = click.Context(
        command, info_name=name, max_content_width=92, terminal_width=92, help_option_names=names
    )
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    yield "```text\n" + "\n".join(lines) + "\n```"


def findings() -> Iterator[str]:
    """Each kind of finding, its value, and whether a person can correct it."""
    yield "## Findings"
    yield (
        "Everything letterbook knows about a text is a finding: a span of characters, a kind, "
        "a value, who found it, and why.\n"
        "A finding with a score of one half or more is asserted; below that it is a candidate.\n"
        "The kinds marked with a star can be corrected by a person with `letterbook correct`."
    )
    rows = ["| kind | what it is | value |", "|-|-|-|"]
    rows += [f"| `{kind}`{' *' * (kind in FIELDS)} | {ABOUT[kind]} | {_value(KINDS[kind])} |"
             for kind in KINDS]  # fmt: skip
    yield "\n".join(rows)


def _value(type_: type) -> str:
    fields = ", ".join(field.name for field in dataclasses.fields(type_))
    return f"{type_.__name__}({fields})"


def rules() -> Iterator[str]:
    """The rules of marking, in the order they are applied."""
    yield "## Rules"
    yield "Rules are applied in this order; each sees what the ones before it found."
    lines = []
    for number, (name, rule) in enumerate(mark.RULES, start=1):
        said = (inspect.getdoc(rule) or "").splitlines()
        lines.append(f"{number}. `{name}`: {said[0] if said else ''}")
    yield "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Write the page, or with --check compare it."""
    fresh = page()
    if "--check" not in arguments:
        REFERENCE.write_text(fresh, encoding="utf-8")
        return 0
    if REFERENCE.exists() and REFERENCE.read_text(encoding="utf-8") == fresh:
        return 0
    print("docs/reference.md is stale: run make golden, read the diff, and keep it")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
