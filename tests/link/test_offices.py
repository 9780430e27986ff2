"""Who held an office on a day: our files of tenures, and the user's."""

import datetime
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.holders import holder
from letterbook.link.office_words import governments, office
from letterbook.link.offices import Authority, authority, holders, terms
from letterbook.model import LetterbookError

Day = datetime.date
HEAD = "office,government,holder,from,to,source"


def held(words: str, day: str, government: str = "") -> list[str]:
    """The names of those who held an office."""
    return sorted({t.holder for t in holders(words, Day.fromisoformat(day), government)})


def table(tmp_path, *rows: str, head: str = HEAD):
    """A user's file of tenures."""
    path = tmp_path / "offices.csv"
    path.write_text("\n".join((head, *rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("the Secretary of State", "1962-12-19", "Dean Rusk"),
        ("Secretary of State of the United States", "1933-10-10", "Cordell Hull"),
        ("Chairman of the Council of Ministers of the USSR", "1962-12-19", "Nikita S. Khrushchev"),
        ("Chairman, Council of People’s Commissars, U.S.S.R.", "1938-01-02", "Vyacheslav Molotov"),
        ("the Soviet Premier", "1965-03-01", "Alexei N. Kosygin"),
        ("President of the All Union Central Executive Committee", "1933-10-10", "Mikhail Kalinin"),
        ("Prime Minister of Great Britain", "1941-08-14", "Winston S. Churchill"),
        ("Foreign Secretary", "1948-03-01", "Ernest Bevin"),
        ("His Britannic Majesty’s Principal Secretary of State for Foreign Affairs",
         "1912-05-01", "Edward Grey"),
        ("President of the French Republic", "1961-04-22", "Charles de Gaulle"),
        ("French Prime Minister", "1955-01-03", "Pierre Mendès France"),
        ("Federal Chancellor of West Germany", "1959-01-07", "Konrad Adenauer"),
        ("the Kaiser", "1914-07-31", "William II"),
        ("the Tsar", "1914-07-31", "Nicholas II"),
        ("National Security Adviser", "1962-10-20", "McGeorge Bundy"),
        ("Secretary-General of the United Nations", "1960-09-01", "Dag Hammarskjöld"),
        ("the Pope", "1963-01-01", "John XXIII"),
    ],
)  # fmt: skip
def test_an_office_on_a_day_is_its_holder(words, day, name):
    """However the office is written."""
    assert held(words, day) == [name]


def test_a_title_alone_gives_every_candidate():
    """ "the President" of 1962 is Kennedy only to Americans."""
    assert {"John F. Kennedy", "Charles de Gaulle"} < set(held("the President", "1962-01-31"))
    assert held("the President", "1962-01-31", "United States") == ["John F. Kennedy"]
    assert "Nikita S. Khrushchev" in held("the Chairman", "1961-07-04")
    assert len(held("the Chairman", "1961-07-04")) > 1


def test_a_common_title_with_one_candidate_is_nobody():
    """An emperor reigned in Ethiopia too, and no file of ours knows of him."""
    assert held("the Emperor", "1936-05-01") == []
    assert held("the Emperor of Japan", "1936-05-01") == ["Hirohito (Showa)"]


@pytest.mark.parametrize(
    "words",
    ["Acting Secretary of State", "Deputy Prime Minister", "Chancellor of the Exchequer",
     "Prime Minister of Australia", "Secretary of State for India", "President of the Senate",
     "First Secretary", "Cardinal Secretary of State", "Secretary of State of Spain",
     "Assistant to the Secretary of State", ""],
)  # fmt: skip
def test_another_office_is_not_taken_for_it(words):
    """A word more is another office."""
    assert held(words, "1962-01-31") == []


def test_a_government_nobody_knows_gives_nobody():
    """Not the holders of all the others."""
    assert held("Prime Minister", "1962-01-31", "Orvane") == []


def test_the_day_of_a_handover_leaves_both():
    """On the day an office passes on, the hour would decide."""
    day = "1963-11-22"
    assert held("US President", day) == ["John F. Kennedy", "Lyndon B. Johnson"]
    assert held("US President", "1963-11-23") == ["Lyndon B. Johnson"]


def test_nobody_holds_a_vacant_office():
    """Between Rogers and Kissinger: nobody is better than the wrong one."""
    assert held("Secretary of State", "1973-09-10") == []


def test_terms_of_a_person():
    """A surname with given names or initials; a surname alone is nobody."""
    assert [t.office for t in terms("Dean Acheson")] == [
        "Secretary of State", "Under Secretary of State"]  # fmt: skip
    assert {t.holder for t in terms("N. Khrushchev")} == {"Nikita S. Khrushchev"}
    assert {t.holder for t in terms("Franklin Delano Roosevelt")} == {"Franklin D. Roosevelt"}
    assert {t.government for t in terms("Chou En-lai")} == {"People's Republic of China"}
    assert terms("Sato Eisaku") == terms("Eisaku Satō") != ()
    assert terms("Aleksei N. Kosygin") == terms("Alexei Kosygin") != ()
    assert terms("Foster Dulles") == terms("John F. Dulles") != ()
    assert terms("Roosevelt") == terms("D. Roosevelt") == terms("Eleanor Roosevelt") == ()
    assert terms("") == ()


def test_father_and_son_are_two():
    """And two Gerhard Schröders leave the name open."""
    assert [t.office for t in terms("Herbert Hoover")] == ["President"]
    assert [t.office for t in terms("Herbert Hoover, Jr.")] == ["Under Secretary of State"]
    assert terms("Gerhard Schröder") == ()


def test_a_held_office_gives_its_reason():
    """As the question for an office is asked everywhere: with days and source."""
    found, reason = holder("the Secretary of State", Day(1962, 12, 19), [authority().held])
    assert [h.label for h in found] == ["Dean Rusk"]
    assert "1961-01-21 to 1969-01-20" in reason
    assert "Office of the Historian" in reason


# --- our files ----------------------------------------------------------------------------------


def test_our_tenures_lie_in_their_years():
    """No slip of a century, no tenure without its source."""
    for tenure in authority().tenures:
        for day in (tenure.when.earliest, tenure.when.latest):
            assert day is None or 1850 <= day.year <= 2010, tenure
        assert tenure.source and tenure.government, tenure
        if tenure.when.earliest and tenure.when.latest:
            days = (tenure.when.latest - tenure.when.earliest).days
            assert days <= 66 * 366, tenure


def test_one_office_has_one_holder_at_a_time():
    """Successors share no day of which both are sure, but the day of the handover."""
    rows: dict[tuple[str, str], list] = {}
    for tenure in authority().tenures:
        rows.setdefault((tenure.office, tenure.government), []).append(tenure)
    for tenures in rows.values():
        for a, b in combinations(tenures, 2):
            first = max(a.sure.earliest or Day.min, b.sure.earliest or Day.min)
            last = min(a.sure.latest or Day.max, b.sure.latest or Day.max)
            assert first >= last, (a, b)


def test_the_rows_of_an_office_stand_in_order():
    """So that a reader can check them against a list."""
    before = None
    for tenure in authority().tenures:
        same = before and (before.office, before.government) == (tenure.office, tenure.government)
        if before and same and before.when.earliest and tenure.when.earliest:
            assert before.when.earliest <= tenure.when.earliest, (before, tenure)
        before = tenure


def test_a_person_is_written_one_way():
    """His tenures meet, and no two persons share a name."""
    for tenure in authority().tenures:
        if "(born" not in tenure.holder:
            for name in (tenure.holder, *tenure.holder.rstrip(")").split(" (")):
                if name not in ("Meiji", "Taisho", "Showa", "Konoe", "Talaat"):
                    assert tenure in terms(name), name


def test_every_office_is_found_by_its_own_words():
    """ "Premier of the People's Republic of China", as the file writes both."""
    for tenure in authority().tenures:
        words = f"{tenure.office} of the {tenure.government}"
        assert tenure.government in office(words).governments, words
        if (day := tenure.sure.earliest) and day <= (tenure.sure.latest or Day.max):
            assert tenure in holders(words, day), words


@given(st.dates(Day(1890, 1, 1), Day(2005, 1, 1)), st.sampled_from(authority().tenures))
def test_who_is_given_held_it_that_day(day, tenure):
    """No answer lies outside its days, and a government asked for is the government given."""
    for found in holders(tenure.office, day, tenure.government):
        assert (found.when.earliest or Day.min) <= day <= (found.when.latest or Day.max)
        assert found.government in governments(tenure.government)


@given(st.text(max_size=80))
def test_any_words_are_an_office_or_none(words):
    """Nothing a letter can say breaks the look-up."""
    assert isinstance(holders(words, Day(1962, 1, 1)), tuple)
    assert isinstance(terms(words), tuple)


# --- the user's files ---------------------------------------------------------------------------


def test_a_user_adds_offices(tmp_path):
    """With the ids of the holder; columns of his own are left alone."""
    path = table(
        tmp_path,
        "Secretary of Rivers,Orvane,Nora K. Vale,1931-05,1934-06-04,River Almanac 1935,12,,Q7,hm",
        "Secretary of Rivers,Orvane,Amos Quill,1934-06-05,,,,,,",
        head=f"{HEAD},viaf,gnd,wikidata,remark",
    )
    mine = Authority.load(path)
    [vale] = mine.holders("the Secretary of Rivers", Day(1932, 1, 1))
    assert vale.same_as == ("http://viaf.org/viaf/12", "http://www.wikidata.org/entity/Q7")
    assert vale.when.edtf == "1931-05-01/1934-06-04"
    [quill] = mine.holders("Secretary of Rivers of Orvane", Day(1999, 1, 1))
    assert (quill.holder, quill.source) == ("Amos Quill", str(path))
    assert mine.terms("Nora Vale") == (vale,)
    assert mine.holders("Secretary of State", Day(1962, 1, 31))


def test_a_month_that_may_be_another_s_gives_nobody(tmp_path):
    """She came some day in May: before that, somebody the file does not name."""
    path = table(tmp_path, "Secretary of Rivers,Orvane,Nora K. Vale,1931-05,1934-06-04,")
    mine = Authority.load(path)
    assert mine.holders("Secretary of Rivers", Day(1931, 5, 9)) == ()
    assert mine.holders("Secretary of Rivers", Day(1931, 6, 1)) != ()


def test_a_common_title_in_a_user_s_file_is_somebody(tmp_path):
    """Who writes down one sultan for his letters means him."""
    mine = Authority.load(table(tmp_path, "Sultan,Orvane,Selim Vale,1931,1934,"))
    assert [t.holder for t in mine.holders("the Sultan", Day(1932, 6, 1))] == ["Selim Vale"]


def test_a_user_s_row_goes_before_ours(tmp_path):
    """For its own days; the others stay as they are."""
    path = table(tmp_path, "Secretary of State,United States,Nora Vale,1962-01-01,1962-01-31,Mine")
    mine = Authority.load(path)
    assert [t.holder for t in mine.holders("Secretary of State", Day(1962, 1, 9))] == ["Nora Vale"]
    assert [t.holder for t in mine.holders("Secretary of State", Day(1962, 2, 9))] == ["Dean Rusk"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (",Orvane,Nora Vale,1931,1934,", ":2: the office is empty"),
        ("Consul,Orvane,,1931,1934,", ":2: the holder is empty"),
        ("Consul,Orvane,Nora Vale,May 1931,1934,", "“May 1931” in column from is no day"),
        ("Consul,Orvane,Nora Vale,1931-02-30,,", "“1931-02-30” in column from is no day"),
        ("Consul,Orvane,Nora Vale,1931,1931-13,", "“1931-13” in column to is no day"),
        ("Consul,Orvane,Nora Vale,1934-01-02,1934-01-01,", "comes after"),
    ],
)
def test_a_bad_row_names_its_line(tmp_path, row, says):
    """Where, what is wrong, what to do."""
    path = table(tmp_path, row)
    with pytest.raises(LetterbookError) as error:
        Authority.load(path)
    assert says in str(error.value)
    assert str(error.value).startswith(f"{path}:2: ")


def test_a_bad_id_or_file_is_said(tmp_path):
    """An address is no id; a file without its columns, or that is none, is named."""
    path = table(tmp_path, "Consul,Orvane,Vale,,,,viaf.org/12", head=f"{HEAD},viaf")
    with pytest.raises(LetterbookError, match="no viaf id"):
        Authority.load(path)
    path = table(tmp_path, "Consul,Vale", head="office,holder")
    with pytest.raises(LetterbookError, match=r":1: has no column government, from, to, source"):
        Authority.load(path)
    with pytest.raises(LetterbookError, match="cannot be read"):
        Authority.load(tmp_path / "nowhere.csv")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LetterbookError, match="UTF-8"):
        Authority.load(path)
