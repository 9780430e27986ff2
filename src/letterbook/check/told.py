"""Verdicts in words and signs, as every output shows them: terminal, HTML, Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from letterbook.check.checked import Checked, Sentence
from letterbook.model import Difference, Verdict

SIGNS = {"supported": "✓", "partly": "≈", "contradicted": "✗", "not found": "?", "not checked": "–"}
NAMES = {"partly": "partly supported"}
AGAIN = "The same place as the claim before."
ORDER = ("supported", "partly", "contradicted", "not found", "not checked")


def sign(verdict: Verdict) -> str:
    """One sign for a verdict, so that colour is never alone: ✓ ✗ ≈ ? – and ! for a caution."""
    if verdict.what == "claim":
        return "!" if verdict.cautions and verdict.kind == "supported" else SIGNS[verdict.kind]
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
        among = _number(_sentences(checked), "sentence")
        told.append(f"{_number(claims, 'claim')} in {among}: {', '.join(parts)}.")
        told.append(f"{_number(apart, 'part')} not checked.")
    return " ".join(told)


def _sentences(checked: Checked) -> int:
    return sum(each.kind != "not checked" for each in checked.sentences)


def sentence(each: Sentence) -> str:
    """The status of a sentence of several claims: "≈ partly supported: of 3 claims 2 supported"."""
    counts = Counter[str](v.kind for v in each.claims)
    parts = [f"{counts[kind]} {NAMES.get(kind, kind)}" for kind in ORDER if counts[kind]]
    apart = ", which the source sets apart" if any(v.cautions for v in each.claims) else ""
    status = f"{SIGNS[each.kind]} {NAMES.get(each.kind, each.kind)}"
    return f"{status}: of {len(each.claims)} claims {', '.join(parts)}{apart}"


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
