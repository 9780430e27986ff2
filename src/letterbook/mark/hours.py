"""The hour at which a letter was written or a telegram sent: "7 p. m.", "noon", "1230Z"."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"""(?P<h>\d{1,2}|(?<!\w)l)(?:[:.](?P<min>[0-5]\d))?\s?
        (?:(?P<half>[ap])\.?\s?m\b\.?|o['’]clock)
  | (?P<noon>\bnoon\b)|(?P<midnight>\bmidnight\b)
  | \b(?P<h24>[01]\d|2[0-3]):?(?P<m24>[0-5]\d)\s?(?P<z>Z\b|GMT\b|hours?\b|hrs?\b\.?)
  | \b(?P<hc>[01]?\d|2[0-3]):(?P<mc>[0-5]\d)\b""",
    re.I | re.X,
)
_BETWEEN = re.compile(  # "3-4:30 p.m.": from three o'clock
    r"(?<![\d:])(\d{1,2})(?::(\d\d))?\s?(?:[-–—]|to|and)\s?\d{1,2}(?::\d\d)?\s?([ap])\.?\s?m", re.I
)
_HALF_LATER = re.compile(r"[^,;]{0,22}?([ap])\. ?m")  # "7:00-9:15 p.m."


def time_of_day(text: str) -> str:
    """The first time of day in `text` as "HH:MM" ("HH:MMZ" if it says Zulu or GMT), or ""."""
    if span := _BETWEEN.search(text):
        return _clock(int(span[1]), span[2] or "00", span[3].lower())
    match = _TIME.search(text)
    while match and not (said := _said(match, text)):
        match = _TIME.search(text, match.end())
    return said if match else ""


def _said(match: re.Match[str], text: str) -> str:
    if match["noon"]:
        return "12:00"
    if match["midnight"]:
        return "00:00"
    if match["h24"]:
        return f"{match['h24']}:{match['m24']}" + ("Z" if match["z"] in ("Z", "GMT") else "")
    if match["hc"]:
        half = _HALF_LATER.match(text[match.end() :])
        return _clock(int(match["hc"]), match["mc"], half[1] if half else "")
    hour = 1 if match["h"] in "lL" else int(match["h"])  # "l p. m.", as a typewriter had it
    if match["half"] and hour > 12:  # "18 p.m.", "14:31 p.m.": the hour is told twice
        return _clock(hour, match["min"] or "00", "") if match["half"] in "pP" else ""
    return _clock(hour, match["min"] or "00", (match["half"] or "").lower())


def _clock(hour: int, minute: str, half: str) -> str:
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{hour:02}:{minute}" if hour < 24 else ""
