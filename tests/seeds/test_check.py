"""The seeds' brief held against their history: what a careful reader would let stand.

The seeds lie outside the repository; only single words and short phrases stand below.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import letterbook
from letterbook.check.checked import Checked
from letterbook.model import Verdict


@pytest.fixture(scope="module")
def checked(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Seed 004 against a record of the others."""
    folder = tmp_path_factory.mktemp("brief")
    shutil.copytree(shared / "seeds", folder / "seeds")
    [brief] = (folder / "seeds").glob("004_*")
    with letterbook.open(folder / "book.db") as book:
        book.read([path for path in (folder / "seeds").iterdir() if path != brief])
        return book.check(brief)


def _claim(checked: Checked, phrase: str) -> Verdict:
    [found] = [v for v in checked.verdicts if v.what == "claim" and phrase in checked.words(v)]
    return found


# Each phrase, and what its verdict must name.
NOT_SIMPLY_SO = [
    ("leverage", "leverage"),
    ("restrictions on American", "legal rights"),
    ("ideological differences", ""),
    ("a testament to", ""),
]


@pytest.mark.parametrize(("phrase", "named"), NOT_SIMPLY_SO)
def test_what_the_history_does_not_say(checked: Checked, phrase: str, named: str) -> None:
    """What goes beyond the source is not simply supported, and the reason says where."""
    found = _claim(checked, phrase)
    assert found.kind in ("partly", "not found") and named in found.reason


def test_three_promises_are_not_one_agreement(checked: Checked) -> None:
    """Each promise was given; that one agreement held them all is what the history does not say."""
    [whole] = [s for s in checked.sentences if "future debt negotiations" in checked.words(s)]
    assert whole.kind == "partly" and len(whole.claims) == 3
    assert [v.kind for v in whole.claims] == ["supported"] * 3
    assert [bool(v.cautions) for v in whole.claims] == [False, True, True]
    assert "sets these apart" in whole.claims[1].cautions[0].why


def test_most_claims_are_supported(checked: Checked) -> None:
    """Clause by clause more than half is borne out, each claim pinned; the rest says why not."""
    claims = [v for v in checked.verdicts if v.what == "claim" and v.kind != "not checked"]
    supported = [v for v in claims if v.kind == "supported"]
    assert len(supported) > len(claims) / 2 and all(v.pins for v in supported)
    assert len(claims) > 2 * len([s for s in checked.sentences if s.kind != "not checked"])


def test_nothing_is_called_false(checked: Checked) -> None:
    """No claim of the brief is contradicted: it is worded otherwise, not wrong."""
    assert not [checked.words(v) for v in checked.verdicts if v.kind == "contradicted"]


def test_what_the_history_says_is_supported(checked: Checked) -> None:
    """Claims in other words than the history's, each pinned to it."""
    for phrase in ("severed diplomatic ties", "non-recognition policy continued"):
        found = _claim(checked, phrase)
        assert found.kind == "supported" and found.pins


def test_the_quotations(checked: Checked) -> None:
    """One silently cut at its end, one a marked ellipsis with a caution, one exact."""
    quotations = [v for v in checked.verdicts if v.what == "quotation"]
    assert [v.kind for v in quotations] == ["silent cut end", "marked ellipsis", "exact"]
    assert [bool(v.cautions) for v in quotations] == [False, True, False]
    assert len(checked.unfaithful) == 1
