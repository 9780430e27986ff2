"""TEI: the text as a reading edition, the editors' tags as findings."""

import datetime

import pytest

from letterbook.model import Document, Gap, Name, Reading, Trouble, Words, letter_id
from letterbook.read.decode import decode
from letterbook.read.tei import read_tei
from tests.read import seeds

WRAP = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


def read(text):
    """The items of a document given as it is written here."""
    return list(read_tei(decode(text.encode()), "line.xml"))


def sources(items):
    """The readings by their place in the file."""
    return {item.source.where: item for item in items if isinstance(item, Reading)}


def found(reading, kind):
    """(words, value) of the findings of a kind."""
    text = reading.source.text
    return [(text[f.span.start : f.span.end], f.value) for f in reading.findings if f.kind == kind]


@pytest.fixture(scope="module")
def volume():
    """The readings of the sample volume."""
    return sources(read(seeds.TEI))


def test_one_source_per_document(volume):
    """Front matter, each document, and what stands between them."""
    assert list(volume) == ["persons", "d1", "d2", "line1"]


def test_text_is_a_reading_edition(volume):
    """White space collapsed, blocks apart, notes behind, stray indentation gone."""
    assert volume["d1"].source.text == (
        "1. Letter From the Director of the Line (Varga) to Chancellor Osk\n\n"
        "Norhaven, March 4, 1958, 7 p.m.\n\nDear Chancellor:\n\n"
        "We propose a line between our capitals. Frau Osk agreed & waited.\n\n"
        "No line, no peace.\n\na\t\tc\n\nSincerely,\nAnton Varga\n\n"
        "Draft\n\nInner text.\n\n"
        "Source: Line Archive, Box 3.\n\nSee Document 2."
    )


def test_parties_with_their_offices(volume):
    """The office is the heading's words around the tagged name."""
    letter = volume["d1"]
    assert found(letter, "sender") == [
        ("Varga", Name("Varga", "Director of the Line", ref="#p_VA1"))
    ]
    assert found(letter, "recipient") == [("Osk", Name("Osk", "Chancellor", ref="#p_OI1"))]
    assert {f.of for f in letter.findings if f.kind in ("sender", "date", "signature")} == {
        letter_id(letter.source.id, 1)
    }


def test_dateline(volume):
    """Date with its time, place without its mark-up's white space."""
    ((words, date),) = found(volume["d1"], "date")
    assert words == "March 4, 1958, 7 p.m."
    assert (date.earliest, date.time) == (datetime.date(1958, 3, 4), "19:00Z")
    assert found(volume["d1"], "place") == [("Norhaven", Words("Norhaven"))]


def test_salutation_closing_signature_number(volume):
    """The salute of a closer is the closing."""
    letter = volume["d1"]
    assert found(letter, "salutation") == [("Dear Chancellor:", Words("Dear Chancellor:"))]
    assert found(letter, "closing") == [("Sincerely,", Words("Sincerely,"))]
    assert found(letter, "signature") == [("Anton Varga", Name("Anton Varga", ref="#p_VA1"))]
    assert found(letter, "number") == [("1", Words("1"))]


def test_notes_and_their_markers(volume):
    """A marker stands where the note hung and points at the note behind the text."""
    letter = volume["d1"]
    text = letter.source.text
    notes = found(letter, "note")
    assert [(words, note.label, note.kind) for words, note in notes] == [
        ("Source: Line Archive, Box 3.", "1", "source"), ("See Document 2.", "2", "note"),
    ]  # fmt: skip
    marks = [f for f in letter.findings if f.kind == "marker"]
    assert [text[: m.span.start][-8:] for m in marks] == ["llor Osk", "apitals."]
    assert [text[m.value.note.start : m.value.note.end] for m in marks] == [w for w, _ in notes]
    assert all(m.span.start == m.span.end for m in marks)


def test_pages(volume):
    """The page a document opens on, and the ones that begin in it."""
    letter = volume["d1"]
    pages = [(f.value.label, f.span.start) for f in letter.findings if f.kind == "furniture"]
    assert pages == [("11", 0), ("12", letter.source.text.index("line between"))]


def test_persons_quotes_references(volume):
    """Tagged names, block quotations and cross references."""
    letter = volume["d1"]
    assert ("Frau Osk", Name("Frau Osk", ref="#p_OI1")) in found(letter, "person")
    assert [words for words, _ in found(letter, "quote")] == ["No line, no peace."]
    assert found(letter, "ref") == [("Document 2", Words("#d2"))]


def test_gaps(volume):
    """Illegible words, editors' insertions, sic with its correction, words struck out."""
    assert found(volume["d1"], "gap") == [("", Gap("undeciphered", 2, "word"))]
    assert volume["d2"].source.text == "2. Note\n\nOne teh given."
    assert found(volume["d2"], "gap") == [
        ("teh", Gap("sic", about="the")), ("", Gap("elision", about="gone", by="writer")),
        ("given", Gap("insertion")),
    ]  # fmt: skip


def test_list_of_persons(volume):
    """Each entry with the office printed behind the name, under the id that letters refer to."""
    persons = volume["persons"]
    assert found(persons, "document") == [("Persons", Document("list", "Persons"))]
    assert [value for _, value in found(persons, "person")] == [
        Name("Varga, Anton", "President of Norland", ref="#p_VA1"),
        Name("Osk, Ilse", "Chancellor of Sudmark until 1959", ref="#p_OI1"),
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            'Memorandum From <persName type="from">Komer</persName> of the Council Staff to '
            'President <persName type="to">Varga</persName>',
            [("Komer", "Council Staff", 1), ("Varga", "President", 1)],
        ),
        (
            'Telegram From the <gloss type="from">Embassy</gloss> in Norland to the '
            '<gloss type="to">Department of State</gloss>',
            [("", "Embassy in Norland", 1), ("", "Department of State", 1)],
        ),
        (
            'The Minister in Sudmark ( <persName type="from"><hi>Bell</hi> </persName>) to the '
            'Acting <gloss type="to">Secretary</gloss>',
            [("Bell", "Minister in Sudmark", 1), ("", "Acting Secretary", 1)],
        ),
        (
            'Letter From <persName type="from">President Varga</persName> to '
            '<persName type="to">Ilse Osk</persName>',
            [("Varga", "President", 1), ("Ilse Osk", "", 1)],
        ),
        (
            'Letter From the Special Assistant to the President (<persName type="from">Bell'
            '</persName>) to the Assistant to the Minister (<persName type="to">Lund</persName>)',
            [("Bell", "Special Assistant to the President", 1),
             ("Lund", "Assistant to the Minister", 1)],
        ),
        (
            'Letter From the Secretaries of State (<persName type="from">Bell</persName>) and '
            'Defense (<persName type="from">Lund</persName>) to <persName type="to">Osk</persName>',
            [("Bell", "Secretaries of State", 1), ("Lund", "Defense", 1), ("Osk", "", 1)],
        ),
        (
            'Memorandum From the Director (<persName type="from">Bell</persName>) to the '
            'Minister (<persName type="from">Lund</persName>)',
            [("Bell", "Director", 0.4), ("Lund", "", 0.4)],
        ),
        (
            'Memorandum of Conversation Between <persName type="from">Bell</persName> and '
            '<persName type="to">Lund</persName>',
            [("Bell", "", 0.4), ("Lund", "", 0.4)],
        ),
    ],
)  # fmt: skip
def test_headings(head, expected):
    """Names and offices of tagged parties; tags that contradict the heading are candidates."""
    (item,) = read(WRAP.format(f'<div type="document"><head>{head}</head><p>x</p></div>'))
    parties = [f for f in item.findings if f.kind in ("sender", "recipient")]
    assert [(f.value.name, f.value.office, f.score) for f in parties] == expected


@pytest.mark.parametrize(
    ("tag", "edtf"),
    [
        ('when="1962"', "1962"), ('when="1962-10"', "1962-10"),
        ('from="1962-10-01" to="1962-10-05"', "1962-10-01/1962-10-05"),
        ('notBefore="1962-10" notAfter="1962-11"', "1962-10-01/1962-11-30"),
        ('from="1962-10-01"', "1962-10-01/.."), ('when="1962-02-30"', None), ('when="9999"', None),
        ("", None),
    ],
)  # fmt: skip
def test_dates(tag, edtf):
    """Partial dates and ranges; a day that does not exist is not a date."""
    body = f'<div type="document"><dateline><date {tag}>then</date></dateline><p>x</p></div>'
    (item,) = read(WRAP.format(body))
    assert [value.edtf for _, value in found(item, "date")] == ([edtf] if edtf else [])


def test_correspondence_description():
    """A letter of its own file: sender, place and date from the header, at no words of the text."""
    text = WRAP.format("<p>Dear Osk</p>").replace(
        "<text>",
        "<teiHeader><profileDesc><correspDesc><correspAction type='sent'>"
        "<persName ref='#a'>Anton Varga</persName><placeName>Norhaven</placeName>"
        "<date when='1958-03-04'/></correspAction><correspAction type='received'>"
        "<orgName>The Council</orgName></correspAction></correspDesc></profileDesc>"
        "<msIdentifier><repository>Line Archive</repository></msIdentifier></teiHeader><text>",
    )
    (item,) = read(text)
    values = {f.kind: f.value for f in item.findings}
    assert values["sender"] == Name("Anton Varga", ref="#a")
    assert values["recipient"] == Name(office="The Council")
    assert values["place"] == Words("Norhaven")
    assert values["date"].edtf == "1958-03-04"
    assert values["provenance"].repository == "Line Archive"
    assert {(f.span.start, f.span.end, f.by.name) for f in item.findings if f.of} >= {
        (0, 0, "correspDesc")
    }


def test_repeated_ids_survive():
    """Two documents of one id: the second gets a place of its own, and a trouble says so."""
    items = sources(read(WRAP.format('<div type="document" xml:id="d5"><p>x</p></div>\n' * 3)))
    assert list(items) == ["d5", "d5-2", "d5-3"]
    (trouble,) = [value for _, value in found(items["d5-2"], "trouble")]
    assert (trouble.line, "d5" in trouble.problem) == (2, True)


def test_nested_documents():
    """The inner document is a source of its own and not in the text of the outer."""
    inner = '<div type="document" xml:id="b"><p>inner</p></div>'
    items = sources(
        read(WRAP.format(f'<div type="document" xml:id="a"><p>outer</p>{inner}<p>end</p></div>'))
    )
    assert {where: item.source.text for where, item in items.items()} == {
        "b": "inner", "a": "outer\n\nend",
    }  # fmt: skip


def test_without_documents():
    """A TEI file that marks no documents is one source for each text."""
    corpus = "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>{0}{0}</teiCorpus>"
    text = corpus.format("<TEI><text><body><p>one letter</p></body></text></TEI>")
    assert list(sources(read(text))) == ["", "text2"]


def test_torn_file_gives_what_is_whole():
    """A file cut off keeps the documents before the cut, and says where."""
    cut = seeds.TEI[: seeds.TEI.index("<quote")]
    items = read(cut)
    assert "d1" in sources(items)
    assert "We propose a line" in sources(items)["d1"].source.text
    (trouble,) = [item for item in items if isinstance(item, Trouble)]
    assert trouble.line == cut.count("\n") + 1


def test_fault_in_the_middle():
    """A bare ampersand does not cost the documents after it."""
    items = read(seeds.TEI.replace("Dear Chancellor:", "R&D Chancellor:"))
    assert {"d1", "d2"} <= set(sources(items))
    assert sources(items)["d2"].source.text == "2. Note\n\nOne teh given."
    assert sum(isinstance(item, Trouble) for item in items) == 1


def test_entity_bomb_is_refused():
    """Entities that hold entities are not expanded; nothing of the file is read."""
    layers = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10}">' for k in range(1, 12))
    bomb = f'<!DOCTYPE TEI [<!ENTITY e0 "peace">{layers}]>' + WRAP.format("<p>&e11;</p>")
    (item,) = read(bomb)
    assert isinstance(item, Trouble)
    assert "entity" in item.problem


def test_entities():
    """Signs are set in; what the file does not explain is left standing; nothing is fetched."""
    text = '<!DOCTYPE TEI [<!ENTITY dash "—"><!ENTITY far SYSTEM "file:///etc/passwd">]>'
    (item,) = read(text + WRAP.format("<p>a&dash;b&eacute; &far; &odd;</p>"))
    assert item.source.text == "a—bé &far; &odd;"
    assert len(found(item, "trouble")) == 1


@pytest.mark.parametrize("tag", ["div", "p", "persName", "note", "list", "choice", "front"])
def test_deep_nesting(tag):
    """Fifty thousand elements in one another are slow, not fatal."""
    (item,) = read(WRAP.format(f"<{tag}>" * 50_000 + "deep" + f"</{tag}>" * 50_000))
    assert item.source.text == "deep"


def test_nothing_outside_the_text():
    """Empty cells at the end of a text do not draw findings beyond it."""
    (item,) = read(WRAP.format("<div type='document'><signed>Osk<cell/><cell/></signed></div>"))
    assert item.source.text == "Osk"
    assert [f.span.end for f in item.findings if f.kind == "signature"] == [3]


def test_places_are_told_apart():
    """A text without an id beside words outside of any text."""
    items = read("<TEI xmlns='http://www.tei-c.org/ns/1.0'>stray<text><p>x</p></text></TEI>")
    assert {where: item.source.text for where, item in sources(items).items()} == {
        "": "x", "rest": "stray",
    }  # fmt: skip


def test_index():
    """An index is a source; its page numbers are words of it, not findings."""
    text = WRAP.format("").replace(
        "<body></body>",
        "<body><p>x</p></body><back><div type='section' xml:id='index'><head>Index</head><list>"
        "<item><persName corresp='#a'>Osk</persName>, <ref target='#pg_3'>3</ref></item></list>"
        "</div></back>",
    )
    index = sources(read(text))["index"]
    assert index.source.text == "Index\n\nOsk, 3"
    assert found(index, "document") == [("Index", Document("list", "Index"))]
    assert not found(index, "ref") + found(index, "person")
