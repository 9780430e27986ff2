"""`make style`: the measures of the house for src/letterbook, and a failure beyond its limits."""

from __future__ import annotations

import ast
import io
import statistics
import sys
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE_MAX, FUNCTION_MAX = 400, 60
DOCSTRINGS, TYPED = 95.0, 100.0
BROAD = ("Exception", "BaseException")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class File:
    """One file: its path, its lines and its tree."""

    path: str
    lines: int
    comments: int
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the table: what is measured, what it is now, the goal, whether it breaks a limit."""

    what: str
    now: str
    goal: str
    broken: tuple[str, ...] = ()


def files(folder: Path) -> list[File]:
    """All Python files below a folder, sorted."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        comments = sum(t.type == tokenize.COMMENT for t in _tokens(text))
        name = path.relative_to(folder).as_posix()
        found.append(File(name, len(lines), comments, ast.parse(text)))
    return found


def _tokens(text: str) -> Iterator[tokenize.TokenInfo]:
    return tokenize.generate_tokens(io.StringIO(text).readline)


def functions(file: File) -> Iterator[tuple[str, Function]]:
    """Each function of a file with a name that finds it: `mark/dates.py:12 read_day`."""
    for node in ast.walk(file.tree):
        if isinstance(node, Function):
            yield f"{file.path}:{node.lineno} {node.name}", node


def length(function: Function) -> int:
    """Lines of a function, decorators left out."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def typed(function: Function) -> bool:
    """Whether every argument (but self and cls) and the answer have a type."""
    given = function.args
    arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    named = [a for a in arguments if a and a.arg not in ("self", "cls")]
    return function.returns is not None and all(a.annotation for a in named)


def documented(file: File) -> Iterator[tuple[str, bool]]:
    """Each public module, class and function, and whether a docstring says what it is for."""
    yield file.path, ast.get_docstring(file.tree) is not None
    waiting: list[ast.Module | ast.ClassDef] = [file.tree]
    while waiting:
        for node in waiting.pop().body:
            if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
                continue
            yield f"{file.path}:{node.lineno} {node.name}", ast.get_docstring(node) is not None
            if isinstance(node, ast.ClassDef):
                waiting.append(node)


def exceptions(house: Sequence[File]) -> list[str]:
    """Names of the classes that end in Error or descend from one that does."""
    classes = [n for f in house for n in ast.walk(f.tree) if isinstance(n, ast.ClassDef)]
    return [c.name for c in classes if any(_error(base) for base in c.bases)]


def _error(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id.endswith(("Error", *BROAD))


def broad(house: Sequence[File]) -> list[str]:
    """Where everything is caught and kept: bare `except:`, `except Exception` without a `raise`."""
    return [
        f"{file.path}:{node.lineno}"
        for file in house
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ExceptHandler) and _swallows(node)
    ]


def _swallows(handler: ast.ExceptHandler) -> bool:
    """A handler that tidies up and raises again lets everything through: that is not broad."""
    everything = handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in BROAD
    )
    last = handler.body[-1]
    return everything and not (isinstance(last, ast.Raise) and last.exc is None)


def measures(house: Sequence[File], tests: Sequence[File]) -> Iterator[Measure]:
    """The rows of the table, in its order."""
    sizes = [f.lines for f in house]
    long = tuple(f"{f.path} has {f.lines} lines" for f in house if f.lines > FILE_MAX)
    now = f"{statistics.median(sizes):.0f}/{max(sizes)}"
    yield Measure("file median/max lines", now, f"≤120/{FILE_MAX}", long)
    named = [pair for f in house for pair in functions(f)]
    yield from _functions(named)
    told = [pair for f in house for pair in documented(f)]
    yield _share("docstrings %", [name for name, ok in told if not ok], len(told), DOCSTRINGS)
    bare = [name for name, function in named if not typed(function)]
    yield _share("typed %", bare, len(named), TYPED)
    comments = 100 * sum(f.comments for f in house) / sum(sizes)
    yield Measure("comments per 100 lines", f"{comments:.1f}", "4–10")
    ratio = sum(f.lines for f in tests) / sum(sizes)
    yield Measure("test:code", f"{ratio:.2f}", "≥1.3")
    raised = exceptions(house)
    yield Measure("exception classes", str(len(raised)), "≤4")
    caught = broad(house)
    per = 1000 * len(caught) / sum(sizes)
    over = tuple(f"{place} catches everything" for place in caught)
    yield Measure("broad excepts per 1,000", f"{per:.1f}", "0", over)


def _functions(named: Sequence[tuple[str, Function]]) -> Iterator[Measure]:
    lengths = sorted(length(function) for _, function in named) or [0]
    tenth = lengths[int(len(lengths) * 0.9) if len(lengths) > 1 else 0]
    long = tuple(f"{n} has {length(f)} lines" for n, f in named if length(f) > FUNCTION_MAX)
    now = f"{statistics.median(lengths):.0f}/{tenth}/{lengths[-1]}"
    yield Measure("function median/p90/max lines", now, f"≤8/25/{FUNCTION_MAX}", long)
    share = 100 * sum(size > 40 for size in lengths) / len(lengths)
    yield Measure("functions over 40 lines", f"{share:.1f}%", "≤2%")


def _share(what: str, missing: Sequence[str], total: int, least: float) -> Measure:
    share = 100 * (1 - len(missing) / total) if total else 100.0
    broken = tuple(f"{name} has none ({what})" for name in missing) if share < least else ()
    return Measure(what, f"{share:.1f}", f"≥{least:.0f}", broken)


def main() -> int:
    """Print the table; 1 when a limit is broken."""
    rows = list(measures(files(ROOT / "src/letterbook"), files(ROOT / "tests")))
    print(f"{'measure':32}{'now':>14}{'goal':>14}")
    for row in rows:
        print(f"{row.what:32}{row.now:>14}{row.goal:>14}{'  broken' * bool(row.broken)}")
    broken = [line for row in rows for line in row.broken]
    for line in broken:
        print(f"  {line}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
