"""The reading room: a letterbook opened in a browser, its pages made on the server.

In: requests. Out: pages that are read without scripts, and the same as JSON (`.json`).
One page per file in `pages/`; what every answer must keep to stands in `safety.py`; whatever
comes from a document passes `text.visible` or `reading.py` and is escaped there.
Never: asks the record but through `Book`, writes without `--edit`, loads anything from elsewhere,
runs anything of a letter.
"""

from letterbook.serve.app import application
from letterbook.serve.settings import Settings, is_loopback

__all__ = ["Settings", "application", "is_loopback"]
