"""`python -m bench TASK QUESTIONS --out PREDICTIONS`: answer a file of questions."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import citations, headers, lines, links, matters, people, quotes, search, versions


@dataclass(frozen=True, slots=True)
class Task:
    """An adapter, what it answers, and the second file it needs (`--docs`, `--persons`), if any."""

    answer: Callable[[Path, Path | None], Iterator[lines.Row]]
    about: str
    beside: str = ""


TASKS = {
    "headers": Task(headers.answer, "sender, recipient, date, place and kind of each text"),
    "people": Task(people.answer, "who each person named in a text is", beside="persons"),
    "links": Task(links.answer, "the letter that each mention of one means"),
    "citations": Task(citations.answer, "what each citation in a note points to"),
    "versions": Task(versions.answer, "the editions of one letter, and what each leaves out"),
    "quotes": Task(quotes.answer, "what each quotation is to its source", beside="docs"),
    "matters": Task(matters.answer, "what each sentence of a letter asks, offers, promises"),
    "matters-left-out": Task(matters.left_out, "the same, learned without the letter's volume"),
    "search": Task(search.answer, "a ranking of documents for each query", beside="docs"),
}
"""One adapter a file. A later task joins here and nowhere else."""


def options() -> argparse.ArgumentParser:
    """The command line, from the list of tasks."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    for name, task in TASKS.items():
        one = tasks.add_parser(name, help=task.about)
        one.add_argument("questions", type=Path, help="JSON lines")
        one.add_argument("--out", type=Path, required=True, help="where the predictions go")
        if task.beside:
            one.add_argument(f"--{task.beside}", type=Path, required=True, dest="beside")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer the questions; one line says how many and where."""
    chosen = options().parse_args(arguments)
    task = TASKS[chosen.task]
    count = lines.write(chosen.out, task.answer(chosen.questions, getattr(chosen, "beside", None)))
    print(f"{count} predictions in {chosen.out}")


if __name__ == "__main__":
    main()
