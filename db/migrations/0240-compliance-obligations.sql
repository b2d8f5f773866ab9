-- Compliance obligations (4.2): how the organization takes them up. What they say stands in the versions.
CREATE TABLE compliance_obligations (
  id                   TEXT NOT NULL PRIMARY KEY,
  number               TEXT NOT NULL UNIQUE,
  kind                 TEXT NOT NULL CHECK (kind IN ('law', 'standard', 'permit', 'contract', 'customer', 'commitment')),
  subsystem            TEXT NOT NULL CHECK (subsystem IN ('core', 'emission', 'trading', 'asset', 'neutrality')),
  processes            TEXT NOT NULL CHECK (json_type(processes) = 'array'),
  posts                TEXT NOT NULL CHECK (json_type(posts) = 'array'),
  clauses              TEXT NOT NULL CHECK (json_type(clauses) = 'array'),
  nodes                TEXT NOT NULL CHECK (json_type(nodes) = 'array'),
  owner                TEXT,
  weight               TEXT NOT NULL CHECK (weight IN ('low', 'medium', 'high')),
  evaluation_months    INTEGER NOT NULL CHECK (evaluation_months > 0),
  interval_reason      TEXT NOT NULL,
  next_review          TEXT NOT NULL,
  applicability        TEXT NOT NULL CHECK (applicability IN ('applies', 'excluded', 'undecided')),
  applicability_reason TEXT NOT NULL,
  origin               TEXT,
  registered_on        TEXT NOT NULL,
  ended_on             TEXT,
  end_reason           TEXT,
  changed_by           TEXT,
  changed_at           TEXT NOT NULL,
  CHECK (applicability = 'undecided' OR length(applicability_reason) > 0),
  CHECK ((ended_on IS NULL) = (end_reason IS NULL))
) STRICT;

CREATE TABLE compliance_obligation_texts (
  obligation_id TEXT NOT NULL REFERENCES compliance_obligations (id),
  number        INTEGER NOT NULL CHECK (number > 0),
  title         TEXT NOT NULL CHECK (length(title) > 0),
  code          TEXT NOT NULL,
  issuer        TEXT NOT NULL CHECK (length(issuer) > 0),
  effective_on  TEXT,
  text          TEXT NOT NULL,
  file          TEXT CHECK (length(file) = 64),
  file_name     TEXT,
  reason        TEXT NOT NULL,
  made_by       TEXT NOT NULL,
  made_at       TEXT NOT NULL,
  PRIMARY KEY (obligation_id, number),
  CHECK ((file IS NULL) = (file_name IS NULL))
) STRICT;
CREATE TRIGGER compliance_obligation_texts_stay BEFORE UPDATE ON compliance_obligation_texts
BEGIN SELECT RAISE(ABORT, 'A text is followed by another, not rewritten'); END;

CREATE TABLE compliance_obligation_reviews (
  id            TEXT NOT NULL PRIMARY KEY,
  obligation_id TEXT NOT NULL REFERENCES compliance_obligations (id),
  reviewed_on   TEXT NOT NULL,
  conclusion    TEXT NOT NULL CHECK (length(conclusion) > 0),
  next_review   TEXT NOT NULL,
  made_by       TEXT NOT NULL,
  made_at       TEXT NOT NULL
) STRICT;
CREATE TRIGGER compliance_obligation_reviews_stay BEFORE UPDATE ON compliance_obligation_reviews
BEGIN SELECT RAISE(ABORT, 'What was concluded is not rewritten'); END;
CREATE TRIGGER compliance_obligation_reviews_kept BEFORE DELETE ON compliance_obligation_reviews
BEGIN SELECT RAISE(ABORT, 'What was concluded is kept'); END;

-- What has to be done by a day, each year or once, and that it was.
CREATE TABLE compliance_deadlines (
  id            TEXT NOT NULL PRIMARY KEY,
  obligation_id TEXT NOT NULL REFERENCES compliance_obligations (id),
  what          TEXT NOT NULL CHECK (length(what) > 0),
  rule          TEXT NOT NULL CHECK (json_type(rule) = 'object'),
  lead_days     INTEGER NOT NULL CHECK (lead_days >= 0),
  owner         TEXT,
  since         TEXT NOT NULL,
  ended_on      TEXT,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL
) STRICT;
CREATE INDEX compliance_deadlines_obligation ON compliance_deadlines (obligation_id);

CREATE TABLE compliance_fulfilments (
  deadline_id TEXT NOT NULL REFERENCES compliance_deadlines (id),
  due         TEXT NOT NULL,
  done_on     TEXT NOT NULL,
  note        TEXT NOT NULL CHECK (length(note) > 0),
  made_by     TEXT NOT NULL,
  made_at     TEXT NOT NULL,
  PRIMARY KEY (deadline_id, due)
) STRICT;
CREATE TRIGGER compliance_fulfilments_kept BEFORE DELETE ON compliance_fulfilments
BEGIN SELECT RAISE(ABORT, 'What was done is kept'); END;

-- Evaluations of compliance (9.1.2): locked; only the approval is added.
CREATE TABLE compliance_evaluations (
  id            TEXT NOT NULL PRIMARY KEY,
  number        TEXT NOT NULL UNIQUE,
  obligation_id TEXT NOT NULL REFERENCES compliance_obligations (id),
  version       INTEGER NOT NULL,
  result        TEXT NOT NULL CHECK (result IN ('met', 'partly', 'not-met', 'not-applicable')),
  finding       TEXT NOT NULL CHECK (length(finding) > 0),
  proof         TEXT NOT NULL CHECK (length(proof) > 0),
  evaluated_on  TEXT NOT NULL,
  made_by       TEXT NOT NULL,
  made_at       TEXT NOT NULL,
  approved_by   TEXT,
  approved_at   TEXT,
  alone_reason  TEXT,
  CHECK ((approved_by IS NULL) = (approved_at IS NULL))
) STRICT;
CREATE INDEX compliance_evaluations_obligation ON compliance_evaluations (obligation_id);
CREATE TRIGGER compliance_evaluations_stay BEFORE UPDATE ON compliance_evaluations
WHEN OLD.approved_at IS NOT NULL OR NEW.result <> OLD.result OR NEW.finding <> OLD.finding
  OR NEW.proof <> OLD.proof OR NEW.evaluated_on <> OLD.evaluated_on OR NEW.version <> OLD.version
BEGIN SELECT RAISE(ABORT, 'An evaluation is followed by another, not rewritten'); END;
CREATE TRIGGER compliance_evaluations_kept BEFORE DELETE ON compliance_evaluations
BEGIN SELECT RAISE(ABORT, 'An evaluation is kept'); END;
