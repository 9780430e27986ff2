"""Attributions: what words mean which letter, and when nothing is held against a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import letterbook
from letterbook.check import quote
from letterbook.check.attributed import attribution
from letterbook.record import Record

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Gulf Papers, 1956</title></titleStmt></fileDesc></teiHeader><text><body>
<div type="document" xml:id="d84" n="84"><head>84. Telegram From the Legation in Marlund to the
Ministry of External Relations</head><opener><dateline>Sankt Evert, October 24, 1956.</dateline>
</opener><p>The Minister read the note twice and asked whether the boats were insured.</p></div>
<div type="document" xml:id="d85" n="85"><head>85. Telegram From the Ministry of External Relations
to the Legation in Marlund</head><opener><dateline>Port Selm, October 25, 1956.</dateline></opener>
<p>You may tell him that the boats were never insured against guard-ships.</p></div>
</body></text></TEI>
"""
READ_TWICE = "The Minister read the note twice and asked whether the boats were insured."


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A volume of two numbered telegrams."""
    folder: Path = tmp_path_factory.mktemp("volume")
    (folder / "gulf1956.xml").write_text(VOLUME, encoding="utf-8")
    with letterbook.open(folder / "book.db") as book:
        book.read(folder)
    with Record(folder / "book.db", readonly=True) as record:
        yield record


# An attribution, and whether the words of document 84 are rightly given so.
GIVEN = (
    ("(Document 84)", True),
    ("Document 85", False),
    ("Doc. 12", True),  # no such number here: nothing can be told
    ("gulf1956/d84", True),
    ("gulf1956/d85", False),
    ("Telegram From the Legation in Marlund to the Ministry of External Relations,"
     " October 24, 1956", True),
    ("Telegram From the Ministry of External Relations to the Legation in Marlund,"
     " October 25, 1956", False),
    ("telegram of October 24, 1956", True),
    ("telegram of October 25, 1956", False),
    ("the telegrams of October 1956", True),  # a month holds both
    ("the Minister", True),
    ("and/or", True),
    ("in 1956", True),
)  # fmt: skip


@pytest.mark.parametrize(("said", "right"), GIVEN)
def test_attributions_of_a_numbered_telegram(volume: Record, said: str, right: bool):
    """By number, by place in a volume, by heading and day, by kind and day, and loosely."""
    assert quote(volume, READ_TWICE, said).kind == ("exact" if right else "wrong source")


def test_an_attribution_keeps_its_words(volume: Record):
    """The verdict shows it as the brief has it."""
    assert quote(volume, READ_TWICE, "Document 85").attributed == "Document 85"
    assert attribution(volume, "  ").words == ""


def test_the_reason_says_where_the_words_do_stand(volume: Record):
    """A reader who looks up document 85 is sent to the telegram of October 24."""
    said = quote(volume, READ_TWICE, "Document 85")
    assert "Legation in Marlund" in said.reason and "October 24, 1956" in said.reason
