-- Internal audits (9.2): the programme of a year, each audit's plan, checklist, findings and report.
CREATE TABLE audits_programmes (
  id              TEXT NOT NULL PRIMARY KEY,
  year            INTEGER NOT NULL UNIQUE,
  interval_months INTEGER NOT NULL CHECK (interval_months BETWEEN 1 AND 36),
  frequency       TEXT NOT NULL,
  methods         TEXT NOT NULL,
  duty            TEXT NOT NULL,
  planning        TEXT NOT NULL,
  reporting       TEXT NOT NULL,
  criteria        TEXT NOT NULL,
  weights         TEXT NOT NULL CHECK (json_type(weights) = 'array'),
  state           TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
  changed_by      TEXT,
  changed_at      TEXT NOT NULL
) STRICT;

CREATE TABLE audits_planned (
  id           TEXT NOT NULL PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES audits_programmes (id),
  month        TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  title        TEXT NOT NULL CHECK (length(title) > 0),
  subsystems   TEXT NOT NULL CHECK (json_type(subsystems) = 'array'),
  departments  TEXT NOT NULL CHECK (json_type(departments) = 'array'),
  leader_id    TEXT REFERENCES access_people (id),
  note         TEXT NOT NULL,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL
) STRICT;
CREATE INDEX audits_planned_programme ON audits_planned (programme_id);

-- What was approved, byte for byte.
CREATE TABLE audits_programme_versions (
  id           TEXT NOT NULL PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES audits_programmes (id),
  number       INTEGER NOT NULL CHECK (number > 0),
  content      TEXT NOT NULL CHECK (json_valid(content)),
  sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
  signature_id TEXT NOT NULL,
  approved_by  TEXT NOT NULL,
  approved_at  TEXT NOT NULL,
  UNIQUE (programme_id, number)
) STRICT;
CREATE TRIGGER audits_programme_versions_stay BEFORE UPDATE ON audits_programme_versions
BEGIN SELECT RAISE(ABORT, 'An approved programme is followed by another, not rewritten'); END;
CREATE TRIGGER audits_programme_versions_kept BEFORE DELETE ON audits_programme_versions
BEGIN SELECT RAISE(ABORT, 'An approved programme is kept'); END;

CREATE TABLE audits_audits (
  id            TEXT NOT NULL PRIMARY KEY,
  number        TEXT NOT NULL UNIQUE,
  planned_id    TEXT REFERENCES audits_planned (id),
  title         TEXT NOT NULL CHECK (length(title) > 0),
  purpose       TEXT NOT NULL,
  methods       TEXT NOT NULL,
  tree          TEXT NOT NULL,
  criteria      TEXT NOT NULL CHECK (json_type(criteria) = 'array'),
  subsystems    TEXT NOT NULL CHECK (json_type(subsystems) = 'array'),
  clauses       TEXT NOT NULL CHECK (json_type(clauses) = 'array'),
  nodes         TEXT NOT NULL CHECK (json_type(nodes) = 'array'),
  departments   TEXT NOT NULL CHECK (json_type(departments) = 'array'),
  begins        TEXT,
  ends          TEXT CHECK (ends >= begins),
  leader_id     TEXT REFERENCES access_people (id),
  leader_qualification TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'running', 'reported', 'closed', 'cancelled')),
  edition       TEXT,
  signature_id  TEXT,
  approved_by   TEXT,
  approved_at   TEXT,
  sent_at       TEXT,
  report        TEXT NOT NULL CHECK (json_type(report) = 'object'),
  reported_by   TEXT,
  reported_at   TEXT,
  signed_for    TEXT,
  report_hash   TEXT CHECK (length(report_hash) = 64),
  closed_by     TEXT,
  closed_at     TEXT,
  closing_note  TEXT,
  cancel_reason TEXT,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL,
  CHECK ((state IN ('approved', 'running', 'reported', 'closed')) <= (approved_at IS NOT NULL)),
  CHECK ((state IN ('reported', 'closed')) = (reported_at IS NOT NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
) STRICT;
CREATE TRIGGER audits_audits_stay BEFORE UPDATE ON audits_audits
WHEN OLD.state IN ('reported', 'closed') AND (
  NEW.report <> OLD.report OR NEW.report_hash <> OLD.report_hash OR NEW.reported_at <> OLD.reported_at
  OR NEW.state NOT IN ('reported', 'closed') OR NEW.title <> OLD.title OR NEW.purpose <> OLD.purpose
  OR NEW.criteria <> OLD.criteria OR NEW.clauses <> OLD.clauses
)
BEGIN SELECT RAISE(ABORT, 'What was reported is corrected by a later entry, not rewritten'); END;

CREATE TABLE audits_members (
  id            TEXT NOT NULL PRIMARY KEY,
  audit_id      TEXT NOT NULL REFERENCES audits_audits (id),
  person_id     TEXT NOT NULL REFERENCES access_people (id),
  role          TEXT NOT NULL CHECK (role IN ('auditor', 'expert', 'trainee', 'observer')),
  is_external   INTEGER NOT NULL CHECK (is_external IN (0, 1)),
  qualification TEXT NOT NULL,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL,
  UNIQUE (audit_id, person_id)
) STRICT;

CREATE TABLE audits_sessions (
  id         TEXT NOT NULL PRIMARY KEY,
  audit_id   TEXT NOT NULL REFERENCES audits_audits (id),
  day        TEXT NOT NULL,
  from_time  TEXT NOT NULL CHECK (from_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  to_time    TEXT NOT NULL CHECK (to_time > from_time),
  department TEXT NOT NULL CHECK (length(department) > 0),
  place      TEXT NOT NULL,
  clauses    TEXT NOT NULL CHECK (json_type(clauses) = 'array'),
  auditors   TEXT NOT NULL CHECK (json_type(auditors) = 'array'),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX audits_sessions_audit ON audits_sessions (audit_id);

-- Why somebody audits what he made or where he belongs (R-SD-1).
CREATE TABLE audits_justifications (
  id        TEXT NOT NULL PRIMARY KEY,
  audit_id  TEXT NOT NULL REFERENCES audits_audits (id),
  person_id TEXT NOT NULL REFERENCES access_people (id),
  key       TEXT NOT NULL,
  reason    TEXT NOT NULL CHECK (length(reason) > 0),
  made_by   TEXT NOT NULL,
  made_at   TEXT NOT NULL
) STRICT;
CREATE INDEX audits_justifications_audit ON audits_justifications (audit_id);
CREATE TRIGGER audits_justifications_stay BEFORE UPDATE ON audits_justifications
BEGIN SELECT RAISE(ABORT, 'A justification is followed by another, not rewritten'); END;

-- The checklist: each question as the requirements put it when the list was made.
CREATE TABLE audits_items (
  id          TEXT NOT NULL PRIMARY KEY,
  audit_id    TEXT NOT NULL REFERENCES audits_audits (id),
  position    INTEGER NOT NULL,
  requirement TEXT NOT NULL,
  clause      TEXT NOT NULL,
  level       TEXT NOT NULL CHECK (level IN ('shall', 'shall-not', 'should', 'should-not', 'may')),
  subsystem   TEXT NOT NULL,
  title       TEXT NOT NULL CHECK (json_type(title) = 'object'),
  require     TEXT NOT NULL CHECK (json_type(require) = 'object'),
  question    TEXT NOT NULL CHECK (json_type(question) = 'object'),
  evidence    TEXT NOT NULL CHECK (json_type(evidence) = 'array'),
  UNIQUE (audit_id, requirement)
) STRICT;

CREATE TABLE audits_answers (
  item_id     TEXT NOT NULL PRIMARY KEY REFERENCES audits_items (id),
  verdict     TEXT CHECK (verdict IN ('conforming', 'minor', 'major', 'observation', 'not-applicable', 'not-looked-at')),
  note        TEXT NOT NULL,
  interviewed TEXT NOT NULL,
  place       TEXT NOT NULL,
  department  TEXT NOT NULL,
  basis       TEXT NOT NULL CHECK (json_type(basis) = 'array'),
  answered_by TEXT,
  answered_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER audits_answers_stay BEFORE UPDATE ON audits_answers
WHEN (SELECT state FROM audits_audits JOIN audits_items ON audits_items.audit_id = audits_audits.id
      WHERE audits_items.id = OLD.item_id) IN ('reported', 'closed')
BEGIN SELECT RAISE(ABORT, 'What was reported is corrected by a later entry, not rewritten'); END;
CREATE TRIGGER audits_answers_kept BEFORE DELETE ON audits_answers
BEGIN SELECT RAISE(ABORT, 'An answer is kept'); END;

CREATE TABLE audits_samples (
  item_id    TEXT NOT NULL PRIMARY KEY REFERENCES audits_items (id),
  population TEXT NOT NULL,
  count      INTEGER NOT NULL CHECK (count > 0),
  size       INTEGER NOT NULL CHECK (size BETWEEN 1 AND count),
  seed       INTEGER NOT NULL CHECK (seed >= 0),
  drawn_by   TEXT NOT NULL,
  drawn_at   TEXT NOT NULL
) STRICT;

-- What of a record an auditor saw, byte for byte.
CREATE TABLE audits_quotes (
  id       TEXT NOT NULL PRIMARY KEY,
  item_id  TEXT NOT NULL REFERENCES audits_items (id),
  record   TEXT NOT NULL,
  title    TEXT NOT NULL,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
  taken_by TEXT NOT NULL,
  taken_at TEXT NOT NULL
) STRICT;
CREATE INDEX audits_quotes_item ON audits_quotes (item_id);
CREATE TRIGGER audits_quotes_stay BEFORE UPDATE ON audits_quotes
BEGIN SELECT RAISE(ABORT, 'What an auditor saw is not rewritten'); END;

-- The nonconformities that answers became.
CREATE TABLE audits_findings (
  item_id       TEXT NOT NULL PRIMARY KEY REFERENCES audits_items (id),
  nonconformity TEXT NOT NULL,
  raised_by     TEXT NOT NULL,
  raised_at     TEXT NOT NULL
) STRICT;

CREATE TABLE audits_corrections (
  id      TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES audits_items (id),
  verdict TEXT NOT NULL,
  note    TEXT NOT NULL,
  reason  TEXT NOT NULL CHECK (length(reason) > 0),
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX audits_corrections_item ON audits_corrections (item_id);
CREATE TRIGGER audits_corrections_stay BEFORE UPDATE ON audits_corrections
BEGIN SELECT RAISE(ABORT, 'A correction is followed by another, not rewritten'); END;
CREATE TRIGGER audits_corrections_kept BEFORE DELETE ON audits_corrections
BEGIN SELECT RAISE(ABORT, 'A correction is kept'); END;

-- Whom plan and report were sent to, and when each had them in hand.
CREATE TABLE audits_receipts (
  id          TEXT NOT NULL PRIMARY KEY,
  audit_id    TEXT NOT NULL REFERENCES audits_audits (id),
  what        TEXT NOT NULL CHECK (what IN ('plan', 'report')),
  person_id   TEXT NOT NULL REFERENCES access_people (id),
  sent_by     TEXT NOT NULL,
  sent_at     TEXT NOT NULL,
  due         TEXT NOT NULL,
  received_by TEXT,
  received_at TEXT,
  note        TEXT NOT NULL,
  UNIQUE (audit_id, what, person_id)
) STRICT;
