"""Verdicts in words and signs, as every output shows them: terminal, HTML, Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.check.checked import Checked
from letterbook.model import Difference, Verdict

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)
SIGNS = {"supported": "✓", "partly": "≈", "contradicted": "✗", "not found": "?", "not checked": "–"}
NAMES = {"partly": "partly supported"}
ORDER = ("supported", "partly", "contradicted", "not found", "not checked")


def sign(verdict: Verdict) -> str:
    """One sign for a verdict, so that colour is never alone: ✓ ✗ ≈ ? – and ! for a caution."""
    if verdict.what == "claim":
        return SIGNS[verdict.kind]
    return "✗" if not verdict.faithful else "!" if verdict.cautions else "✓"


def shade(verdict: Verdict) -> str:
    """What a verdict is coloured by: good, caution, open, bad, none."""
    return {"✓": "good", "!": "caution", "≈": "caution", "✗": "bad", "?": "open", "–": "none"}[
        sign(verdict)
    ]


def kind(verdict: Verdict) -> str:
    """The verdict's name."""
    return NAMES.get(verdict.kind, verdict.kind)


def summary(checked: Checked) -> str:
    """The whole in one or two sentences.

    "2 of 5 quotations are not their source's. Of 12 claims 4 are supported, …"
    """
    quotations = [v for v in checked.verdicts if v.what == "quotation"]
    wrong = sum(not v.faithful for v in quotations)
    cautions = sum(v.faithful and bool(v.cautions) for v in quotations)
    told = [_quotations(len(quotations), wrong, cautions)]
    counts = checked.counts
    claims = sum(n for (what, kind), n in counts.items()
                 if what == "claim" and kind != "not checked")  # fmt: skip
    if any(v.what == "claim" for v in checked.verdicts):
        parts = [f"{counts['claim', kind]} {NAMES.get(kind, kind)}" for kind in ORDER[:-1]]
        apart = counts["claim", "not checked"]
        told.append(f"{_number(claims, 'claim')}: {', '.join(parts)}. {apart} not checked.")
    return " ".join(told)


def _quotations(total: int, wrong: int, cautions: int) -> str:
    if not total:
        return "No quotation."
    doubt = f", {cautions} to be read with caution" if cautions else ""
    if not wrong:
        return f"{_number(total, 'quotation')}, all faithful{doubt}."
    return f"{_number(total, 'quotation')}, {wrong} unfaithful{doubt}."


def _number(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def difference(each: Difference) -> str:
    """One difference in words."""
    if not each.quoted:
        return f"left out: “{each.source}”"
    if not each.source:
        return f"put in: “{each.quoted}”"
    return f"“{each.quoted}” for “{each.source}”"


def notes(verdict: Verdict) -> Iterator[str]:
    """What a verdict says beyond its name: the reason, each difference, each caution."""
    yield verdict.reason
    if verdict.what == "quotation":
        for each in verdict.differences:
            if each.quoted not in verdict.reason or each.source not in verdict.reason:
                yield difference(each)
    for caution in verdict.cautions:
        omitted = f" Left out: “{caution.omitted}”" if caution.omitted not in caution.why else ""
        yield f"Caution: {caution.why}{omitted}"


def visible(words: str) -> str:
    """`words` with signs that steer a screen or turn a line round named, not obeyed.

    >>> visible("exe.\\u202egnp")
    'exe.⟨U+202E⟩gnp'
    """
    return UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", words)
