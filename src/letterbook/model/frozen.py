"""Frozen dataclasses that are made often: a document has forty findings, a heap a million."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[Made]) -> type[Made]:
    """`cls` as `dataclass(frozen=True, slots=True)` makes it, with an `__init__` twice as quick.

    That of a frozen dataclass asks for each field which slot is its own; this one has asked before.
    """
    made: Any = dataclass(frozen=True, slots=True)(cls)
    held = fields(made)
    names: dict[str, Any] = {f"_put_{f.name}": getattr(made, f.name).__set__ for f in held}
    names |= {f"_else_{f.name}": f.default for f in held}
    given = (f.name + (f"=_else_{f.name}" if f.default is not MISSING else "") for f in held)
    lines = [f"def __init__(self, {', '.join(given)}):"]
    lines += [f" _put_{f.name}(self, {f.name})" for f in held]
    exec("\n".join(lines), names)  # of our own fields' names alone, as dataclasses does it
    names["__init__"].__qualname__ = f"{made.__qualname__}.__init__"
    made.__init__ = names["__init__"]
    return made  # type: ignore[no-any-return]
