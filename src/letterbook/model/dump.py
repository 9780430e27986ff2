"""Values as JSON, and back."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import json
import types
import typing
from typing import Any

from letterbook.model.finding import KINDS
from letterbook.model.value import Value


@functools.cache
def _fields(wanted: type) -> tuple[tuple[str, Any], ...]:
    """Names and defaults of a dataclass of ours, looked up once; nothing for any other type."""
    fields = dataclasses.fields(wanted) if dataclasses.is_dataclass(wanted) else ()
    return tuple((f.name, f.default) for f in fields)


def plain(value: Any) -> Any:
    """A value of ours as JSON types: dataclasses to objects without their empty fields."""
    if fields := _fields(value.__class__):
        items = ((name, getattr(value, name), default) for name, default in fields)
        return {
            name: item if type(item) is str else plain(item)
            for name, item, default in items
            if item != default
        }
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


_DECODER = json.JSONDecoder()
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dump_value(value: Value) -> str:
    """The value as compact JSON; `load_value` with the finding's kind gives it back."""
    return _ENCODER.encode(plain(value))


@functools.lru_cache(maxsize=50_000)
def load_value(kind: str, text: str) -> Value:
    """The typed value of a finding of this kind from its JSON; equal ones are met again soon."""
    return typing.cast(Value, _build(KINDS[kind], _DECODER.raw_decode(text)[0]))


@functools.cache
def _made(wanted: type) -> dict[str, typing.Callable[[Any], Any]]:
    """The fields of a dataclass of ours whose JSON is not yet the value, and what makes it so."""
    makers = ((name, _maker(hint)) for name, hint in typing.get_type_hints(wanted).items())
    return {name: maker for name, maker in makers if maker is not None}


def _maker(hint: Any) -> typing.Callable[[Any], Any] | None:
    """What turns JSON into a value of this type; None when it is one already."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(a for a in typing.get_args(hint) if a is not type(None))
    if dataclasses.is_dataclass(hint):
        return functools.partial(_build, hint)
    if hint is datetime.date:
        return datetime.date.fromisoformat
    return tuple if typing.get_origin(hint) is tuple else None


def _build(wanted: Any, data: dict[str, Any]) -> Any:
    """A value from its JSON object: a letter's forty findings are made here again and again."""
    for name, make in _made(wanted).items():
        if data.get(name) is not None:
            data[name] = make(data[name])
    return wanted(**data)
