"""Words from documents, safe to show: nothing in them moves the cursor or turns the line round."""

from __future__ import annotations

import json
import re
from typing import Any

UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
IN_JSON = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def _seen(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else f"<U+{code:04X}>"


def safe(text: str, lines: bool = False) -> str:
    """`text` with what steers a terminal made visible; in one line unless `lines`.

    >>> safe("a\\x1b[31mb \\u202e")
    'a␛[31mb <U+202E>'
    """
    if lines:
        return "\n".join(UNSEEN.sub(_seen, line.expandtabs(4)) for line in text.split("\n"))
    return UNSEEN.sub(_seen, " ".join(text.split()))


def dumps(value: Any) -> str:
    """JSON that a terminal may show: readable letters, steering signs as \\u escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    text = text.encode("utf-8", "replace").decode("utf-8")
    return IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
