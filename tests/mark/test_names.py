"""Names spotted in a text: by capitalised word, over hyphens, apostrophes and broken lines."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from letterbook.mark.names import Lexicon, fold_word, skeleton, spot

KNOWN = Lexicon.of(
    [("averill",), ("oreno", "vel"), ("oreno",), ("gault",), ("degault",), ("tarn", "li", "po"),
     ("merridew",)]
)  # fmt: skip


def found(text: str) -> list[str]:
    """The stretches of the text that are hit, those that are only close left out."""
    return [text[hit.start : hit.end] for hit in spot(text, KNOWN) if not hit.close]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Averill saw AVERILL’s son.", ["Averill", "AVERILL"]),
        ("Oreno Vel came; Oreno's brother did not.", ["Oreno Vel", "Oreno"]),
        ("He met Tarn Li-po and Tarn\nLi Po.", ["Tarn Li-po", "Tarn\nLi Po"]),
        ("deGault and de Gault", ["Gault", "Gault"]),
        ("a pro-Averill paper, and the Averills", ["Averill"]),
        ("an averill is no name", []),
        ("McAverill is somebody else", []),
        ("the Ave-\nrill papers", ["Ave-\nrill"]),
        ("An Averill-led party", ["Averill"]),
    ],
)
def test_names_stand_as_people_write_them(text, names):
    """A name is hit in capitals, with its own "’s", over hyphens and line ends, never in a word."""
    assert found(text) == names


def test_a_particle_before_the_name_is_seen():
    """The small words before a name are told, so that a hit can begin with them."""
    text = "General de Gault"
    (hit,) = spot(text, KNOWN)
    assert text[hit.particle : hit.end] == "de Gault"


@pytest.mark.parametrize("word", ["Merridow", "Meridew", "Merriddew"])
def test_one_letter_amiss_is_said_to_be_close(word):
    """A slip of one letter is a hit, but only a close one."""
    (hit,) = spot(f"To {word}, at home", KNOWN)
    assert hit.close
    assert hit.words == ("merridew",)


def test_two_letters_amiss_are_another_name():
    """Two slips make another name."""
    assert list(spot("To Merritow, at home", KNOWN)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("tchekhov", "chekhov"), ("zhdanov", "jdanov"), ("schwarzenov", "shwarzenow"),
     ("boulatov", "bulatoff"), ("vyshinskii", "vyshinsky")],
)  # fmt: skip
def test_alphabets_apart_sound_alike(one, other):
    """One Russian name through three alphabets has one sound."""
    assert skeleton(one) == skeleton(other)


def test_sounds_do_not_swallow_other_names():
    """Names that are told apart by eye keep different sounds."""
    names = ["averill", "oreno", "merridew", "tredway", "farr", "quill", "vale", "vole", "johnson"]
    assert len({skeleton(name) for name in names}) == len(names)


@given(st.text(alphabet="Averil’s-OnÖ .\n1", max_size=60))
def test_hits_are_in_order_and_stand_in_the_text(text):
    """Hits never overlap, and what a hit says stands at its place."""
    end = 0
    for hit in spot(text, KNOWN):
        assert end <= hit.start < hit.end <= len(text)
        assert hit.particle <= hit.start
        end = hit.end


@given(st.text(max_size=20))
@example("㎩")  # a sign that is two letters, one of them a capital
def test_folding_twice_is_folding_once(word):
    """Folding a folded word changes nothing."""
    assert fold_word(fold_word(word)) == fold_word(word)
