"""What letters ask, offer and promise is looked for when somebody asks: of what is new, and kept.

Reading and linking do without it. It can be stopped at any moment and goes on where it was: which
sources have been looked through stands in the record (`acted`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from letterbook.book.linking import GROUP, each, open_here, opened, version
from letterbook.link.look import ACTED_AT
from letterbook.link.look_for_acts import acts_through
from letterbook.model import LetterbookError, Trouble
from letterbook.record import Filters, Looked, Record, look

Tell = Callable[[int, int], None]


def look_for_acts(record: Record, filters: Filters, jobs: int, tell: Tell | None = None) -> int:
    """Have the acts of these letters in the record, all of them; how many sources were new.

    Raises LetterbookError where there are new ones and the record cannot be written: a ledger with
    half of what was promised would be worse than none.
    """
    now = version()
    if not record.unacted(now):
        return 0
    chosen = None if filters == Filters() else record.order(filters)
    sources = record.unacted(now, chosen)
    if sources and record.readonly:  # opened only to be asked; what is found is no change of it
        try:
            with Record(record.path) as opened:
                _look(opened, sources, now, jobs, tell)
        except LetterbookError as error:
            raise LetterbookError(
                f"{record.path}: what {len(sources):,} of its letters ask and promise has not been"
                f" looked for, and it cannot be kept here ({error}); where it may be written, run:"
                " letterbook matters"
            ) from error
    elif sources:
        _look(record, sources, now, jobs, tell)
    return len(sources)


def _look(
    record: Record, sources: Sequence[str], version: str, jobs: int, tell: Tell | None
) -> None:
    # a thread of a server that starts processes may copy a lock that another thread holds
    alone = len(sources) <= GROUP or threading.current_thread() is not threading.main_thread()
    with record.writing() as writing:
        settle = None if alone else partial(open_here, record.path)
        found = each(partial(acts_of, path=record.path), sources, 0 if alone else jobs, settle)
        for done, (id, looked) in enumerate(found, 1):
            if isinstance(looked, BaseException):  # one bad letter never stops a heap
                writing.keep_acted(look(id, (), {}, {}), version, [_fault(record, id, looked)])
            else:
                writing.keep_acted(looked, version)
            if tell and (done % GROUP == 0 or done == len(sources)):
                tell(done, len(sources))


def _fault(record: Record, id: str, error: BaseException) -> Trouble:
    return Trouble(
        record.fetch(id, ("letter",))[0].path,
        f"What it asks and promises could not be told: letterbook stumbled"
        f" ({type(error).__name__}: {error}).",
        "Everything else was; please report this with the letter.",
    )


def acts_of(ids: list[str], path: Path) -> list[Looked]:
    """The acts in some sources of the record at `path`; for any process."""
    with opened(path) as record:
        return [acts_through(*record.fetch(id, ACTED_AT)) for id in ids]
