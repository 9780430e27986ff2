"""Bytes → text: encodings, line ends, what cannot be held."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.read.decode import clean, decode
from letterbook.read.when import edtf, when

RUSSIAN = "Уважаемый господин Президент, я получил Ваше письмо от десятого октября. " * 5
FRENCH = "Monsieur le Président, j’ai reçu votre lettre “très” tôt – à Genève. " * 5
POLISH = "Szanowny Panie Prezydencie, otrzymałem Pański list z dnia dziesiątego, żądając. " * 5


@pytest.mark.parametrize(
    ("text", "codec", "said"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8"),
        (RUSSIAN, "koi8-r", "koi8-r (guessed)"),
        (RUSSIAN, "cp1251", "windows-1251 (guessed)"),
        (FRENCH, "cp1252", "windows-1252 (guessed)"),
        (POLISH, "iso8859-2", "iso8859-2 (guessed)"),
        (POLISH, "cp1250", "windows-1250 (guessed)"),
        (FRENCH, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "utf-16", "utf-16-le"),
        (FRENCH, "utf-32-le", "utf-32-le"),
        (FRENCH, "utf-32-be", "utf-32-be"),
    ],
)
def test_encodings(text, codec, said):
    """The encoding is found, and said."""
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.faults) == (text, said, ())


def test_declared_encoding():
    """A statement in the file is believed when the bytes are not UTF-8."""
    data = b'<?xml version="1.0" encoding="koi8-r"?><p>' + RUSSIAN.encode("koi8-r")
    assert decode(data, declares=True).encoding == "koi8-r"
    assert RUSSIAN in decode(data, declares=True).text


@pytest.mark.parametrize("name", ["rot13", "utf-16", "nonsense", "unicode_escape", "hex"])
def test_declared_nonsense(name):
    """A statement that is no encoding of text is not followed."""
    data = f'<?xml encoding="{name}"?>'.encode() + FRENCH.encode("cp1252")
    assert FRENCH in decode(data, declares=True).text


def test_mixed_encodings():
    """UTF-8 into which Windows-1252 was pasted: both are read, and the place is told."""
    data = "Дорогой “друг”\r\n".encode() + "it’s naïve\r\n".encode("cp1252")
    decoded = decode(data)
    assert decoded.text == "Дорогой “друг”\nit’s naïve\n"
    (fault,) = decoded.faults
    assert decoded.text[fault.offset] == "’"


def test_nul_and_line_ends():
    """NULs become U+FFFD and are told of; line ends become LF."""
    decoded = decode(b"one\r\ntwo\rthree\0four")
    assert decoded.text == "one\ntwo\nthree\ufffdfour"
    assert decoded.faults[0].offset == decoded.text.index("\ufffd")


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes(data, declares):
    """Any bytes give the same text twice, and one that SQLite holds."""
    decoded = decode(data, declares)
    assert decoded == decode(data, declares)
    assert "\0" not in decoded.text
    assert "\r" not in decoded.text
    decoded.text.encode()
    assert all(0 <= fault.offset <= len(decoded.text) for fault in decoded.faults)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_utf8_is_kept(text):
    """What is UTF-8 is read as it is."""
    data = text.encode()
    if b"\0" not in data and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE)):
        assert decode(data).text == text


def test_clean():
    """Lone surrogates and NULs do not survive."""
    assert clean("a\ud800b\0c") == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1962", "1962"), ("1962-10", "1962-10"), ("1962-10-05", "1962-10-05"),
        ("1962-10/1962-11", "1962-10-01/1962-11-30"), ("1962-10-05?", "1962-10-05?"),
        ("../1962-10-05", "../1962-10-05"), ("1962-10-05/..", "1962-10-05/.."),
        ("1962-13", None), ("October 5, 1962", None), ("", None), ("/", None),
        ("1963/1962", None), ("0000", None), ("9999-12-31", None),
    ],
)  # fmt: skip
def test_dates(text, expected):
    """ISO dates and simple EDTF, nothing else."""
    found = edtf(text)
    assert (found.edtf if found else None) == expected


def test_times():
    """The clock is kept; Z only when the text says so."""
    found = [when(f"1962-12-19T{t}") for t in ("19:00:00", "07:30Z", "07:30+03:00")]
    assert [day and day.time for day in found] == [
        "19:00", "07:30Z", "07:30",
    ]  # fmt: skip
