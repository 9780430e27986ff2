"""`check`: a brief against the sample, on a page, as JSON, HTML and Markdown; what goes wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterbook.book import Book
from letterbook.cli import door

HEAP = Path(__file__).parents[2] / "examples" / "heap"
BRIEF = HEAP / "afterwards" / "brief-a-line-reopened.md"
Check = Callable[..., Result]
FAITHFUL = "On February 3, 1958, Averill wrote to Morvény. The arrears have never been settled.\n"
COMPOUND = (
    "The gates were raised on the following day,"
    " and the growers of Dolin were paid for their pears."
)
FALSE = "The guard-ship Jasva took nine boats of Cresby with twenty-three men and boys.\n"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample correspondence, read once."""
    path = tmp_path_factory.mktemp("check") / "sample.db"
    with Book(path) as book:
        book.read([HEAP], jobs=1)
    return path


@pytest.fixture
def check(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Run `letterbook check` on the sample, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, typed: str = "") -> Result:
        command = ["check", *arguments, "--book", str(sample)]
        return CliRunner().invoke(door, command, input=typed)

    return run


def test_the_page(check: Check) -> None:
    """A summary first; then each quotation and claim with sign, line, words, reason and place."""
    said = check(str(BRIEF))
    lines = said.stdout.splitlines()
    assert lines[0] == "A Line Reopened: Orvane and Tolmary, 1956–1958"
    assert re.match(
        r"5 quotations, \d unfaithful, \d to be read with caution\. \d+ claims in \d+ sentences:",
        lines[1],
    )
    assert "✗ silent cut end  line 30" in said.stdout and "✗ negation changed" in said.stdout
    assert "“with” for “without”" in said.stdout or "“without” where it has “with”" in said.stdout
    assert "Five days earlier" in " ".join(said.stdout.split())  # what the marked cut drops
    assert "✓ supported" in said.stdout and "≈ partly supported" in said.stdout
    assert "a-line-reopened.txt:5" in said.stdout
    assert "Not checked" in said.stdout and "A heading claims nothing." in said.stdout
    assert said.exit_code == 1


def test_exit_codes(check: Check) -> None:
    """0 where nothing is unfaithful, 1 where a claim is contradicted, 2 for wrong usage."""
    assert check("-", typed=FAITHFUL).exit_code == 0
    assert check("-", typed=FALSE).exit_code == 1
    assert check("-", "--json", "--to", "html", typed=FAITHFUL).exit_code == 2
    assert check().exit_code == 2


def test_several_briefs(check: Check, tmp_path: Path) -> None:
    """As a commit hook calls it: each file in turn, 1 if one of them is unfaithful."""
    (tmp_path / "good.md").write_text(FAITHFUL, "utf-8")
    (tmp_path / "bad.md").write_text(FALSE, "utf-8")
    assert check("good.md").exit_code == 0
    said = check("good.md", "bad.md")
    assert said.exit_code == 1
    assert said.stdout.index("good.md") < said.stdout.index("bad.md")
    told = json.loads(check("good.md", "bad.md", "--json").stdout)
    assert [each["faithful"] for each in told] == [True, False]
    assert check("good.md", "bad.md", "--to", "html").exit_code == 2


def test_without_claims(check: Check) -> None:
    """`--no-claims` looks at quotations only."""
    said = check("-", "--no-claims", typed=FALSE)
    assert said.exit_code == 0 and "No quotation." in said.stdout
    assert "Claims" not in said.stdout


def test_json(check: Check) -> None:
    """Stable keys; offsets are the brief's and the source's own, with the words there."""
    told = json.loads(check(str(BRIEF), "--json").stdout)
    assert list(told) == ["file", "title", "faithful", "verdicts", "sentences"]
    assert told["faithful"] is False
    text = BRIEF.read_text("utf-8")
    for one in told["verdicts"]:
        assert list(one) == [
            "what", "verdict", "faithful", "words", "start", "end", "reason", "letter", "also",
            "attributed", "score", "pins", "differences", "cautions", "within",
        ]  # fmt: skip
        assert one["words"] == text[one["start"] : one["end"]]
        for pin in one["pins"]:
            assert list(pin) == ["source", "start", "end", "words", "file", "where", "line"]
            assert pin["words"] and pin["line"] >= 1
    starts = [one["start"] for one in told["verdicts"]]
    assert starts == sorted(starts)


def test_claims_of_a_sentence(check: Check) -> None:
    """Each clause has its own verdict and sign; the sentence is supported only where all are."""
    told = json.loads(check("-", "--json", typed=COMPOUND).stdout)
    [whole] = told["sentences"]
    assert whole["words"] == COMPOUND and whole["verdict"] == "partly"
    assert [claim["verdict"] for claim in whole["claims"]] == ["supported", "partly"]
    assert [one["words"] for one in told["verdicts"]] == [
        "The gates were raised on the following day",
        "the growers of Dolin were paid for their pears.",
    ]
    assert all((one["within"]["start"], one["within"]["end"]) == (0, len(COMPOUND))
               for one in told["verdicts"])  # fmt: skip
    page = check("-", typed=COMPOUND).stdout
    assert "2 claims in 1 sentence: 1 supported, 1 partly supported" in " ".join(page.split())
    assert "≈ partly supported: of 2 claims 1 supported, 1 partly supported" in page
    marked = check("-", "--to", "markdown", typed=COMPOUND).stdout
    assert "following day ✓[^1], and the growers" in marked and "pears. ≈[^2]" in marked
    html = check("-", "--to", "html", typed=COMPOUND).stdout
    assert '<mark class="good">The gates were raised' in html
    assert '<mark class="caution">the growers of Dolin' in html
    assert "of 2 claims 1 supported" in html


class Tags(HTMLParser):
    """The tags of a page, and whether each is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: dict[str, int] = {}
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count it."""
        self.seen[tag] = self.seen.get(tag, 0) + 1
        self.attributes += attrs
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """It closes the one opened last."""
        assert self.open.pop() == tag


def test_html(check: Check) -> None:
    """One page, well formed, one style block, no script; each verdict has a card and a sign."""
    page = check(str(BRIEF), "--to", "html").stdout
    tags = Tags(page)
    assert not tags.open
    assert tags.seen["style"] == 1 and "script" not in tags.seen and "link" not in tags.seen
    cards = re.findall(r'<article id="v(\d+)"', page)
    assert cards and cards == sorted(cards, key=int) and len(set(cards)) == len(cards)
    assert all(f'href="#v{n}"' in page for n in cards)
    for words in ("✗14 silent cut end", "✓1", "≈4", "?10"):
        sign, _, name = words.partition(" ")
        assert sign in page and name in page
    assert not any(name in ("src", "onclick") for name, _ in tags.attributes)


def test_markdown(check: Check) -> None:
    """The brief's own words with a sign and a footnote at each verdict."""
    page = check(str(BRIEF), "--to", "markdown").stdout
    marks = re.findall(r"[✓✗≈?!]\[\^(\d+)\]", page)
    notes = re.findall(r"^\[\^(\d+)\]: [✓✗≈?!] \*\*", page, re.M)
    assert marks == notes == [str(n) for n in range(1, len(notes) + 1)]
    bare = re.sub(r" [✓✗≈?!]\[\^\d+\]", "", page)
    assert "- **The loan:** Tolmary resumed payment and settled the arrears in full." in bare


def test_out(check: Check, tmp_path: Path) -> None:
    """`--out` writes a file and leaves the terminal alone."""
    said = check("-", "--to", "html", "--out", "page.html", typed=FAITHFUL)
    assert said.stdout == "" and "page.html is written" in said.stderr
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")
    assert check("-", "--out", "no/such/folder.txt", typed=FAITHFUL).exit_code == 1


HOSTILE = (
    "# <script>alert(1)</script> \x1b[31m\u202etxt.exe\n\n"
    "<img src=x onerror=alert(2)> Averill wrote to Morvény on February 3, 1958.\n\n"
    '- "Three of the four boats were <b>returned</b> on April 30, 1957 \u202e\x07"\n'
    "[a link](javascript:alert(3)) that the arrears have never been settled.\n"
)


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_hostile_briefs_run_nothing(check: Check, form: str) -> None:
    """Markup is shown, not obeyed; nothing steers the terminal or turns the line round."""
    page = check("-", "--to", form, typed=HOSTILE).stdout
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", page)
    assert "alert(1)" in page
    if form != "text":
        assert "<script" not in page and "<img" not in page and "<b>returned" not in page
    if form == "markdown":
        assert "](javascript" not in page
    if form == "html":
        assert not Tags(page).open


# What is no brief: the message says which file, and what to do; nothing is a crash.
BAD = [
    ("empty.md", b"", "nothing to check"),
    ("blank.md", b" \n\n ", "nothing to check"),
    ("noise.md", bytes(range(256)) * 64, "nothing to check"),
    ("two.zip", None, "more than one text"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD)
def test_what_cannot_be_checked(
    check: Check, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    """Empty, blank and binary files, and those that hold several texts."""
    if content is None:
        content = (HEAP / "parcel.zip").read_bytes()
    (tmp_path / name).write_bytes(content)
    result = check(name)
    assert result.exit_code == 1 and said in result.stderr and name in result.stderr


def test_a_file_that_is_not_there(check: Check) -> None:
    """The message names the file and the way out."""
    result = check("no-brief.md")
    assert result.exit_code == 1 and "no-brief.md: no such file" in result.stderr


def test_progress(check: Check) -> None:
    """A long brief says how far it is, and the line is cleared."""
    said = check("-", "--progress", typed="The arrears have never been settled.\n\n" * 41)
    assert "checking: 20 of 41" in said.stderr and "checking: 41 of 41" in said.stderr
    assert said.stderr.endswith("\r")


def test_stopping(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C stops with the usual code; nothing was kept, so nothing is lost."""

    def stop(*_: object) -> Iterator[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr("letterbook.book.checking.claims", stop)
    result = check("-", typed=FAITHFUL)
    assert result.exit_code == 130 and "stopped" in result.stderr
