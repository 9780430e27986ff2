-- What linking keeps beside the findings: which letters it has looked through, and how to find
-- the few that a new letter concerns. The findings themselves (mention, link, citation,
-- clue) stand in `finding`; `link` repeats what they say of two letters, for joins.

CREATE TABLE looked (           -- the sources whose words were looked through for other letters
  source  INTEGER PRIMARY KEY REFERENCES source (nr) ON DELETE CASCADE,
  version TEXT NOT NULL           -- of letterbook; another version looks again
);

CREATE TABLE due (              -- letters whose links are still to be made, or made anew
  letter INTEGER PRIMARY KEY REFERENCES letter (nr) ON DELETE CASCADE,
  fresh  INTEGER NOT NULL         -- 1: new, so that others may have been waiting for it
);

CREATE TABLE redate (           -- undated letters whose days are still to be worked out, or anew
  letter INTEGER PRIMARY KEY REFERENCES letter (nr) ON DELETE CASCADE
);

CREATE TABLE mention (          -- what a letter's words name, so that a newcomer finds who named it
  key    TEXT NOT NULL,           -- day 1962-12-19, number 85; bears 1287: the letter's own
  letter INTEGER NOT NULL REFERENCES letter (nr) ON DELETE CASCADE,  -- the letter that names it
  PRIMARY KEY (key, letter)
) WITHOUT ROWID;
CREATE INDEX mention_letter ON mention (letter);

CREATE TABLE link (             -- what a letter does to another
  letter INTEGER NOT NULL REFERENCES letter (nr) ON DELETE CASCADE,
  n      INTEGER NOT NULL,        -- its finding in the letter's source
  kind   TEXT NOT NULL,           -- answers, refers to, encloses, forwards, same letter as
  "to"   TEXT NOT NULL,           -- letter.id; "" while it is open
  start  INTEGER NOT NULL,        -- the words that say so
  end    INTEGER NOT NULL,
  score  REAL NOT NULL,
  reason TEXT NOT NULL,
  candidates TEXT NOT NULL,       -- JSON ["id", …]: the letters it may be, while it is open
  PRIMARY KEY (letter, n)
) WITHOUT ROWID;
CREATE INDEX link_to ON link ("to");

CREATE TABLE absent (           -- letters that a letter names and the record does not hold
  letter    INTEGER NOT NULL REFERENCES letter (nr) ON DELETE CASCADE,  -- the letter that names it
  n         INTEGER NOT NULL,     -- from 0
  key       TEXT NOT NULL,        -- equal where two letters name the same one
  what      TEXT NOT NULL,        -- letter, telegram, note
  sender    TEXT NOT NULL,
  recipient TEXT NOT NULL,
  earliest  TEXT NOT NULL,        -- days as in letter; "" where not told
  latest    TEXT NOT NULL,
  number    TEXT NOT NULL,
  mentions  TEXT NOT NULL,        -- JSON [[start, end], …]: the words, in the letter's source
  printed   TEXT NOT NULL,        -- JSON: where notes say that it is printed
  fate      TEXT NOT NULL,        -- what else they say: not found
  PRIMARY KEY (letter, n)
) WITHOUT ROWID;
CREATE INDEX absent_key ON absent (key);

CREATE TABLE sketch (           -- samples of a letter's wording: editions of one letter share many
  hash   INTEGER NOT NULL,
  letter INTEGER NOT NULL REFERENCES letter (nr) ON DELETE CASCADE,
  PRIMARY KEY (hash, letter)
) WITHOUT ROWID;
CREATE INDEX sketch_letter ON sketch (letter);

ALTER TABLE letter ADD COLUMN  -- 1: the days are not stated but worked out (findings of kind clue)
  inferred INTEGER NOT NULL DEFAULT 0;

CREATE INDEX letter_days ON letter (earliest);
CREATE INDEX letter_number ON letter (number) WHERE number <> '';
CREATE INDEX letter_telegram ON letter (telegram) WHERE telegram <> '';

CREATE TABLE person (           -- who writes or is written to, across the record
  id      TEXT PRIMARY KEY,       -- eight characters; the same names give the same id
  block   TEXT NOT NULL,          -- the names it was worked out among: a surname, an office
  kind    TEXT NOT NULL,          -- person, office, government, body
  label   TEXT NOT NULL,          -- the fullest name
  names   TEXT NOT NULL,          -- JSON ["Khrushchev", …]: how else it is written
  offices TEXT NOT NULL,          -- JSON: the offices it is given with
  same_as TEXT NOT NULL           -- JSON: its ids elsewhere (VIAF, GND, Wikidata)
) WITHOUT ROWID;
CREATE INDEX person_block ON person (block);

CREATE TABLE named (            -- each way a party is named in a year, and who that is
  name       TEXT NOT NULL,
  office     TEXT NOT NULL,
  year       INTEGER NOT NULL,    -- 0: undated
  ref        TEXT NOT NULL,       -- an id elsewhere, if the text gives one
  only       TEXT NOT NULL,       -- letter.id where a person decided for one letter; else ""
  letters    INTEGER NOT NULL,    -- how many times
  block      TEXT NOT NULL,       -- "" until it is filed
  person     TEXT NOT NULL DEFAULT '',    -- person.id; "" while it is open
  candidates TEXT NOT NULL DEFAULT '[]',  -- JSON: those it may be, while it is open
  reason     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (name, office, year, ref, only)
) WITHOUT ROWID;
CREATE INDEX named_block ON named (block);
CREATE INDEX named_person ON named (person);

CREATE TABLE naming (           -- where: a sender or recipient of a letter (see `party`)
  letter INTEGER NOT NULL REFERENCES letter (nr) ON DELETE CASCADE,
  role   TEXT NOT NULL,
  n      INTEGER NOT NULL,
  name   TEXT NOT NULL,
  office TEXT NOT NULL,
  year   INTEGER NOT NULL,
  ref    TEXT NOT NULL,
  only   TEXT NOT NULL,
  PRIMARY KEY (letter, role, n)
) WITHOUT ROWID;
CREATE INDEX naming_name ON naming (name, office, year, ref, only);

CREATE TABLE entry (            -- what lists of persons among the sources say
  id     TEXT PRIMARY KEY,        -- source.id:offset
  source INTEGER NOT NULL REFERENCES source (nr) ON DELETE CASCADE,
  words  TEXT NOT NULL,           -- the entry
  block  TEXT NOT NULL            -- "" until it is filed
) WITHOUT ROWID;
CREATE INDEX entry_block ON entry (block);

CREATE TABLE filed (            -- forms of surnames in those lists, and what they are filed under
  form   TEXT NOT NULL,           -- folded words
  word   TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source (nr) ON DELETE CASCADE,
  PRIMARY KEY (form, word, source)
) WITHOUT ROWID;

CREATE TABLE unnamed (          -- letters whose parties are still to be told apart
  letter INTEGER PRIMARY KEY REFERENCES letter (nr) ON DELETE CASCADE
);

CREATE TABLE unsettled (        -- blocks of names to be worked out anew
  block TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TRIGGER naming_added AFTER INSERT ON naming BEGIN
  INSERT INTO named (name, office, year, ref, only, letters, block)
    VALUES (new.name, new.office, new.year, new.ref, new.only, 1, '')
    ON CONFLICT DO UPDATE SET letters = letters + 1;
  INSERT OR IGNORE INTO unsettled SELECT block FROM named
    WHERE (name, office, year, ref, only) = (new.name, new.office, new.year, new.ref, new.only);
END;
CREATE TRIGGER naming_gone AFTER DELETE ON naming BEGIN
  UPDATE named SET letters = letters - 1
    WHERE (name, office, year, ref, only) = (old.name, old.office, old.year, old.ref, old.only);
  INSERT OR IGNORE INTO unsettled SELECT block FROM named
    WHERE (name, office, year, ref, only) = (old.name, old.office, old.year, old.ref, old.only);
END;
CREATE TRIGGER entry_gone AFTER DELETE ON entry BEGIN
  UPDATE named SET block = '' WHERE block > '';  -- what lists file together may fall apart:
  UPDATE entry SET block = '' WHERE block > '';  -- all is filed anew, at the first entry that goes
END;
