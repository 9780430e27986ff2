-- The letterbook: one SQLite file. Open it with Datasette, pandas or any SQLite tool.
-- Offsets (start, end) count characters (Unicode code points) of source.text, from 0, half-open:
-- the words of a finding are substr(source.text, start + 1, end - start).
-- Empty text means "not stated". Days are ISO 8601 (1962-12-19), moments ISO 8601 in UTC.
-- Every `nr` is an inner number: good for joins, not for citing. Cite letter.id and source.id.

CREATE TABLE meta (             -- what this file is: made_by, made_at, tokenizer
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE file (             -- one row for each file that was read
  nr       INTEGER PRIMARY KEY,
  path     TEXT NOT NULL UNIQUE,  -- relative to the folder of this record, "/" between the parts
  size     INTEGER NOT NULL,      -- bytes
  mtime_ns INTEGER NOT NULL,      -- when the file was last changed: nanoseconds since 1970
  sha256   TEXT NOT NULL,         -- of the file's bytes; the same digest is not read again
  format   TEXT NOT NULL,         -- of its first source: plain, markdown, html, tei, …
  reader   TEXT NOT NULL,         -- the version of letterbook that read it
  read_at  TEXT NOT NULL          -- moment
);

CREATE TABLE source (           -- one natural unit of a file: a page, a TEI document, a chapter
  nr       INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,  -- eight characters; the same file and part give the same id
  file     INTEGER NOT NULL REFERENCES file (nr) ON DELETE CASCADE,
  path     TEXT NOT NULL,         -- the file, or the member of an archive: parcel.zip!inner/name.txt
  part     TEXT NOT NULL,         -- its place in the file: "" for the whole, an xml:id in TEI
  ordinal  INTEGER NOT NULL,      -- its turn in the file, from 1
  format   TEXT NOT NULL,
  encoding TEXT NOT NULL,         -- the one its bytes were read in
  form     TEXT NOT NULL,         -- letters, history, brief, list, other
  title    TEXT NOT NULL,
  sha256   TEXT NOT NULL,         -- of the text, as UTF-8
  text     TEXT NOT NULL,         -- never changed
  UNIQUE (file, ordinal)
);

CREATE TABLE hand (             -- who finds: an editor's markup, a rule, a model, a person
  nr      INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,          -- markup, rule, model, person
  name    TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (kind, name, version)
);

CREATE TABLE finding (          -- what is known, and the words it rests on; see the view `findings`
  source  INTEGER NOT NULL REFERENCES source (nr) ON DELETE CASCADE,
  n       INTEGER NOT NULL,       -- its turn in the source, from 0
  start   INTEGER NOT NULL,
  end     INTEGER NOT NULL,
  kind    TEXT NOT NULL,          -- date, sender, note, furniture, …
  of      TEXT,                   -- the letter it speaks about; NULL: about the source
  value   TEXT NOT NULL,          -- JSON; empty fields left out
  hand    INTEGER NOT NULL,       -- → hand.nr
  because TEXT,                   -- JSON [[start, end], …]: other words it rests on; NULL: none
  score   REAL NOT NULL,          -- 1 sure … 0; below 0.5 only a candidate
  PRIMARY KEY (source, n)
) WITHOUT ROWID;

CREATE TABLE letter (           -- the header of each letter, a person's corrections included
  nr             INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,  -- source.id for the first letter, source.id || '.2' …
  source         INTEGER NOT NULL REFERENCES source (nr) ON DELETE CASCADE,
  ordinal        INTEGER NOT NULL,      -- its turn in the source, from 1
  start          INTEGER NOT NULL,      -- its extent, notes included
  end            INTEGER NOT NULL,
  inside         TEXT NOT NULL,         -- the letter that encloses it
  kind           TEXT NOT NULL,         -- letter, telegram, memorandum of conversation, …
  number         TEXT NOT NULL,         -- the document's number in its edition
  heading        TEXT NOT NULL,
  earliest       TEXT,                  -- first day it can be from; NULL: not stated or open
  latest         TEXT,                  -- last day, equal to `earliest` for one day
  edtf           TEXT NOT NULL,         -- both in Extended Date/Time Format
  time           TEXT NOT NULL,         -- 19:00, with Z when the text says so
  stated         TEXT NOT NULL,         -- the date in the letter's words
  doubt          TEXT NOT NULL,         -- "?" the text doubts the date, "~" about
  place          TEXT NOT NULL,
  sender         TEXT NOT NULL,         -- all senders in one line; one by one in `party`
  recipient      TEXT NOT NULL,
  classification TEXT NOT NULL,
  handling       TEXT NOT NULL,
  telegram       TEXT NOT NULL,         -- the telegram's number
  channel        TEXT NOT NULL,
  subject        TEXT NOT NULL,
  words          TEXT NOT NULL,         -- the opening words
  UNIQUE (source, ordinal)
);

CREATE TABLE party (            -- the stated senders and recipients
  letter     INTEGER NOT NULL REFERENCES letter (nr) ON DELETE CASCADE,
  role       TEXT NOT NULL,       -- sender, recipient
  n          INTEGER NOT NULL,    -- from 0
  name       TEXT NOT NULL,
  office     TEXT NOT NULL,
  acting_for TEXT NOT NULL,       -- "For the Secretary of State"
  ref        TEXT NOT NULL,       -- the editors' id of the person
  address    TEXT NOT NULL,
  folded     TEXT NOT NULL,       -- name and office in lower case, plain letters, spaces around
  PRIMARY KEY (letter, role, n)
) WITHOUT ROWID;

CREATE TABLE unit (             -- what is searched: each letter, and what of a source is no letter
  nr     INTEGER PRIMARY KEY,     -- = rowid in `search`
  source INTEGER NOT NULL REFERENCES source (nr) ON DELETE CASCADE,
  letter INTEGER REFERENCES letter (nr) ON DELETE CASCADE,  -- NULL: the source itself
  start  INTEGER NOT NULL,
  end    INTEGER NOT NULL,
  pieces TEXT,                    -- JSON [[start, length, "what joins it to the last"], …] that make
                                  -- the reading view; NULL: the text from start to end as it stands
  notes  TEXT,                    -- the same for its notes; NULL: none
  head   TEXT NOT NULL            -- heading, parties, place and date in one line
);
CREATE INDEX unit_source ON unit (source);
CREATE INDEX unit_letter ON unit (letter);

CREATE TABLE correction (       -- what persons say; rows are only ever added
  nr      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,          -- moment
  who     TEXT NOT NULL,
  why     TEXT NOT NULL,
  undoes  INTEGER REFERENCES correction (nr),  -- the correction it takes back; NULL: it is a correction
  letter  TEXT NOT NULL,          -- the letter's id when it was made; `anchor` has today's
  field   TEXT NOT NULL,          -- sender, recipient, date, place, …
  value   TEXT NOT NULL,          -- as written; "" says: not stated
  before  TEXT NOT NULL,          -- what the record said before
  file    TEXT NOT NULL,          -- file.path
  opening TEXT NOT NULL,          -- the letter's opening words then
  words   TEXT NOT NULL           -- the words it points at
);

CREATE TABLE anchor (           -- where each correction stands today
  correction INTEGER PRIMARY KEY REFERENCES correction (nr),
  letter     TEXT                 -- NULL: lost, its words stand in no letter of the file
);

CREATE TRIGGER correction_stays BEFORE UPDATE ON correction
BEGIN SELECT raise(ABORT, 'a correction is never rewritten: undo it'); END;
CREATE TRIGGER correction_remains BEFORE DELETE ON correction
BEGIN SELECT raise(ABORT, 'a correction is never deleted: undo it'); END;

CREATE TABLE trouble (          -- what could not be read, or only in part
  nr      INTEGER PRIMARY KEY,
  file    TEXT NOT NULL,          -- file.path; the file may not be in `file` if nothing was read
  path    TEXT NOT NULL,
  line    INTEGER NOT NULL,       -- from 1; 0: the whole file
  problem TEXT NOT NULL,
  advice  TEXT NOT NULL,
  at      TEXT NOT NULL           -- moment
);
CREATE INDEX trouble_file ON trouble (file);

CREATE VIEW searched AS         -- what is indexed (FTS5 may not call json_each, hence the counting)
SELECT unit.nr, unit.head,
  iif(unit.pieces IS NULL, substr(source.text, unit.start + 1, unit.end - unit.start),
   (WITH RECURSIVE piece (i) AS (
     SELECT 0 UNION ALL SELECT i + 1 FROM piece WHERE i + 1 < json_array_length(unit.pieces))
   SELECT group_concat(json_extract(unit.pieces, '$[' || i || '][2]') || substr(source.text,
     json_extract(unit.pieces, '$[' || i || '][0]') + 1,
     json_extract(unit.pieces, '$[' || i || '][1]')), '') FROM piece)) AS body,
  iif(unit.notes IS NULL, NULL,
   (WITH RECURSIVE piece (i) AS (
     SELECT 0 UNION ALL SELECT i + 1 FROM piece WHERE i + 1 < json_array_length(unit.notes))
   SELECT group_concat(json_extract(unit.notes, '$[' || i || '][2]') || substr(source.text,
     json_extract(unit.notes, '$[' || i || '][0]') + 1,
     json_extract(unit.notes, '$[' || i || '][1]')), '') FROM piece)) AS notes
FROM unit JOIN source ON source.nr = unit.source;

CREATE VIRTUAL TABLE search USING fts5 (  -- full text: SELECT rowid FROM search WHERE search MATCH …
  head, body, notes,
  content = 'searched', content_rowid = 'nr', tokenize = '{tokenizer}'
);

CREATE VIEW findings AS         -- the findings with their words and their finder, for people
SELECT source.id AS source, source.path, source.part, finding.of AS letter, finding.kind,
  substr(source.text, finding.start + 1, finding.end - finding.start) AS words,
  finding.value, finding.score, hand.kind || ' ' || hand.name AS found_by,
  finding.start, finding.end, finding.because
FROM finding JOIN source ON source.nr = finding.source JOIN hand ON hand.nr = finding.hand;

CREATE VIEW letters AS          -- the calendar, for people
SELECT letter.id, letter.edtf AS date, letter.time, letter.sender, letter.recipient, letter.place,
  letter.kind, letter.classification, letter.number, letter.heading, source.path, source.part,
  letter.words
FROM letter JOIN source ON source.nr = letter.source
ORDER BY letter.earliest IS NULL, letter.earliest, letter.latest, source.path, source.ordinal,
  letter.ordinal;
