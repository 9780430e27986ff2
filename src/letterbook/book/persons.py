"""Who writes, is written to and spoken of, and what offices the authority says they held."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from letterbook.model import LetterbookError, Party
from letterbook.record import Record, Who

if TYPE_CHECKING:
    from letterbook.link.named import Named


class Persons:
    """Questions about one person or all."""

    path: Path
    _record: Record

    def people(self) -> Sequence[Who]:
        """Who writes or is written to, those with most letters first."""
        return self._record.people()

    def person(self, name: str) -> Who:
        """One party by its id, the beginning of it, or a name; raises when several are meant."""
        found = self._record.called(name)
        if len(found) != 1:
            if found:
                raise LetterbookError(several(name, found))
            raise LetterbookError(f'nobody here is called "{name}"; see: letterbook people')
        return self._record.person(found[0].id)

    def names(self, id: str, within: str = "") -> Sequence[Named]:
        """Who is named in the body of a letter, first to last: worked out now, nothing is kept."""
        from letterbook.link.named import named

        return named(self._record, self._record.resolve(id, within))

    def named(self, name: str, limit: int = 10) -> Sequence[Named]:
        """Where letters speak of a party, by its id or name: one place a letter, the best first."""
        from letterbook.link.named import naming

        return list(naming(self._record, self.person(name).party, limit))

    def tenures(self, name: str) -> Sequence[str]:
        """The offices that the authority says a person of this name held, with the days."""
        from letterbook.link.known import authority_of

        held = authority_of(self.path).terms(name)
        return [", ".join(filter(None, (t.office, t.government, t.when.edtf))) for t in held]

    def holders(self, office: str) -> Sequence[str]:
        """Who held an office by the authority, with the days; none where it names no government."""
        from letterbook.link.known import authority_of

        held = authority_of(self.path).ever(office)
        return [", ".join((tenure.holder, tenure.when.edtf)) for tenure in held]


def several(name: str, found: Sequence[Party]) -> str:
    """What to say of a name that fits several parties: the first ten of them, with their ids."""
    rows = "\n".join(f"  {p.id}  {p.label}" for p in found[:10])
    return f'"{name}" fits {len(found)} parties; name one of:\n{rows}'
