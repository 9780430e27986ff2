-- What linking keeps beside the findings: which letters it has looked through, and how to find
-- the few that a new letter concerns. The findings themselves (mention, link, citation, identity,
-- clue) stand in `finding`; `link` repeats what they say of two letters, for joins.

CREATE TABLE looked (           -- the sources whose words were looked through for other letters
  source  INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  version TEXT NOT NULL           -- of letterbook; another version looks again
);

CREATE TABLE due (              -- letters whose links are still to be made, or made anew
  letter INTEGER PRIMARY KEY REFERENCES letter ON DELETE CASCADE,
  fresh  INTEGER NOT NULL         -- 1: new, so that others may have been waiting for it
);

CREATE TABLE redate (           -- undated letters whose days are still to be worked out, or anew
  letter INTEGER PRIMARY KEY REFERENCES letter ON DELETE CASCADE
);

CREATE TABLE mention (          -- what a letter's words name, so that a newcomer finds who named it
  key    TEXT NOT NULL,           -- day 1962-12-19, number 85
  letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,  -- the letter that names it
  PRIMARY KEY (key, letter)
) WITHOUT ROWID;
CREATE INDEX mention_letter ON mention (letter);

CREATE TABLE link (             -- what a letter does to another
  letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
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

CREATE TABLE sketch (           -- samples of a letter's wording: editions of one letter share many
  hash   INTEGER NOT NULL,
  letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
  PRIMARY KEY (hash, letter)
) WITHOUT ROWID;
CREATE INDEX sketch_letter ON sketch (letter);

ALTER TABLE letter ADD COLUMN  -- 1: the days are not stated but worked out (findings of kind clue)
  inferred INTEGER NOT NULL DEFAULT 0;

CREATE INDEX letter_days ON letter (earliest);
CREATE INDEX letter_number ON letter (number) WHERE number <> '';
CREATE INDEX letter_telegram ON letter (telegram) WHERE telegram <> '';
