"""What all tests share: where gold and seeds lie, and whether golden cases are rewritten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed. Where a change is judged, examples are the same each time: LETTERBOOK_EXAMPLES
# chooses "steady" (.ci/run), "searching" (a long hunt), or else new ones each run.
settings.register_profile("fresh", deadline=None)
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("LETTERBOOK_EXAMPLES", "fresh"))

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--shared DIR` names the folder with seeds and gold; `--golden` rewrites golden cases."""
    parser.addoption("--shared", default=None, help="folder that holds seeds/ and gold/")
    parser.addoption("--golden", action="store_true", help="rewrite golden cases; read the diff")


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest) -> Path:
    """The folder with seeds and gold, or the test is skipped with a word on how to give it."""
    named = request.config.getoption("--shared") or os.environ.get("LETTERBOOK_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    if named and not folder.is_dir():
        pytest.fail(f"{folder}: no such folder; mend --shared or LETTERBOOK_SHARED")
    if not folder.is_dir():
        pytest.skip("no ../shared: give --shared DIR or set LETTERBOOK_SHARED to run this")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden cases are to be rewritten rather than compared."""
    return bool(request.config.getoption("--golden"))
