-- What letters ask, offer and promise is looked for when somebody wants to know, not before:
-- `letterbook matters`, `due`, `write ledger` and the reading room first look through what is new.

CREATE TABLE acted (            -- the sources whose letters' acts (findings of kind act) are here
  source  INTEGER PRIMARY KEY REFERENCES source (nr) ON DELETE CASCADE,
  version TEXT NOT NULL           -- of letterbook; another version looks again
);

-- The title pages of volumes, which citations are resolved by, without a walk over all sources.
CREATE INDEX source_title ON source (file) WHERE part = '' AND form IN ('other', 'list');
-- A source that goes takes its entries of lists along, without a walk over all of them.
CREATE INDEX IF NOT EXISTS entry_source ON entry (source);
CREATE INDEX IF NOT EXISTS filed_source ON filed (source);
