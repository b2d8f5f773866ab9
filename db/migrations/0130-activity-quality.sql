-- Quality of data: values that stand in for missing ones, answers to findings, and what files say of themselves.

-- When the laboratory tested what was sampled.
ALTER TABLE activity_evidence_links ADD COLUMN test_date TEXT CHECK (test_date IS NULL OR test_date IS date(test_date));
CREATE INDEX activity_evidence_links_report ON activity_evidence_links (report_no) WHERE report_no IS NOT NULL;

-- A reading that nobody took: by which rule it was made, from what. Beside the readings, so that those stay as they are.
CREATE TABLE activity_substitutions (
  reading INTEGER NOT NULL PRIMARY KEY REFERENCES activity_readings (seq),
  rule    TEXT NOT NULL CHECK (rule IN ('guideline-default', 'nearest-valid', 'mean-of-neighbours', 'mean-of-year',
                                        'conservative-high', 'conservative-low', 'supplier-value')),
  -- The values it was made from, each with its period or source.
  inputs  TEXT NOT NULL CHECK (json_valid(inputs))
) STRICT;
CREATE TRIGGER activity_substitutions_no_update BEFORE UPDATE ON activity_substitutions
BEGIN SELECT RAISE(ABORT, 'A substitution is never overwritten'); END;
CREATE TRIGGER activity_substitutions_no_delete BEFORE DELETE ON activity_substitutions
BEGIN SELECT RAISE(ABORT, 'A substitution is never deleted'); END;

-- What a person said to a finding. It holds for the numbers that it spoke of: the fingerprint is made over them.
CREATE TABLE activity_finding_answers (
  id           TEXT NOT NULL PRIMARY KEY,
  year         INTEGER NOT NULL,
  code         TEXT NOT NULL,
  place        TEXT NOT NULL,
  fingerprint  TEXT NOT NULL CHECK (length(fingerprint) = 64),
  -- The finding as it was worded then, in both languages.
  words        TEXT NOT NULL CHECK (json_valid(words)),
  reason       TEXT NOT NULL CHECK (length(reason) > 0),
  by           TEXT,
  at           TEXT NOT NULL,
  -- Taken back, or put in the place of by a later answer.
  withdrawn_by TEXT,
  withdrawn_at TEXT
) STRICT;
CREATE UNIQUE INDEX activity_finding_answers_in_force
  ON activity_finding_answers (year, code, place) WHERE withdrawn_at IS NULL;

-- What a file of evidence says of itself; read once, since the content under a hash never changes.
CREATE TABLE activity_file_traces (
  sha256    TEXT NOT NULL PRIMARY KEY REFERENCES activity_evidence (sha256),
  -- In the words of the file: `2025-02-03T08:15:00` without a zone, or with one.
  made_at   TEXT,
  edited_at TEXT,
  program   TEXT,
  author    TEXT,
  read_at   TEXT NOT NULL
) STRICT;
