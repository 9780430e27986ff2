"""Why two printings are taken for one letter, in words for a reader."""

from __future__ import annotations

from letterbook.link.comparison import Comparison, Side
from letterbook.model import Letter, When


def reason(left: Letter, right: Letter, found: Comparison) -> str:
    """ "the same 672 words, both of 1959-11-24; this printing leaves out 8,481 characters"."""
    parts = [shared(found) + _days(left.when, right.when)]
    if words := _leaves_out(found.left):
        parts.append(f"this printing leaves out {words}")
    if words := _leaves_out(found.right):
        parts.append(f"the other leaves out {words}")
    if found.differences:
        times = len(found.differences)
        parts.append(f"the wording differs in {times} place{'s' if times > 1 else ''}")
    return "; ".join(parts)


def shared(found: Comparison) -> str:
    """ "the same 672 words"."""
    return f"the same {found.shared:,} words"


def _days(left: When | None, right: When | None) -> str:
    days = [when.edtf if when else "" for when in (left, right)]
    if all(days):
        return f", both of {days[0]}" if days[0] == days[1] else f", of {days[0]} and {days[1]}"
    if any(days):
        return f"; only {'this' if days[0] else 'the other'} printing gives the day, {max(days)}"
    return "; neither gives the day"


def _leaves_out(side: Side) -> str:
    """ "574 and 190 characters", "1,073 characters in 4 places, one without saying so"."""
    sizes = [end - start for start, end in side.omitted]
    if not sizes:
        return ""
    listed = " and ".join(f"{size:,}" for size in sizes)
    words = f"{listed} characters" if len(sizes) < 3 else (
        f"{sum(sizes):,} characters in {len(sizes)} places")  # fmt: skip
    silent = len(side.silent)
    told = "all" if silent == len(sizes) > 1 else silent if silent > 1 else "one"
    told = "" if len(sizes) == silent == 1 else f"{told} "
    return f"{words}, {told}without saying so" if silent else words
