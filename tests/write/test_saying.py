"""What a writer does with a sentence, what is courtesy, what is a telegram's apparatus."""

from __future__ import annotations

import pytest

from letterbook.write.saying import apparatus, courteous, does


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("I ask that they be sent home before Christmas.", "Asks"),
        ("Can you tell me whether anything has been found?", "Asks"),
        ("I should be obliged for your answer before the New Year.", "Asks"),
        ("Please send him home as the others were sent, by the ferry.", "Asks"),
        ("I would gladly receive any representative whom you may wish to name.", "Proposes"),
        ("I propose that you and I meet at Sankt Evert in June.", "Proposes"),
        ("I undertake that no boat of Cresby will be cleared to fish.", "Promises"),
        ("We shall open the gates on Monday.", "Promises"),
        ("As to the boats, I accept with thanks what you offered on January 22.", "Accepts"),
        ("My Government cannot accept the terms of the note.", "Refuses"),
        ("The condition is wholly unacceptable.", "Refuses"),
        # nobody asks or promises anything here
        ("The dam at Hollin was finished in June.", ""),
        ("I shall take the liberty further to express an opinion.", ""),
        ("Please accept, Sir, the assurance of my highest consideration.", ""),
        ("The Government had violated its pledge to the fishermen.", ""),
        ("You must not think that he asked for it.", ""),
        ("There is the attack which, if we accept what they say, is to follow in May.", ""),
    ],
)
def test_what_the_writer_does(words: str, label: str) -> None:
    """Only where the first person says it plainly."""
    assert does(words) == label


@pytest.mark.parametrize(
    ("words", "polite"),
    [
        ("I have received your letter of October 2.", True),
        ("Please accept, Sir, the renewed assurances of my esteem.", True),
        ("Thank you for the plums.", True),
        ("I am glad to hear that the crews are well.", True),
        ("I accept with thanks what you offered.", False),
        ("The gates were lowered on Monday.", False),
    ],
)
def test_courtesy_is_known(words: str, polite: bool) -> None:
    """Thanks, regards, and that a letter has come are no contents."""
    assert courteous(words) is polite


def test_a_third_partys_request_is_not_the_writers() -> None:
    """ "Nuri will approach us to request that …" asks for nothing; "Request that …" does."""
    assert does("The Minister will come to us to request that we fill the gap.") == ""
    assert does("Request that Legation be told before noon.") == "Asks"


# What is routing and reference, and what only looks like it.
APPARATUS = [
    ("Your 139 and 140.", True),
    ("Re Embtel 1211, repeated Port Selm 45.", True),
    ("Sent Sankt Evert 12, repeated information Vardény 3.", True),
    ("For Ambassador from Minister.", True),
    ("Eyes only for Ambassador Farr", True),
    ("Department please pass to Sankt Evert.", True),
    ("End summary.", True),
    ("To this the King replied only once.", False),
    ("For his part, the King refused.", False),
    ("Your 139 was read to the King and to his Minister.", False),
    ("From Vardény came no answer to our question.", False),
    ("Your Government has not answered.", False),
]


@pytest.mark.parametrize(("words", "is_so"), APPARATUS)
def test_a_telegrams_apparatus_says_nothing(words: str, is_so: bool) -> None:
    """For whom, to whom repeated, which wire is meant: never what a letter is told by."""
    assert apparatus(words) is is_so
