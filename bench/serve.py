"""`python -m bench.serve BOOK`: how quick the reading room is, alone and with many at once.

Starts `letterbook serve` on the record, asks pages of every kind at random, and prints for each
p50, p95 and the errors: at one user, and at `--users` at once; what is slower than it may be
(`ALONE`, `MANY`) is marked. With `--datasette PROGRAM` the same file is asked of Datasette in the
same run, kind by kind where it has a page of the kind: a letter's row, a full-text search, ….
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

WORDS = """treaty border minister troops loan grain embassy proposal election agreement council
frontier visit message conversation assistance neutral ambassador telegram ceasefire""".split()
SEARCH = quote("SELECT rowid, snippet(search, 1, '*', '*', '…', 30) FROM search"
               " WHERE search MATCH :q ORDER BY rank LIMIT 10")  # fmt: skip
ALONE, MANY = 100, 400  # milliseconds that p95 of a kind of page may take
SMALL = 100_000  # bytes of the entrance
Addresses = dict[str, list[str]]


@dataclass(slots=True)
class Times:
    """Milliseconds by kind of page, and what went wrong."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)
    bytes: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kind: str, milliseconds: float, size: int, error: str) -> None:
        """One answer."""
        with self.lock:
            self.took[kind].append(milliseconds)
            self.bytes[kind] = max(self.bytes.get(kind, 0), size)
            if error:
                self.wrong.append(error)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.serve", description=__doc__)
    parser.add_argument("book", type=Path)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--users", type=int, default=32)
    parser.add_argument("--settle", type=float, default=30.0,
                        help="seconds from opening the room to the first request")  # fmt: skip
    parser.add_argument("--datasette", default="", help="the program, to be asked the same")
    chosen = parser.parse_args(arguments)
    asked = addresses(chosen.book)
    program = [sys.executable, "-m", "letterbook", "serve", "--book", str(chosen.book), "--port"]
    wrong = 0
    with running(program) as port:
        time.sleep(chosen.settle)
        alone, many = max(chosen.requests // 8, 200), chosen.requests
        ours = Times()
        for users, requests, most in ((1, alone, ALONE), (chosen.users, many, MANY)):
            ours = ask(port, asked, users, requests)
            wrong += report(f"letterbook serve, {users} at once", ours, most)
        small = ours.bytes.get("entrance", 0) < SMALL
        print(f"entrance: {ours.bytes.get('entrance', 0):,} bytes{'' if small else '  TOO LARGE'}")
    if chosen.datasette:
        compare(chosen.book, chosen.datasette, ours, chosen.users, chosen.requests // 4)
    return 1 if wrong else 0


def addresses(book: Path) -> Addresses:
    """Pages of every kind, by kind, from what the record holds."""
    con = sqlite3.connect(f"file:{quote(str(book))}?mode=ro", uri=True)
    rng = random.Random(7)

    def some(query: str, most: int = 400) -> list[str]:
        found = [row[0] for row in con.execute(query)]
        return rng.sample(found, min(len(found), most))

    letters = some("SELECT id FROM letter")
    linked = some("SELECT DISTINCT letter.id FROM link JOIN letter ON letter.nr = link.letter"
                  " WHERE link.kind = 'answers'") or letters[:50]  # fmt: skip
    people = some("SELECT id FROM person", 100)
    years = some("SELECT DISTINCT substr(earliest, 1, 4) FROM letter WHERE earliest > ''", 30)
    pairs = con.execute("""SELECT letter.id, "to" FROM link JOIN letter ON letter.nr = link.letter
        WHERE link.kind = 'same letter as' AND "to" > '' LIMIT 30""").fetchall()
    matters: list[str] = []
    with contextlib.suppress(sqlite3.OperationalError):  # never gathered
        matters = some("SELECT id FROM matter WHERE best >= 0.5", 100)
    con.close()
    words = [" ".join(rng.sample(WORDS, rng.choice((1, 2, 2, 3)))) for _ in range(200)]
    made = {
        "entrance": ["/"],
        "letter": [f"/letter/{id}" for id in letters],
        "letter, evidence": [f"/letter/{id}?evidence=date" for id in letters[:100]],
        "letter as JSON": [f"/letter/{id}.json" for id in letters[:100]],
        "exchange": [f"/exchange/{id}" for id in linked[:100]],
        "letters": [f"/letters?page={n}" for n in range(1, 40)]
        + [f"/letters?since={year}&until={year}" for year in years],
        "search": [f"/search?q={quote(q)}" for q in words],
        "people": [f"/people?page={n}" for n in range(1, 6)],
        "person": [f"/person/{id}" for id in people],
        "missing": [f"/missing?page={n}" for n in range(1, 20)],
        "sources": ["/sources"],
        "editions": [f"/editions/{a}/{b}" for a, b in pairs],
        "matters": [f"/matters?page={n}" for n in range(1, 20)] if matters else [],
        "matter": [f"/matters/{id}" for id in matters],
        "due": [f"/due?page={n}" for n in range(1, 10)] if matters else [],
        "uncertain": [f"/uncertain?page={n}" for n in range(1, 20)],
        "timeline": [f"/write/timeline/{id}" for id in linked[:40]],
        "regest": [f"/write/regest/{id}" for id in linked[:40]],
    }
    return {kind: held for kind, held in made.items() if held}


@contextlib.contextmanager
def running(program: Sequence[str]) -> Iterator[int]:
    """The server on a free port of this machine, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    with subprocess.Popen([*program, str(port)], stdout=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            yield port
        finally:
            server.terminate()


def _wait(port: int) -> None:
    for _ in range(6000):  # what the letters ask and promise may have to be looked for first
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise SystemExit("bench: the server did not begin to listen")


def ask(port: int, asked: Addresses, users: int, requests: int) -> Times:
    """So many requests, spread over so many users at once, each with a connection of its own."""
    times, kinds = Times(), list(asked)

    def user(seed: int) -> None:
        rng = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(requests // users):
            kind = rng.choice(kinds)
            times.add(kind, *_one(connection, rng.choice(asked[kind])))
        connection.close()

    threads = [threading.Thread(target=user, args=(seed,)) for seed in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _one(connection: http.client.HTTPConnection, address: str) -> tuple[float, int, str]:
    begun = time.perf_counter()
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        size = len(answer.read())
        error = "" if answer.status == 200 else f"{answer.status} {address}"
    except (OSError, http.client.HTTPException) as fault:
        connection.close()
        size, error = 0, f"{type(fault).__name__} {address}"
    return (time.perf_counter() - begun) * 1000, size, error


def report(title: str, times: Times, most: float = 0) -> int:
    """Print the figures, marked where p95 is above `most`; how many answers were wrong."""
    total = sum(map(len, times.took.values()))
    print(f"{title}: {total:,} requests, {len(times.wrong)} wrong")
    for kind, took in [*sorted(times.took.items()), ("all", _all(times))]:
        size = f"{times.bytes[kind] / 1000:6.0f} kB" if kind in times.bytes else ""
        slow = "  TOO SLOW" if 0 < most < p(took, 95) else ""
        print(f"  {kind:18} p50 {p(took, 50):7.1f}  p95 {p(took, 95):7.1f} ms {size}{slow}")
    for fault in times.wrong[:5]:
        print(f"  {fault}")
    return len(times.wrong)


def _all(times: Times) -> list[float]:
    return [each for took in times.took.values() for each in took]


def p(took: Sequence[float], percent: int) -> float:
    """The percentile of some times."""
    return statistics.quantiles(took, n=100)[percent - 1] if len(took) > 1 else took[0]


def compare(book: Path, program: str, ours: Times, users: int, requests: int) -> None:
    """The same questions put to Datasette, and how our times stand to its."""
    con = sqlite3.connect(f"file:{quote(str(book))}?mode=ro", uri=True)
    ids = [row[0] for row in con.execute("SELECT nr FROM letter ORDER BY random() LIMIT 200")]
    people = [row[0] for row in con.execute("SELECT id FROM person LIMIT 100")]
    con.close()
    name = quote(book.stem)
    asked = {
        "entrance": [f"/{name}"],
        "letter": [f"/{name}/letter/{nr}" for nr in ids],
        "letter as JSON": [f"/{name}/letter/{nr}.json" for nr in ids],
        "people": [f"/{name}/person?_size=100"],
        "person": [f"/{name}/person/{id}" for id in people],
        "sources": [f"/{name}/file?_size=100"],
        "letters": [f"/{name}/letters?_size=50&kind={k}" for k in ("letter", "telegram")],
        "search": [f"/{name}?sql={SEARCH}&q={quote(q)}" for q in WORDS],
    }
    serve: Callable[[], contextlib.AbstractContextManager[int]] = lambda: running(  # noqa: E731
        [program, "serve", str(book), "--setting", "sql_time_limit_ms", "20000", "-p"]
    )
    with serve() as port:
        theirs = ask(port, asked, users, requests)
    report(f"datasette on the same file, {users} at once", theirs)
    for kind in asked:
        half, most = (p(ours.took[kind], n) / p(theirs.took[kind], n) for n in (50, 95))
        print(f"  {kind:18} p50 {half:5.2f}  p95 {most:5.2f} of datasette's")


if __name__ == "__main__":
    sys.exit(main())
