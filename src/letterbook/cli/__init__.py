"""The shell door: arguments in, `Book`, lines out. One file per verb.

Exit codes: 0 fine (also when some files of a heap had trouble: it is said) · 1 nothing found, or
nothing could be read, or a mistake such as an id that does not exist · 2 wrong usage ·
130 stopped with Ctrl-C. `--json` gives the same in stable keys (`book/as_json.py`).
Whatever comes from a document is made safe for a terminal (`safe.py`).
Never: decides anything that `import letterbook` does not.
"""

from letterbook.cli.door import door, main

__all__ = ["door", "main"]
