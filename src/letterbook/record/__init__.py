"""The record: the letterbook as one SQLite file (`schema.sql`, `links.sql`, documented there).

In: Sources with their Findings, packed into rows (`pack`, pure, in any process), corrections, and
what linking found.
Out: letters with their findings, ties and parties, hits of a search, the log, and what is due.
Everything that came from one file is replaced in one transaction; a person's correction is only
ever added, outranks every rule, and is anchored anew when its file changes.
Never: reads a document, changes a text, finds anything itself, forgets what a person said.
"""

from letterbook.record.about import About
from letterbook.record.absent import Absent
from letterbook.record.acts import Done
from letterbook.record.connect import APPLICATION, LAYERS, SCHEMA
from letterbook.record.doubt import Doubt
from letterbook.record.header import in_force
from letterbook.record.kept import File, Filters, Hit, Kept, Logged, Noted, Shown, Written
from letterbook.record.links import Looked, look
from letterbook.record.log import IS, MATTER
from letterbook.record.nearest import Opened
from letterbook.record.pack import Pack, pack
from letterbook.record.record import Record
from letterbook.record.standing import Standing
from letterbook.record.survey import Counted, Facets, Pair, Survey
from letterbook.record.ties import Tie
from letterbook.record.who import Borne, Key, Who
from letterbook.record.writing import Writing

__all__ = [
    "APPLICATION",
    "IS",
    "LAYERS",
    "MATTER",
    "SCHEMA",
    "About",
    "Absent",
    "Borne",
    "Counted",
    "Done",
    "Doubt",
    "Facets",
    "File",
    "Filters",
    "Hit",
    "Kept",
    "Key",
    "Logged",
    "Looked",
    "Noted",
    "Opened",
    "Pack",
    "Pair",
    "Record",
    "Shown",
    "Standing",
    "Survey",
    "Tie",
    "Who",
    "Writing",
    "Written",
    "in_force",
    "look",
    "pack",
]
