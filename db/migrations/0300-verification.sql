-- Cases of accounting, carbon inventory and verification: their steps in rounds, bodies that verify and what they state,
-- questions with every answer that was given, packages handed over and files that came back.

CREATE TABLE verification_bodies (
  id                 TEXT NOT NULL PRIMARY KEY,
  name               TEXT NOT NULL CHECK (length(name) > 0),
  recognition_number TEXT NOT NULL,
  recognised_by      TEXT NOT NULL,
  scope              TEXT NOT NULL,
  valid_from         TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to           TEXT CHECK (valid_to IS NULL OR (valid_to IS date(valid_to) AND valid_to > valid_from)),
  verifiers          TEXT NOT NULL,
  changed_by         TEXT,
  changed_at         TEXT NOT NULL
) STRICT;

CREATE TABLE verification_cases (
  id             TEXT NOT NULL PRIMARY KEY,
  number         TEXT NOT NULL UNIQUE,
  kind           TEXT NOT NULL CHECK (kind IN ('accounting', 'inventory', 'verification')),
  title          TEXT NOT NULL CHECK (length(title) > 0),
  year           INTEGER NOT NULL,
  inventory_id   TEXT REFERENCES accounting_inventories (id),
  owner_id       TEXT,
  body_id        TEXT REFERENCES verification_bodies (id),
  requester      TEXT NOT NULL,
  is_compulsory  INTEGER NOT NULL CHECK (is_compulsory IN (0, 1)),
  cost           TEXT CHECK (cost NOT GLOB '*[^0-9.]*'),
  starts_on      TEXT NOT NULL CHECK (starts_on IS date(starts_on)),
  -- Years whose holidays nobody knows, confirmed as Monday to Friday only.
  weekday_years  TEXT NOT NULL CHECK (json_valid(weekday_years)),
  state          TEXT NOT NULL CHECK (state IN ('open', 'delivered', 'cancelled')),
  edition        TEXT NOT NULL,
  plan           TEXT NOT NULL CHECK (json_valid(plan)),
  delivered_hash TEXT CHECK (length(delivered_hash) = 64),
  closed_on      TEXT CHECK (closed_on IS NULL OR closed_on IS date(closed_on)),
  closing_note   TEXT NOT NULL,
  changed_by     TEXT,
  changed_at     TEXT NOT NULL,
  CHECK ((state = 'open') = (closed_on IS NULL))
) STRICT;

CREATE TABLE verification_steps (
  id            TEXT NOT NULL PRIMARY KEY,
  case_id       TEXT NOT NULL REFERENCES verification_cases (id),
  sequence      INTEGER NOT NULL CHECK (sequence > 0),
  key           TEXT NOT NULL,
  round         INTEGER NOT NULL CHECK (round > 0),
  owner_id      TEXT,
  least         INTEGER NOT NULL CHECK (least >= 0),
  most          INTEGER NOT NULL CHECK (most >= least AND most > 0),
  -- As it was planned when the step was made. Dates that follow from what happened since are computed.
  planned_usual TEXT NOT NULL CHECK (planned_usual IS date(planned_usual)),
  planned_due   TEXT NOT NULL CHECK (planned_due IS date(planned_due)),
  done_on       TEXT CHECK (done_on IS NULL OR done_on IS date(done_on)),
  outcome       TEXT CHECK (outcome IN ('done', 'returned')),
  done_by       TEXT,
  done_at       TEXT,
  note          TEXT NOT NULL,
  alone_reason  TEXT,
  signature_id  TEXT,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL,
  UNIQUE (case_id, key, round),
  CHECK ((outcome IS NULL) = (done_on IS NULL))
) STRICT;
CREATE INDEX verification_steps_case ON verification_steps (case_id, sequence);

CREATE TABLE verification_items (
  step_id    TEXT NOT NULL REFERENCES verification_steps (id),
  item       TEXT NOT NULL,
  answer     TEXT NOT NULL CHECK (answer IN ('yes', 'partly', 'no', 'not-applicable')),
  tier       INTEGER CHECK (tier BETWEEN 1 AND 3),
  flag       TEXT CHECK (flag IN ('good', 'fair', 'poor')),
  note       TEXT NOT NULL,
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (step_id, item)
) STRICT;

CREATE TABLE verification_requests (
  id       TEXT NOT NULL PRIMARY KEY,
  case_id  TEXT NOT NULL REFERENCES verification_cases (id),
  number   INTEGER NOT NULL CHECK (number > 0),
  kind     TEXT NOT NULL CHECK (kind IN ('question', 'finding')),
  severity TEXT CHECK (severity IN ('minor', 'major', 'observation')),
  about    TEXT NOT NULL,
  text     TEXT NOT NULL,
  due_on   TEXT CHECK (due_on IS NULL OR due_on IS date(due_on)),
  said_by  TEXT NOT NULL,
  said_at  TEXT NOT NULL,
  -- Id of its line in the file it came with, and that file.
  line     TEXT,
  file     TEXT,
  made_by  TEXT,
  made_at  TEXT NOT NULL,
  UNIQUE (case_id, number)
) STRICT;
CREATE UNIQUE INDEX verification_requests_line ON verification_requests (case_id, line) WHERE line IS NOT NULL;

-- Only added to: who answers twice has answered twice.
CREATE TABLE verification_entries (
  id           TEXT NOT NULL PRIMARY KEY,
  request_id   TEXT NOT NULL REFERENCES verification_requests (id),
  kind         TEXT NOT NULL CHECK (kind IN ('answer', 'correction', 'accepted', 'rejected', 'other-wording')),
  text         TEXT NOT NULL,
  inventory_id TEXT REFERENCES accounting_inventories (id),
  said_by      TEXT NOT NULL,
  said_at      TEXT NOT NULL,
  line         TEXT,
  file         TEXT,
  made_by      TEXT,
  made_at      TEXT NOT NULL
) STRICT;
CREATE INDEX verification_entries_request ON verification_entries (request_id);
CREATE TRIGGER verification_entries_stay BEFORE UPDATE ON verification_entries
BEGIN SELECT RAISE(ABORT, 'what was said stays as it was said'); END;
CREATE TRIGGER verification_entries_remain BEFORE DELETE ON verification_entries
BEGIN SELECT RAISE(ABORT, 'what was said stays as it was said'); END;

CREATE TABLE verification_statements (
  id           TEXT NOT NULL PRIMARY KEY,
  case_id      TEXT NOT NULL REFERENCES verification_cases (id),
  number       TEXT NOT NULL,
  body_id      TEXT NOT NULL REFERENCES verification_bodies (id),
  inventory_id TEXT REFERENCES accounting_inventories (id),
  assurance    TEXT NOT NULL CHECK (assurance IN ('reasonable', 'limited')),
  opinion      TEXT NOT NULL CHECK (opinion IN ('unmodified', 'qualified', 'adverse', 'disclaimer')),
  materiality  TEXT CHECK (materiality NOT GLOB '*[^0-9.]*'),
  reservations TEXT NOT NULL,
  response     TEXT NOT NULL,
  total        TEXT NOT NULL CHECK (total NOT GLOB '*[^0-9.-]*'),
  issued_on    TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
  valid_to     TEXT CHECK (valid_to IS NULL OR valid_to IS date(valid_to)),
  is_in_scope  INTEGER NOT NULL CHECK (is_in_scope IN (0, 1)),
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;

CREATE TABLE verification_packages (
  id           TEXT NOT NULL PRIMARY KEY,
  case_id      TEXT NOT NULL REFERENCES verification_cases (id),
  inventory_id TEXT NOT NULL REFERENCES accounting_inventories (id),
  -- SHA-256 of the manifest, which holds that of every file.
  seal         TEXT NOT NULL UNIQUE CHECK (length(seal) = 64),
  file_name    TEXT NOT NULL,
  size         INTEGER NOT NULL,
  files        INTEGER NOT NULL,
  recipient    TEXT NOT NULL,
  -- Head of the trail at that moment.
  head_seq     INTEGER NOT NULL,
  head_hash    TEXT NOT NULL,
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;

CREATE TABLE verification_merges (
  id        TEXT NOT NULL PRIMARY KEY,
  case_id   TEXT NOT NULL REFERENCES verification_cases (id),
  file      TEXT NOT NULL CHECK (length(file) = 64),
  file_name TEXT NOT NULL,
  seal      TEXT,
  added     INTEGER NOT NULL,
  known     INTEGER NOT NULL,
  differing INTEGER NOT NULL,
  made_by   TEXT NOT NULL,
  made_at   TEXT NOT NULL
) STRICT;
