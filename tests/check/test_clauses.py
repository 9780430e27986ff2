"""A sentence taken apart into its claims, and what is carried over to each."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.check.clauses import LONGEST, clauses
from letterbook.check.verbs import states


def claimed(words: str) -> list[str]:
    """Each claim as it is held against the sources: what is carried over | what it says."""
    return [
        f"{' '.join(' '.join(words[a:b] for a, b in each.carried).split())} | "
        f"{words[each.start : each.end].strip(' ,;')}".removeprefix(" | ")
        for each in clauses(words)
    ]


# A sentence, and the claims it makes. What stands before "|" is said of an earlier clause.
SENTENCES = [
    # one claim stays one: no border has a verb on both sides
    ("The guard-ship Jasva took four boats with twenty-three men and boys.",
     ["The guard-ship Jasva took four boats with twenty-three men and boys."]),
    ("The gates were lowered on the order of the Board and with the Minister's knowledge.",
     ["The gates were lowered on the order of the Board and with the Minister's knowledge."]),
    ("Dolány answered on January 2, 1957, that he had meant to send a gunboat.",
     ["Dolány answered on January 2, 1957, that he had meant to send a gunboat."]),
    # each with its own subject: nothing is carried
    ("The promise was broken for twelve days, and the growers of Dolin were paid.",
     ["The promise was broken for twelve days", "the growers of Dolin were paid."]),
    ("Averill asked for the gates; Morvény refused.",
     ["Averill asked for the gates", "Morvény refused."]),
    # one subject, two verbs: the subject is carried, and the day that opens the sentence
    ("On March 6, 1957, Averill accepted the offer and told Morvény of the dam.",
     ["On March 6, 1957, Averill accepted the offer",
      "March 6, 1957 Averill | told Morvény of the dam."]),
    # what somebody says is said of two things
    ("Averill told Morvény that the gates would stay raised and that the engineers would meet.",
     ["Averill told Morvény that the gates would stay raised",
      "Averill told Morvény that | the engineers would meet."]),
    # a list of objects; an "and" inside an item parts nothing
    ("The talks settled the debts, propaganda and religious freedom.",
     ["The talks settled the debts", "The talks settled | propaganda",
      "The talks settled | religious freedom."]),
    ("The treaty settled the debt of 1931, the dam, and civil and religious rights.",
     ["The treaty settled the debt of 1931", "The treaty settled | the dam",
      "The treaty settled | civil and religious rights."]),
    ("Strand sought the loan to pay the growers, raise the gates, and bring the crews home.",
     ["Strand sought the loan to pay the growers", "Strand sought the loan to | raise the gates",
      "Strand sought the loan to | bring the crews home."]),
    ("The note raised three matters, including the boats, the dam and the loan.",
     ["The note raised three matters", "The note raised | including the boats",
      "The note raised | the dam", "The note raised | the loan."]),
    # who, doing, although
    ("Averill wrote to Dolin, who never answered.",
     ["Averill wrote to Dolin", "Dolin | who never answered."]),
    ("Relations worsened, ending in the recall of the Minister.",
     ["Relations worsened", "Relations | ending in the recall of the Minister."]),
    ("Despite the treaty of Hollin, the boats were taken again.",
     ["the boats were taken again. | Despite the treaty of Hollin",
      "the boats were taken again."]),
    # a reason is said of what it is the reason of, and so is an order in time
    ("Averill offered to resign because Tredway had written to the King.",
     ["Averill offered to resign",
      "Averill offered to resign | because Tredway had written to the King."]),
    ("The hope faded as the talks failed, the boats were taken, and the Minister left.",
     ["The hope faded", "as the talks failed", "the boats were taken", "the Minister left."]),
    # of whom, of what? such a sentence stays whole
    ("The ship that took the boats and lowered the flag came home.",
     ["The ship that took the boats and lowered the flag came home."]),
    ("The King, being ill, could not come.", ["The King, being ill, could not come."]),
    ("Strand, who came in May, signed the pact.", ["Strand, who came in May, signed the pact."]),
    ("The boats were seized at noon and kept for a year.",
     ["The boats were seized at noon and kept for a year."]),
    ("The plan was approved, the details to be worked out by the Board and the King.",
     ["The plan was approved, the details to be worked out by the Board and the King."]),
    ("The Minister did not come and sent no letter.",
     ["The Minister did not come and sent no letter."]),
    ("He said “I came; I saw; I left” to all of them.",
     ["He said “I came; I saw; I left” to all of them."]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "claims"), SENTENCES)
def test_a_sentence_is_taken_apart_into_its_claims(words: str, claims: list[str]) -> None:
    """Each clause and each item of a list is a claim, with whoever and whenever it is said of."""
    assert claimed(words) == claims


# What states something, and what only names it.
STATES = ["The boats came.", "Strand wrote twice.", "The gates were raised.", "He quickly agreed.",
          "The talks, though promising, ultimately failed."]  # fmt: skip
NAMES = ["The price of a broken promise", "Key players involved in the talks", "Newly paid debts",
         "The loan, signed by Strand", "May of that year", "Will Ashby"]  # fmt: skip


@pytest.mark.parametrize("words", STATES)
def test_a_verb_states(words: str) -> None:
    """A finite verb is known by its form and by what stands before it."""
    assert states(words)


@pytest.mark.parametrize("words", NAMES)
def test_a_theme_states_nothing(words: str) -> None:
    """Participles, months and first names are no verbs."""
    assert not states(words)


_PIECES = ["Averill", "Morvény", "wrote", "was paid", "the debts", "the dam", ", ", "; ", " and ",
           ", and ", " that ", ", who ", " because ", ", including ", "(", "“", "on March 6, 1957",
           "despite ", " ", "not"]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=24).map(" ".join))
def test_claims_lie_side_by_side(words: str) -> None:
    """They cover the sentence in order, none within another, and carry only what is in it."""
    found = clauses(words)
    assert found and (found[0].start, found[-1].end) == (0, len(words))
    for one, two in itertools.pairwise(found):
        assert one.end <= two.start
        between = words[one.end : two.start].replace("and", " ")
        assert not between.strip(" ,;(")
    assert all(0 <= a <= b <= len(words) for each in found for a, b in each.carried)


def test_a_table_is_not_taken_apart() -> None:
    """Thousands of commas are no clauses, and cost no time."""
    assert len(clauses("The debt was paid, the dam was built, and " * 9999)) == 1
    assert LONGEST < 9999
