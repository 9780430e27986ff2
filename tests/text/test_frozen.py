"""Values that are made often: what a quick `__init__` must keep of a frozen dataclass."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, fields, replace
from inspect import signature

import pytest

from letterbook.model import By, Finding, Furniture, Span, Words, frozen
from letterbook.text import skip

SPAN = Span("k7m2q9xd", 3, 9)
FINDING = Finding(SPAN, "place", Words("Vardény"), By("rule", "dateline", "5"))


def test_defaults_and_names():
    """A field left out is what the class says; one may be named, and none is taken twice."""
    assert FINDING.of == "" and FINDING.because == () and FINDING.score == 1.0
    by = By(kind="rule", name="dateline", version="5")
    assert Finding(kind="place", span=SPAN, by=by, value=Words(text="Vardény")) == FINDING
    assert list(signature(Finding).parameters) == [f.name for f in fields(Finding)]
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'end'"):
        Span("k7m2q9xd", 3)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="multiple values"):
        Span("k7m2q9xd", 3, 9, end=9)  # type: ignore[misc]


def test_never_changes():
    """It is frozen, holds nothing but its fields, and equal ones are one in a set."""
    with pytest.raises(FrozenInstanceError):
        FINDING.kind = "date"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        FINDING.colour = "red"  # type: ignore[attr-defined]
    assert len({FINDING, replace(FINDING), copy.deepcopy(FINDING)}) == 1
    assert replace(FINDING, score=0.4).score == 0.4


@pytest.mark.parametrize(
    "value", [SPAN, FINDING, Furniture("page", "287"), skip("a\n2\nb", [(1, 4, " ")])]
)
def test_goes_to_another_process_and_back(value):
    """Findings are made in other processes: they come over whole."""
    assert pickle.loads(pickle.dumps(value)) == value
    assert repr(copy.copy(value)) == repr(value)


def test_as_dataclasses_do():
    """The decorator gives what `dataclass(frozen=True, slots=True)` does, methods included."""

    @frozen
    class Seal:
        """Of an office."""

        office: str
        colour: str = "red"

        def words(self) -> str:
            return f"{self.colour} seal of the {self.office}"

    assert Seal("Chancery").words() == "red seal of the Chancery"
    assert asdict(Seal("Chancery", "green")) == {"office": "Chancery", "colour": "green"}
    assert repr(Seal("Chancery")).endswith("Seal(office='Chancery', colour='red')")
    assert Seal.__doc__ == "Of an office."
    assert not hasattr(skip("", ()), "__dict__")
