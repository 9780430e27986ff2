"""Acts: what a sentence does, who does it, on what terms. Letters and states are invented.

The tables follow the rules by which readers label: for each act, when it is given and when not.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark import mark
from letterbook.mark.act_actor import doer
from letterbook.mark.act_clauses import clauses
from letterbook.mark.act_features import tokens, told_by
from letterbook.mark.act_fields import condition, deadline, depends, hangs
from letterbook.mark.act_heard import LABELS
from letterbook.mark.act_sentences import bodies
from letterbook.mark.act_sides import Sides, letter_sides
from letterbook.mark.act_topic import topic, weigh_words
from letterbook.mark.act_weights import shipped
from letterbook.mark.act_words import normal
from letterbook.mark.acts import acts
from letterbook.model import Act, Finding, Source, dump_value, load_value

HEAD = "Port Selm, March 4, 1957\n\nDear Mr. President:\n\n"
TAIL = "\n\nSincerely yours,\n\nAnders Vale"


def source(*body: str) -> Source:
    """A letter with these paragraphs as its body."""
    return Source.of(HEAD + "\n\n".join(body) + TAIL, "letter.txt")


def found(*body: str) -> tuple[Finding, ...]:
    """The acts of a letter with these paragraphs."""
    letter = source(*body)
    return acts(letter, mark(letter))


def act(finding: Finding) -> Act:
    """The typed value."""
    assert isinstance(finding.value, Act)
    return finding.value


def labels(*body: str) -> set[str]:
    """The labels that a letter's acts bear."""
    return {act(f).label for f in found(*body)}


# --- when a label is given ----------------------------------------------------------------------

GIVEN = [
    # the writer binds himself to act, or not to act
    ("pledge", "We shall rebuild the lighthouse at Cape Orvane before the winter."),
    ("pledge", "My Government will not send troops across the Lenn."),
    ("pledge", "We intend to go on paying the pensions of the pilots."),
    ("pledge", "I can assure you that we are working hard to find the lost crew."),
    ("pledge", "We stand ready to repair the cable at our own cost."),
    # weak and vague pledges count, and so do threats of the writer's own act
    ("pledge", "I will do my utmost to bring the two sides together."),
    ("pledge", "If the raids go on, we shall be compelled to close the frontier."),
    # an earlier act of the other side
    ("pledge", "You assured me in May that the garrison would leave the island."),
    # the addressee is asked to act, openly or by hope, trust, urging
    ("request", "I hope that your Government will reopen the ferry."),
    ("request", "I urge you to release the two surveyors."),
    ("request", "We should be grateful if the lists could be sent to us."),
    ("request", "Please let me know what your experts think of the plan."),
    ("request", "I would appreciate your comments on the draft."),
    # a course for both, or talks with a purpose
    ("proposal", "I propose that our engineers meet at the dam in June."),
    ("proposal", "I have asked Ambassador Farr to discuss the tariff with you."),
    ("proposal", "Let us put the quarrel before three judges."),
    ("proposal", "My Government would be glad to discuss the debts with yours."),
    ("proposal", "Our two Governments should consult before the vote."),
    # agreed to, wholly or in part
    ("accept", "I gladly accept your proposal to hold the talks in Teval."),
    ("accept", "My Government agrees to the truce that you suggested."),
    ("accept", "In principle we welcome the offer of a joint commission."),
    # declined
    ("refuse", "My Government cannot accept the third article."),
    ("refuse", "The treaty leaves no room for the toll that you propose."),
    # done, or not done, of what was promised
    ("report", "The garrison has been withdrawn, as I had promised."),
    ("report", "Your officers have not yet evacuated the mill, contrary to our agreement."),
    # named as unsettled, or asked
    ("question", "The main question between us is that of the northern provinces."),
    ("question", "I am deeply concerned about the attacks on our caravans."),
    ("question", "On the question of the debts, our views are still far apart."),
]


@pytest.mark.parametrize(("label", "words"), GIVEN, ids=lambda x: x[:40])
def test_an_act_is_told_by_its_turn(label: str, words: str) -> None:
    """A sentence that does what the label says bears it."""
    assert label in labels("The snow has gone.", words, "The roads are dry again.")


# --- when it is not -----------------------------------------------------------------------------

NOT_GIVEN = [
    # a hope for the other's health asks nothing
    ("request", "I trust that you are in good health."),
    # looking forward to a meeting without a purpose proposes nothing
    ("proposal", "I look forward to seeing you again."),
    # assent to an opinion is not assent to a course
    ("accept", "I share your view that the times are hard."),
    # disagreement about facts declines nothing
    ("refuse", "I do not remember the talk as you do."),
    # news of another kind
    ("report", "The harvest was poor this year."),
    # only a pronoun names the matter
    ("question", "I have thought of it often."),
    # thanks and good wishes bind nobody
    ("pledge", "I thank you for your kind words."),
    ("pledge", "With best wishes for the New Year."),
]


@pytest.mark.parametrize(("label", "words"), NOT_GIVEN, ids=lambda x: x[:40])
def test_what_only_sounds_like_an_act_is_none(label: str, words: str) -> None:
    """A sentence that the rules exclude does not bear the label."""
    assert label not in labels("The snow has gone.", words, "The roads are dry again.")


COURTESY = [
    "It was a pleasure to see you again in Selm.",
    "I thank you for your letter of May 3.",
    "Our two peoples have been friends for a hundred years.",
    "The Assembly adopted two resolutions in November.",
    "I was grieved to hear of your brother's death.",
]


@pytest.mark.parametrize("words", COURTESY)
def test_courtesy_and_news_are_no_acts(words: str) -> None:
    """Thanks, memories, news and sympathy bear no label at all."""
    assert labels("The snow has gone.", words, "The roads are dry again.") == set()


def test_two_acts_in_one_sentence_are_two_findings() -> None:
    """ "If any doubt remains, please ask our Consul and we shall answer" asks and promises."""
    assert {"request", "pledge"} <= labels(
        "If any doubt remains, please ask our Consul and we shall answer at once."
    )


BINDS_NOBODY = [
    # what is said to bind neither side is a reservation, and promises nothing
    "Such a talk would of course commit neither Government to any course.",
    "Our meeting would not bind either party.",
    # what happens to one is no act of one's own
    "We shall not escape the need to settle it.",
    "We would lose nothing by such a treaty.",
]


@pytest.mark.parametrize("words", BINDS_NOBODY)
def test_what_binds_nobody_is_no_pledge(words: str) -> None:
    """A reservation for both sides, or what only befalls the writer, is no promise."""
    assert "pledge" not in labels("The snow has gone.", words, "The roads are dry again.")


# --- who acts -----------------------------------------------------------------------------------

WHO = [
    ("pledge", "We shall pay the pilots.", "writer", False, False),
    ("pledge", "You assured me that the guns would be removed.", "addressee", True, False),
    ("pledge", "I recall your promise to open the port.", "addressee", True, False),
    ("pledge", "General Tarn said that Teval would stay in the union.", "other", False, True),
    ("pledge", "Ambassador Venn will call on you with the figures.", "writer", False, False),
    ("proposal", "I propose a meeting in June.", "writer", False, False),
    ("proposal", "Your proposal of a meeting reached me.", "addressee", True, False),
    ("request", "You asked that the visit be put off.", "addressee", True, False),
    ("request", "I then urged that the raids be stopped.", "writer", True, False),
    ("accept", "He agreed to the truce.", "other", False, True),
    ("accept", "You agreed to receive our envoy.", "addressee", True, False),
    ("report", "Your garrison has not left.", "addressee", False, False),
    ("report", "We have paid the first instalment.", "writer", False, False),
    # what was asked stands first, and who did it after
    ("report", "As you know, we have continued to look for the barges.", "writer", False, False),
    ("report", "In accordance with your wish, I telephoned the Queen.", "writer", False, False),
    ("report", "As you know, your garrison has not left.", "addressee", False, False),
    # suggestions that are still to be made are asked for, not recalled
    ("request", "I will welcome your own suggestions.", "writer", False, False),
]


@pytest.mark.parametrize(("label", "words", "by", "recall", "reported"), WHO)
def test_whose_act_it_is(label, words, by, recall, reported) -> None:
    """A recalled act is its real actor's; an envoy counts as the government he speaks for."""
    told = doer(label, normal(words))
    assert (told.by, told.recall, told.reported) == (by, recall, reported)


def test_the_two_sides_are_named_as_the_header_names_them() -> None:
    """What is done towards the writer is done by the one the letter is addressed to."""
    text = (
        "Letter From President Vale to Prime Minister Oreno\n\nPort Selm, March 4, 1957\n\n"
        "Dear Mr. Prime Minister:\n\nYou assured me that the guns would be removed. We shall keep"
        " the port open.\n\nSincerely,\n\nAnders Vale\n"
    )
    letter = Source.of(text, "letter.txt")
    told = {act(f).by: act(f) for f in acts(letter, mark(letter))}
    assert "Oreno" in told["addressee"].actor
    assert "Vale" in told["addressee"].addressee
    assert "Vale" in told["writer"].actor


# --- terms --------------------------------------------------------------------------------------

CONDITIONS = [
    ("If the wells are opened, we shall lift the ban.", "If the wells are opened", True),
    ("We shall lift the ban provided the wells are opened.", "provided the wells are opened", True),
    ("We shall stay unless the raids cease.", "unless the raids cease", True),
    ("Should the line be crossed, my Government would act.", "Should the line be crossed", True),
    ("We will help you as far as we are able.", "as far as we are able", False),
    ("We shall pay the pilots in June.", "", True),
]


@pytest.mark.parametrize(("words", "wanted", "event"), CONDITIONS)
def test_a_condition_is_found_in_the_words(words: str, wanted: str, event: bool) -> None:
    """An event or act is told from a mere limit."""
    piece = condition(words)
    assert (words[slice(*piece)] if piece else "") == wanted
    assert hangs(wanted) == event


DEADLINES = [
    ("We shall pay by the end of the month.", "by the end of the month"),
    ("Let us meet before too long.", "before too long"),
    ("The guns will go at an early date.", "at an early date"),
    ("I hope that it will be done without further delay.", "without further delay"),
    ("Let us meet at a time to be agreed.", "at a time to be agreed"),
    ("I shall write as soon as possible.", "as soon as possible"),
    ("I shall write soon.", "soon"),
    ("We stay at the same time firm and calm.", ""),
    ("The guns are on the cape.", ""),
]


@pytest.mark.parametrize(("words", "wanted"), DEADLINES)
def test_by_when_is_found_in_the_words(words: str, wanted: str) -> None:
    """A day or a term is the letter's own words; where none is given there is none."""
    piece = deadline(words)
    assert (words[slice(*piece)] if piece else "") == wanted


def test_a_condition_may_stand_in_the_sentence_before() -> None:
    """What one would do hangs on what was said before it, and the act points there."""
    letter = source(
        "I must think of what happens if the line is crossed again.",
        "My Government would come to your aid.",
    )
    [pledge] = [f for f in acts(letter, mark(letter)) if act(f).label == "pledge"]
    assert act(pledge).condition.startswith("if the line is crossed")
    assert act(pledge).conditional
    [span] = pledge.because
    assert letter.text[span.start : span.end] == act(pledge).condition
    assert span.end < pledge.span.start


def test_what_a_meeting_depends_on_may_be_said_after_it() -> None:
    """The sentence after a proposal may say what the thing proposed hangs on."""
    letter = source(
        "I propose that our engineers meet at the dam.",
        "Such a meeting will depend upon the state of the roads.",
    )
    [first, *_] = [f for f in acts(letter, mark(letter)) if act(f).label == "proposal"]
    assert act(first).condition == "depend upon the state of the roads"


DEPENDS = [
    ("It depends on the weather.", "depends on the weather"),
    ("This is contingent upon your answer; we wait.", "contingent upon your answer"),
    # what others depend on is not what was just proposed
    ("The farmers depend on the river.", ""),
    ("The roads are dry.", ""),
]


@pytest.mark.parametrize(("words", "wanted"), DEPENDS)
def test_what_a_thing_depends_on_is_told_by_pointing_back(words: str, wanted: str) -> None:
    """ "This", "such", "it" point to the sentence before; a noun of its own does not."""
    piece = depends(words)
    assert (words[slice(*piece)] if piece else "") == wanted


def test_because_are_the_words_of_the_terms() -> None:
    """Condition and deadline are pinned where they stand."""
    letter = source("If the wells are opened, we shall lift the ban by the end of May.")
    [pledge] = [f for f in acts(letter, mark(letter)) if act(f).label == "pledge"]
    assert [letter.text[s.start : s.end] for s in pledge.because] == [
        "If the wells are opened", "by the end of May",
    ]  # fmt: skip
    assert act(pledge).conditional


@given(st.text(max_size=300), st.sampled_from(LABELS))
def test_any_words_have_terms_inside_them(words: str, label) -> None:
    """Topic, condition and deadline never reach beyond the sentence, whatever stands in it."""
    for piece in (topic(words, weigh_words([words]), label), condition(words), deadline(words)):
        assert piece is None or 0 <= piece[0] <= piece[1] <= len(words)


# --- sentences, sides, normal forms -------------------------------------------------------------


def test_a_page_mark_does_not_break_a_sentence() -> None:
    """The act's span holds the page mark; its words do not."""
    letter = Source.of(
        HEAD + "Our Embassy will\n\n[Page 447]\n\nshortly send the lists." + TAIL, "a.txt"
    )
    [body] = bodies(letter, mark(letter))
    assert [s.words for s in body.sentences] == ["Our Embassy will shortly send the lists."]
    assert (
        "[Page 447]" in letter.text[body.sentences[0].span().start : body.sentences[0].span().end]
    )


def test_the_head_and_the_closing_are_no_sentences() -> None:
    """Dateline, salutation, closing and signature hold no acts."""
    [body] = bodies(source("We shall pay."), mark(source("We shall pay.")))
    assert [s.words for s in body.sentences] == ["We shall pay."]


NORMAL = [
    ("My Government will pay.", "SELF will pay."),
    ("I hope your Government agrees.", "SELF hope YOU agrees."),
    ("Our two Governments should meet.", "BOTH should meet."),
    ("General Tarn will call on you.", "MAN will call on YOU."),
    ("The Soviet Government objects.", "LAND objects."),
]


@pytest.mark.parametrize(("words", "wanted"), NORMAL)
def test_who_acts_is_put_in_capitals(words: str, wanted: str) -> None:
    """Names change from letter to letter; who speaks to whom does not."""
    assert " ".join(normal(words).split()) == wanted


def test_a_side_that_is_known_is_not_another_land() -> None:
    """In a letter to France, "France should" is "you should"."""
    assert normal("France should withdraw.", yours="france") == "YOU should withdraw."
    assert normal("France should withdraw.", mine="france") == "SELF should withdraw."


def test_sides_are_told_by_the_header() -> None:
    """ "Turkish Prime Minister" tells a country; "Ambassador in Japan" does not."""
    text = (
        "Letter From Turkish Prime Minister Aydin to President Vale\n\nAnkara, May 3, 1960\n\n"
        "Dear Mr. President:\n\nWe shall pay.\n"
    )
    letter = Source.of(text, "a.txt")
    [told] = letter_sides(mark(letter)).values()
    assert told == Sides("turkey", "")


def test_a_clause_knows_what_governs_it() -> None:
    """ "I hope that your Government will reconsider": you will do, under my hope."""
    [hope, do] = clauses(tokens(normal("I hope that your Government will reconsider.")))
    assert (hope.subject, hope.kind) == ("SELF", "hope")
    assert (do.subject, do.modal, do.under, do.over) == ("YOU", "will", "hope", "SELF")


@given(st.text(max_size=400))
def test_any_words_can_be_judged(words: str) -> None:
    """Whatever stands in a sentence, each label has a certainty between 0 and 1."""
    [groups] = told_by([normal(words)], [True])
    judged = shipped().judge(groups)
    assert set(judged) == set(LABELS)
    assert all(0 <= sure <= 1 for sure in judged.values())


# --- findings -----------------------------------------------------------------------------------


def test_an_act_survives_being_kept() -> None:
    """Value to JSON and back is the same value."""
    [first, *_] = found("If the wells are opened, we shall lift the ban by the end of May.")
    assert load_value("act", dump_value(first.value)) == first.value


def test_marking_twice_gives_the_same_findings() -> None:
    """Acts depend on the letter alone."""
    words = "I urge you to release the crew. We shall pay their fares."
    assert found(words) == found(words)


def test_no_letter_no_acts() -> None:
    """A source without a letter in it has none."""
    bare = Source.of("", "a.txt")
    assert acts(bare, ()) == ()
