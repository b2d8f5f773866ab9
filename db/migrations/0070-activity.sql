-- Activity data: readings that are never overwritten, what proves them, and the months that were closed over them.

-- What someone did to readings, once for all of them: who entered, checked or approved is one row, not a million.
CREATE TABLE activity_acts (
  seq    INTEGER NOT NULL PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  kind   TEXT NOT NULL
         CHECK (kind IN ('submit', 'import', 'correct', 'withdraw', 'check', 'approve', 'return', 'undo')),
  by     TEXT,
  at     TEXT NOT NULL,
  reason TEXT,
  -- 1 when one person did what two should have, which only a plant of a single person may.
  alone  INTEGER NOT NULL CHECK (alone IN (0, 1))
) STRICT;

-- `mantissa × 10^-scale` is `entered` to the last digit; both are NULL where a reading was withdrawn.
-- Days are `2025-01-31`, hours `2025-01-31T08:00` in the plant's time; `month` is `2025-01`, or `2025` for a whole year.
CREATE TABLE activity_readings (
  seq          INTEGER NOT NULL PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  parameter    INTEGER NOT NULL REFERENCES monitoring_parameters (seq),
  month        TEXT NOT NULL CHECK (length(month) IN (4, 7)),
  from_at      TEXT NOT NULL CHECK (substr(from_at, 1, length(month)) = month),
  to_at        TEXT NOT NULL CHECK (to_at > from_at),
  entered      TEXT,
  unit         TEXT NOT NULL,
  mantissa     INTEGER CHECK (mantissa BETWEEN -999999999999999 AND 999999999999999),
  scale        INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 12),
  origin       TEXT NOT NULL CHECK (origin IN ('typed', 'import', 'correction', 'sample')),
  cell         TEXT,
  note         TEXT,
  -- The trouble whose proposed repair was taken when the text was read.
  repaired     TEXT,
  replaces     INTEGER REFERENCES activity_readings (seq),
  state        TEXT NOT NULL CHECK (state IN ('submitted', 'checked', 'approved', 'returned')),
  -- 1 while it counts: it has a value and no later act ended it.
  live         INTEGER NOT NULL,
  entered_act  INTEGER NOT NULL REFERENCES activity_acts (seq),
  checked_act  INTEGER REFERENCES activity_acts (seq),
  approved_act INTEGER REFERENCES activity_acts (seq),
  ended_act    INTEGER REFERENCES activity_acts (seq),
  CHECK ((entered IS NULL) = (mantissa IS NULL)),
  CHECK (live = (ended_act IS NULL AND mantissa IS NOT NULL)),
  CHECK ((state = 'returned') <= (live = 0)),
  CHECK (entered IS NOT NULL OR replaces IS NOT NULL)
) STRICT;
-- Covers the sums of a month, and finds its readings.
CREATE INDEX activity_readings_month
  ON activity_readings (parameter, month, live, state, unit, scale, mantissa, entered_act);
-- Finds the readings of an act, and counts them by parameter and month without touching their rows.
CREATE INDEX activity_readings_entered ON activity_readings (entered_act, parameter, month, live);
CREATE INDEX activity_readings_ended ON activity_readings (ended_act) WHERE ended_act IS NOT NULL;
-- Few, and asked for with every look at a year.
CREATE INDEX activity_readings_returned ON activity_readings (parameter, month) WHERE state = 'returned' AND live = 0;
CREATE INDEX activity_readings_replaces ON activity_readings (replaces) WHERE replaces IS NOT NULL;

CREATE TRIGGER activity_readings_no_overwrite BEFORE UPDATE OF
  seq, id, parameter, month, from_at, to_at, entered, unit, mantissa, scale, origin, cell, note, repaired, replaces,
  entered_act
ON activity_readings
BEGIN SELECT RAISE(ABORT, 'A reading is never overwritten'); END;
CREATE TRIGGER activity_readings_no_delete BEFORE DELETE ON activity_readings
BEGIN SELECT RAISE(ABORT, 'A reading is never deleted'); END;

-- Kept sums of what counts. A mantissa has at most 15 digits; summed in two halves, neither can overflow:
-- the sum is (high × 10^8 + low) × 10^-scale. A cache: it can be thrown away and made again from the readings.
CREATE TABLE activity_subtotals (
  parameter INTEGER NOT NULL,
  month     TEXT NOT NULL,
  unit      TEXT NOT NULL,
  scale     INTEGER NOT NULL,
  state     TEXT NOT NULL,
  count     INTEGER NOT NULL CHECK (count >= 0),
  high      INTEGER NOT NULL,
  low       INTEGER NOT NULL,
  -- Grows with every change, so that whoever remembers a result knows when it is old.
  revision  INTEGER NOT NULL,
  PRIMARY KEY (parameter, month, unit, scale, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER activity_readings_count AFTER INSERT ON activity_readings WHEN NEW.live = 1
BEGIN
  INSERT INTO activity_subtotals (parameter, month, unit, scale, state, count, high, low, revision)
  VALUES (NEW.parameter, NEW.month, NEW.unit, NEW.scale, NEW.state, 1,
          NEW.mantissa / 100000000, NEW.mantissa % 100000000, 1)
  ON CONFLICT DO UPDATE SET count = count + 1, high = high + excluded.high, low = low + excluded.low,
                            revision = revision + 1;
END;
CREATE TRIGGER activity_readings_leave AFTER UPDATE OF live, state ON activity_readings WHEN OLD.live = 1
BEGIN
  UPDATE activity_subtotals
  SET count = count - 1, high = high - OLD.mantissa / 100000000, low = low - OLD.mantissa % 100000000,
      revision = revision + 1
  WHERE parameter = OLD.parameter AND month = OLD.month AND unit = OLD.unit AND scale = OLD.scale
    AND state = OLD.state;
END;
CREATE TRIGGER activity_readings_come AFTER UPDATE OF live, state ON activity_readings WHEN NEW.live = 1
BEGIN
  INSERT INTO activity_subtotals (parameter, month, unit, scale, state, count, high, low, revision)
  VALUES (NEW.parameter, NEW.month, NEW.unit, NEW.scale, NEW.state, 1,
          NEW.mantissa / 100000000, NEW.mantissa % 100000000, 1)
  ON CONFLICT DO UPDATE SET count = count + 1, high = high + excluded.high, low = low + excluded.low,
                            revision = revision + 1;
END;

-- A file that proves something, once, under the SHA-256 of its content.
CREATE TABLE activity_evidence (
  sha256   TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  name     TEXT NOT NULL CHECK (length(name) > 0),
  type     TEXT NOT NULL,
  size     INTEGER NOT NULL CHECK (size >= 0),
  added_by TEXT,
  added_at TEXT NOT NULL
) STRICT;

-- What a file proves: one reading, or all that were entered in one act, such as an import.
CREATE TABLE activity_evidence_links (
  id          TEXT NOT NULL PRIMARY KEY,
  sha256      TEXT NOT NULL REFERENCES activity_evidence (sha256),
  reading     INTEGER REFERENCES activity_readings (seq),
  act         INTEGER REFERENCES activity_acts (seq),
  -- The page or cell in the file.
  place       TEXT,
  report_no   TEXT,
  sample_date TEXT CHECK (sample_date IS NULL OR sample_date IS date(sample_date)),
  linked_by   TEXT,
  linked_at   TEXT NOT NULL,
  CHECK ((reading IS NULL) <> (act IS NULL))
) STRICT;
CREATE INDEX activity_evidence_links_reading ON activity_evidence_links (reading) WHERE reading IS NOT NULL;
CREATE INDEX activity_evidence_links_act ON activity_evidence_links (act) WHERE act IS NOT NULL;
CREATE INDEX activity_evidence_links_file ON activity_evidence_links (sha256);

-- One imported file. Its readings are those of its act.
CREATE TABLE activity_batches (
  act        INTEGER NOT NULL PRIMARY KEY REFERENCES activity_acts (seq),
  id         TEXT NOT NULL UNIQUE,
  file       TEXT NOT NULL REFERENCES activity_evidence (sha256),
  name       TEXT NOT NULL,
  sheet      TEXT,
  mapping    TEXT NOT NULL CHECK (json_valid(mapping)),
  readings   INTEGER NOT NULL,
  rejected   INTEGER NOT NULL,
  -- SHA-256 over its readings in the order of the file.
  digest     TEXT NOT NULL CHECK (length(digest) = 64),
  undone_act INTEGER REFERENCES activity_acts (seq)
) STRICT;
CREATE INDEX activity_batches_file ON activity_batches (file);

-- Rows of a file that could not be taken, kept until somebody settled each.
CREATE TABLE activity_rejected_rows (
  batch      INTEGER NOT NULL REFERENCES activity_batches (act),
  row        INTEGER NOT NULL,
  cells      TEXT NOT NULL CHECK (json_valid(cells)),
  troubles   TEXT NOT NULL CHECK (json_valid(troubles)),
  settled_by TEXT,
  settled_at TEXT,
  -- How: entered by hand, or left out for a reason.
  settlement TEXT,
  PRIMARY KEY (batch, row),
  CHECK ((settled_at IS NULL) = (settlement IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_rejected_rows_open ON activity_rejected_rows (batch) WHERE settled_at IS NULL;

-- How files with a certain heading are read.
CREATE TABLE activity_mapping_profiles (
  name        TEXT NOT NULL PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  mapping     TEXT NOT NULL CHECK (json_valid(mapping)),
  changed_by  TEXT,
  changed_at  TEXT NOT NULL
) STRICT;
CREATE INDEX activity_mapping_profiles_fingerprint ON activity_mapping_profiles (fingerprint);

-- A closed month: the hash over its readings, evidence and figures, and what was hashed, compressed.
CREATE TABLE activity_seals (
  id            TEXT NOT NULL PRIMARY KEY,
  facility_id   TEXT NOT NULL REFERENCES organization_nodes (id),
  month         TEXT NOT NULL CHECK (length(month) = 7),
  hash          TEXT NOT NULL CHECK (length(hash) = 64),
  content       BLOB NOT NULL,
  readings      INTEGER NOT NULL,
  -- Why it was sealed although the check list had something to say.
  reason        TEXT,
  sealed_by     TEXT,
  sealed_at     TEXT NOT NULL,
  reopened_by   TEXT,
  reopened_at   TEXT,
  reopen_reason TEXT,
  CHECK ((reopened_at IS NULL) = (reopen_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX activity_seals_in_force ON activity_seals (facility_id, month) WHERE reopened_at IS NULL;
