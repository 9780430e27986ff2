"""Words of a document as any file may hold them: nothing unseen that turns or breaks the rest."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff\ufffe\uffff\ud800-\udfff]"
)


def legible(words: str) -> str:
    """`words` in one line; what steers or cannot be written is U+FFFD.

    >>> legible("a\\x00b  c\\u202e")
    'a\ufffdb c\ufffd'
    """
    return _UNSEEN.sub("\ufffd", " ".join(words.split()))
