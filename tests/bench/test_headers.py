"""The headers adapter: a marked text becomes a prediction, from its text alone."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from bench import headers
from bench.__main__ import main
from letterbook.model import By, Finding, Name, Source, Span, Value, When, Words, letter_id

TEXT = "3. Letter From Chairman Orlo to President Vane\n\nTarn, May 4, 1951, 7 p.m.\n\nDear Sir:\n"


def finding(source: Source, kind: str, words: str, value: Value, score: float = 1.0) -> Finding:
    """A rule's finding over the first place where `words` stand."""
    start = source.text.index(words)
    span = Span(source.id, start, start + len(words))
    return Finding(span, kind, value, By("rule", "test"), letter_id(source.id, 1), (), score)


def marked(source: Source, markup: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What marking would say of TEXT, and one finding about a second letter."""
    day = datetime.date(1951, 5, 4)
    second = Finding(
        Span(source.id, 0, 1), "sender", Name("Else"), By("rule", "test"), letter_id(source.id, 2)
    )
    return (
        finding(source, "sender", "Chairman Orlo", Name("Orlo", "Chairman")),
        finding(source, "recipient", "President Vane", Name("Vane")),
        finding(source, "recipient", "Sir", Name("Sir"), score=0.3),
        finding(source, "date", "May 4, 1951", When(day, day, time="19:00")),
        finding(source, "place", "Tarn", Words("Tarn")),
        finding(source, "kind", "Letter", Words("letter")),
        second,
    )


@pytest.fixture
def marking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put `marked` in the place of the real marking."""
    monkeypatch.setattr(headers, "mark", marked)


@pytest.mark.usefixtures("marking")
def test_a_prediction_holds_what_is_asserted_of_the_first_letter():
    """Candidates and other letters stay out; office and name stand as heads print them."""
    row = headers.predict(TEXT)
    words = row.pop("words")
    assert row == {
        "from": ["Chairman (Orlo)"],
        "to": ["Vane"],
        "kind": "letter",
        "place": "Tarn",
        "date": "1951-05-04T19:00",
        "earliest": "1951-05-04",
        "latest": "1951-05-04",
    }
    assert words["from"] == "Chairman Orlo"


@pytest.mark.parametrize(("ours", "theirs"), [("telegram", "telegram"), ("report", "other")])
def test_kinds_beyond_the_questions_are_other(ours, theirs, monkeypatch):
    """We tell more kinds apart than the questions do."""

    def only_kind(source: Source, markup: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return (finding(source, "kind", "Letter", Words(ours)),)

    monkeypatch.setattr(headers, "mark", only_kind)
    assert headers.predict(TEXT)["kind"] == theirs


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((1951, 5, 4), (1951, 5, 6), "1951-05-04"),
        ((1951, 5, 1), (1951, 5, 31), "1951-05"),
        ((1951, 1, 1), (1951, 12, 31), "1951"),
    ],
)
def test_a_date_is_as_wide_as_the_text_says(first, last, said):
    """A month stays a month; a range is named by its first day."""
    assert headers.day(When(datetime.date(*first), datetime.date(*last), doubt="")) == said


def test_an_open_start_gives_no_date():
    """A letter from before 4 May is dated on no day."""
    assert headers.day(When(None, datetime.date(1951, 5, 4))) == ""


def test_predictions_do_not_depend_on_ids(tmp_path: Path):
    """Two files of the same texts under other ids get the same answers, in order."""
    texts = [TEXT, "Undated note.\n", TEXT.replace("Tarn", "Ulm")]
    answers = []
    for prefix in ("1951/d", "x"):
        questions, out = tmp_path / f"{prefix[0]}.jsonl", tmp_path / f"{prefix[0]}.out.jsonl"
        rows = [{"id": f"{prefix}{i}", "text": text} for i, text in enumerate(texts)]
        questions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        main(["headers", str(questions), "--out", str(out)])
        said = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        assert [row.pop("id") for row in said] == [row["id"] for row in rows]
        answers.append(said)
    assert answers[0] == answers[1]
