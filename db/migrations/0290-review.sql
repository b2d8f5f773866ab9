-- Management reviews from their plan to signed minutes (9.3). What is signed is never rewritten.
CREATE TABLE review_reviews (
  id            TEXT NOT NULL PRIMARY KEY,
  number        TEXT NOT NULL UNIQUE,
  state         TEXT NOT NULL CHECK (state IN ('planned', 'prepared', 'signed', 'cancelled')),
  title         TEXT NOT NULL CHECK (length(title) > 0),
  planned_on    TEXT NOT NULL CHECK (planned_on IS date(planned_on)),
  from_day      TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day        TEXT NOT NULL CHECK (to_day IS date(to_day) AND to_day > from_day),
  place         TEXT NOT NULL,
  chair         TEXT NOT NULL REFERENCES access_people (id),
  invited       TEXT NOT NULL CHECK (json_type(invited) = 'array'),
  subsystems    TEXT NOT NULL CHECK (json_type(subsystems) = 'array'),
  held_on       TEXT CHECK (held_on IS date(held_on)),
  present       TEXT NOT NULL CHECK (json_type(present) = 'array'),
  note          TEXT NOT NULL,
  signature     TEXT,
  signed_by     TEXT,
  signed_at     TEXT,
  cancel_reason TEXT,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL,
  CHECK ((state = 'signed') = (signature IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
) STRICT;

-- Input packs as they were frozen: canonical JSON under its SHA-256.
CREATE TABLE review_packs (
  review_id TEXT NOT NULL REFERENCES review_reviews (id),
  number    INTEGER NOT NULL CHECK (number > 0),
  as_of     TEXT NOT NULL CHECK (as_of IS date(as_of)),
  body      TEXT NOT NULL CHECK (json_valid(body)),
  sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
  frozen_by TEXT,
  frozen_at TEXT NOT NULL,
  PRIMARY KEY (review_id, number)
) STRICT;

-- What was asked for or written where the records say nothing.
CREATE TABLE review_fills (
  id        TEXT NOT NULL PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review_reviews (id),
  topic     TEXT NOT NULL,
  subsystem TEXT NOT NULL,
  owner     TEXT REFERENCES access_people (id),
  due       TEXT CHECK (due IS date(due)),
  question  TEXT NOT NULL,
  text      TEXT,
  filled_by TEXT,
  filled_at TEXT,
  CHECK ((text IS NULL) = (filled_at IS NULL)),
  CHECK (text IS NOT NULL OR owner IS NOT NULL)
) STRICT;
CREATE INDEX review_fills_review ON review_fills (review_id);

CREATE TABLE review_discussions (
  review_id TEXT NOT NULL REFERENCES review_reviews (id),
  topic     TEXT NOT NULL,
  subsystem TEXT NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (review_id, topic, subsystem)
) STRICT;

CREATE TABLE review_outputs (
  review_id TEXT NOT NULL REFERENCES review_reviews (id),
  output    TEXT NOT NULL,
  subsystem TEXT NOT NULL,
  text      TEXT NOT NULL,
  verdicts  TEXT NOT NULL CHECK (json_type(verdicts) = 'object'),
  grounds   TEXT NOT NULL CHECK (json_type(grounds) = 'array'),
  PRIMARY KEY (review_id, output, subsystem)
) STRICT;

-- Decisions with owner and day, followed until somebody else has verified them.
CREATE TABLE review_decisions (
  id          TEXT NOT NULL PRIMARY KEY,
  review_id   TEXT NOT NULL REFERENCES review_reviews (id),
  number      TEXT NOT NULL UNIQUE,
  output      TEXT NOT NULL,
  subsystem   TEXT NOT NULL,
  text        TEXT NOT NULL CHECK (length(text) > 0),
  owner       TEXT NOT NULL REFERENCES access_people (id),
  due         TEXT NOT NULL CHECK (due IS date(due)),
  state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'verified', 'dropped')),
  note        TEXT NOT NULL,
  settled_by  TEXT,
  settled_at  TEXT,
  verify_note TEXT NOT NULL,
  verified_by TEXT,
  verified_at TEXT,
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK ((state = 'verified') = (verified_at IS NOT NULL))
) STRICT;
CREATE INDEX review_decisions_review ON review_decisions (review_id);

-- What the plant decided about its reviews; one row, none while nothing was decided.
CREATE TABLE review_settings (
  id         INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  interval   INTEGER NOT NULL,
  prepare    INTEGER NOT NULL,
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;
