-- The monitoring plan in versions, the meters with their certificates, and what was done when practice left the plan.

CREATE TABLE monitoring_plans (
  id            TEXT NOT NULL PRIMARY KEY,
  facility_id   TEXT NOT NULL REFERENCES organization_nodes (id),
  number        INTEGER NOT NULL CHECK (number > 0),
  state         TEXT NOT NULL CHECK (state IN ('draft', 'review', 'approved', 'in-force', 'superseded')),
  -- The version it was begun from; null for the first.
  after_id      TEXT REFERENCES monitoring_plans (id),
  content       TEXT NOT NULL CHECK (json_type(content, '$.lines') = 'array'),
  valid_from    TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to      TEXT CHECK (valid_to IS NULL OR (valid_to IS date(valid_to) AND valid_to > valid_from)),
  written_by    TEXT,
  submitted_by  TEXT,
  submitted_at  TEXT,
  return_reason TEXT,
  approved_by   TEXT,
  approved_at   TEXT,
  -- Why one person wrote and approved it; null where there were two.
  alone_reason  TEXT,
  signature_id  TEXT,
  signed_text   TEXT,
  enacted_by    TEXT,
  enacted_at    TEXT,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL,
  UNIQUE (facility_id, number),
  CHECK ((state IN ('draft', 'review')) = (approved_at IS NULL)),
  CHECK ((approved_at IS NULL) = (signed_text IS NULL)),
  CHECK ((approved_at IS NULL) = (signature_id IS NULL)),
  CHECK ((state IN ('in-force', 'superseded')) = (enacted_at IS NOT NULL)),
  CHECK ((state = 'superseded') = (valid_to IS NOT NULL))
) STRICT;

-- What is in force is not rewritten: only its end may come, when another version takes over.
CREATE TRIGGER monitoring_plans_in_force_stays BEFORE UPDATE ON monitoring_plans
WHEN OLD.state IN ('in-force', 'superseded') AND (
  NEW.state NOT IN ('in-force', 'superseded') OR NEW.content <> OLD.content OR NEW.number <> OLD.number
  OR NEW.valid_from <> OLD.valid_from OR NEW.signed_text <> OLD.signed_text OR NEW.facility_id <> OLD.facility_id)
BEGIN SELECT RAISE(ABORT, 'A plan in force is not rewritten'); END;
CREATE TRIGGER monitoring_plans_kept BEFORE DELETE ON monitoring_plans
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'A plan that was submitted is kept'); END;

-- Handing a version to the authority, with the receipt.
CREATE TABLE monitoring_plan_submissions (
  id             TEXT NOT NULL PRIMARY KEY,
  plan_id        TEXT NOT NULL REFERENCES monitoring_plans (id),
  authority      TEXT NOT NULL CHECK (length(authority) > 0),
  due_on         TEXT CHECK (due_on IS NULL OR due_on IS date(due_on)),
  submitted_on   TEXT CHECK (submitted_on IS NULL OR submitted_on IS date(submitted_on)),
  receipt_no     TEXT,
  receipt_sha256 TEXT CHECK (receipt_sha256 IS NULL OR length(receipt_sha256) = 64),
  receipt_name   TEXT,
  note           TEXT,
  changed_by     TEXT,
  changed_at     TEXT NOT NULL,
  CHECK ((receipt_sha256 IS NULL) = (receipt_name IS NULL))
) STRICT;
CREATE INDEX monitoring_plan_submissions_plan ON monitoring_plan_submissions (plan_id);

CREATE TABLE monitoring_meters (
  id                 TEXT NOT NULL PRIMARY KEY,
  node_id            TEXT NOT NULL REFERENCES organization_nodes (id),
  tag                TEXT NOT NULL CHECK (length(tag) > 0),
  kind               TEXT NOT NULL,
  name               TEXT,
  model              TEXT,
  maker              TEXT,
  place              TEXT,
  range              TEXT,
  accuracy           TEXT,
  -- Months between two calibrations; null where the law asks for none, and then the exemption says why.
  calibration_months INTEGER CHECK (calibration_months BETWEEN 1 AND 240),
  exemption          TEXT,
  installed_on       TEXT NOT NULL CHECK (installed_on IS date(installed_on)),
  removed_on         TEXT CHECK (removed_on IS NULL OR (removed_on IS date(removed_on) AND removed_on >= installed_on)),
  replaces_id        TEXT REFERENCES monitoring_meters (id),
  note               TEXT,
  changed_by         TEXT,
  changed_at         TEXT NOT NULL,
  CHECK ((calibration_months IS NULL) = (exemption IS NOT NULL))
) STRICT;
CREATE INDEX monitoring_meters_node ON monitoring_meters (node_id);
CREATE INDEX monitoring_meters_replaces ON monitoring_meters (replaces_id);

-- Which parameter a meter measured, and when.
CREATE TABLE monitoring_meter_uses (
  id           TEXT NOT NULL PRIMARY KEY,
  meter_id     TEXT NOT NULL REFERENCES monitoring_meters (id) ON DELETE CASCADE,
  parameter_id TEXT NOT NULL REFERENCES monitoring_parameters (id),
  valid_from   TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to     TEXT CHECK (valid_to IS NULL OR (valid_to IS date(valid_to) AND valid_to > valid_from)),
  UNIQUE (meter_id, parameter_id, valid_from)
) STRICT;
CREATE INDEX monitoring_meter_uses_parameter ON monitoring_meter_uses (parameter_id);

CREATE TABLE monitoring_certificates (
  id              TEXT NOT NULL PRIMARY KEY,
  meter_id        TEXT NOT NULL REFERENCES monitoring_meters (id),
  number          TEXT NOT NULL CHECK (length(number) > 0),
  body            TEXT NOT NULL CHECK (length(body) > 0),
  calibrated_on   TEXT NOT NULL CHECK (calibrated_on IS date(calibrated_on)),
  -- The last day on which it holds; null where it does not hold at all.
  valid_until     TEXT CHECK (valid_until IS NULL OR (valid_until IS date(valid_until) AND valid_until >= calibrated_on)),
  result          TEXT NOT NULL CHECK (result IN ('within-limits', 'adjusted', 'failed')),
  -- In per cent, as found before any adjustment.
  deviation       TEXT CHECK (deviation NOT GLOB '*[^0-9.-]*'),
  limit_value     TEXT CHECK (limit_value NOT GLOB '*[^0-9.]*'),
  sha256          TEXT CHECK (sha256 IS NULL OR length(sha256) = 64),
  file_name       TEXT,
  note            TEXT,
  withdrawn_at    TEXT,
  withdraw_reason TEXT,
  changed_by      TEXT,
  changed_at      TEXT NOT NULL,
  CHECK ((sha256 IS NULL) = (file_name IS NULL)),
  CHECK ((result = 'failed') = (valid_until IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
) STRICT;
CREATE INDEX monitoring_certificates_meter ON monitoring_certificates (meter_id, calibrated_on);

-- How a time without valid calibration was settled. A settlement is taken back, never rewritten.
CREATE TABLE monitoring_settlements (
  id              TEXT NOT NULL PRIMARY KEY,
  meter_id        TEXT NOT NULL REFERENCES monitoring_meters (id),
  from_day        TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day          TEXT NOT NULL CHECK (to_day IS date(to_day) AND to_day > from_day),
  kind            TEXT NOT NULL CHECK (kind IN ('proven', 'corrected', 'conservative')),
  certificate_id  TEXT REFERENCES monitoring_certificates (id),
  -- By what the readings were multiplied.
  factor          TEXT CHECK (factor NOT GLOB '*[^0-9.]*'),
  reason          TEXT NOT NULL CHECK (length(reason) > 0),
  settled_by      TEXT,
  settled_at      TEXT NOT NULL,
  withdrawn_by    TEXT,
  withdrawn_at    TEXT,
  withdraw_reason TEXT,
  CHECK ((kind = 'proven') = (certificate_id IS NOT NULL)),
  CHECK ((kind = 'corrected') = (factor IS NOT NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
) STRICT;
CREATE INDEX monitoring_settlements_meter ON monitoring_settlements (meter_id);
CREATE INDEX monitoring_settlements_certificate ON monitoring_settlements (certificate_id);

-- Practice left the plan, or a result left what was to be expected: from what set it off to its closing.
CREATE TABLE monitoring_deviations (
  id           TEXT NOT NULL PRIMARY KEY,
  facility_id  TEXT NOT NULL REFERENCES organization_nodes (id),
  year         INTEGER NOT NULL,
  number       INTEGER NOT NULL CHECK (number > 0),
  state        TEXT NOT NULL CHECK (state IN ('open', 'answered', 'approved', 'closed')),
  title        TEXT NOT NULL CHECK (length(title) > 0),
  -- The finding that set it off, as it stood then; null where a person saw it.
  trigger      TEXT CHECK (trigger IS NULL OR json_extract(trigger, '$.code') IS NOT NULL),
  parameters   TEXT NOT NULL CHECK (json_type(parameters) = 'array'),
  from_day     TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day       TEXT CHECK (to_day IS NULL OR (to_day IS date(to_day) AND to_day > from_day)),
  noticed_on   TEXT NOT NULL CHECK (noticed_on IS date(noticed_on)),
  due_on       TEXT NOT NULL CHECK (due_on IS date(due_on)),
  responsible  TEXT,
  cause        TEXT,
  response     TEXT,
  substitute   TEXT,
  return_reason TEXT,
  answered_by  TEXT,
  answered_at  TEXT,
  approved_by  TEXT,
  approved_at  TEXT,
  alone_reason TEXT,
  closing_note TEXT,
  closed_by    TEXT,
  closed_at    TEXT,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  UNIQUE (year, number),
  CHECK ((state = 'open') = (answered_at IS NULL)),
  CHECK ((state IN ('approved', 'closed')) = (approved_at IS NOT NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;
CREATE INDEX monitoring_deviations_facility ON monitoring_deviations (facility_id, state);
