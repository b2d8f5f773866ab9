-- Limits of this area's rules that the plant set itself.
CREATE TABLE performance_thresholds (
  key        TEXT NOT NULL PRIMARY KEY,
  value      TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.]*'),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

-- Planned and unintended changes (8.1).
CREATE TABLE performance_changes (
  id             TEXT NOT NULL PRIMARY KEY,
  number         TEXT NOT NULL UNIQUE,
  title          TEXT NOT NULL CHECK (length(title) > 0),
  what           TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('boundary', 'running-boundary', 'output', 'process', 'raw-material', 'traded-volume', 'organization', 'external', 'other')),
  planned        INTEGER NOT NULL CHECK (planned IN (0, 1)),
  node_id        TEXT REFERENCES organization_nodes (id),
  occurs_on      TEXT NOT NULL,
  effect         TEXT CHECK (effect NOT GLOB '*[^0-9.-]*'),
  effect_unit    TEXT,
  effect_note    TEXT NOT NULL,
  asset_effect   TEXT NOT NULL,
  measures       TEXT NOT NULL,
  person         TEXT,
  origin         TEXT UNIQUE,
  state          TEXT NOT NULL CHECK (state IN ('recorded', 'approved', 'carried-out', 'closed', 'dropped')),
  judgement      TEXT CHECK (json_valid(judgement)),
  made_by        TEXT NOT NULL,
  made_at        TEXT NOT NULL,
  approved_by    TEXT,
  approved_at    TEXT,
  alone_reason   TEXT,
  carried_out_on TEXT,
  conclusion     TEXT,
  closed_by      TEXT,
  closed_at      TEXT,
  changed_by     TEXT,
  changed_at     TEXT NOT NULL,
  CHECK ((effect IS NULL) = (effect_unit IS NULL)),
  CHECK (state <> 'closed' OR (effect IS NOT NULL AND judgement IS NOT NULL AND conclusion IS NOT NULL))
) STRICT;
CREATE TRIGGER performance_changes_stay BEFORE UPDATE ON performance_changes WHEN OLD.state IN ('closed', 'dropped')
BEGIN SELECT RAISE(ABORT, 'A closed change is not rewritten'); END;
CREATE TRIGGER performance_changes_kept BEFORE DELETE ON performance_changes
WHEN OLD.state NOT IN ('recorded', 'carried-out') OR OLD.judgement IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A judged change is kept'); END;

-- Method and criteria of system reviews, version by version (6.1.1).
CREATE TABLE performance_review_methods (
  id       TEXT NOT NULL PRIMARY KEY,
  number   INTEGER NOT NULL UNIQUE CHECK (number > 0),
  title    TEXT NOT NULL,
  method   TEXT NOT NULL,
  criteria TEXT NOT NULL,
  document TEXT,
  made_by  TEXT NOT NULL,
  made_at  TEXT NOT NULL
) STRICT;
CREATE TRIGGER performance_review_methods_stay BEFORE UPDATE ON performance_review_methods
BEGIN SELECT RAISE(ABORT, 'A method is followed by another, not rewritten'); END;
CREATE TRIGGER performance_review_methods_kept BEFORE DELETE ON performance_review_methods
BEGIN SELECT RAISE(ABORT, 'A method is kept'); END;

-- System reviews 6.1.2 to 6.1.5.
CREATE TABLE performance_system_reviews (
  id            TEXT NOT NULL PRIMARY KEY,
  number        TEXT NOT NULL UNIQUE,
  subsystem     TEXT NOT NULL CHECK (subsystem IN ('emission', 'trading', 'asset', 'neutrality')),
  occasion      TEXT NOT NULL CHECK (occasion IN ('first', 'interval', 'change', 'other')),
  planned_on    TEXT NOT NULL,
  method_id     TEXT REFERENCES performance_review_methods (id),
  held_on       TEXT,
  participants  TEXT NOT NULL CHECK (json_type(participants) = 'array'),
  changes_since TEXT NOT NULL,
  changes       TEXT NOT NULL CHECK (json_type(changes) = 'array'),
  result        TEXT NOT NULL,
  next_on       TEXT,
  state         TEXT NOT NULL CHECK (state IN ('planned', 'in-work', 'finished')),
  made_by       TEXT NOT NULL,
  made_at       TEXT NOT NULL,
  signature_id  TEXT,
  finished_by   TEXT,
  finished_at   TEXT,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL,
  CHECK ((state = 'finished') = (signature_id IS NOT NULL)),
  CHECK (state <> 'finished' OR (held_on IS NOT NULL AND next_on IS NOT NULL AND method_id IS NOT NULL))
) STRICT;
CREATE TRIGGER performance_system_reviews_stay BEFORE UPDATE ON performance_system_reviews WHEN OLD.state = 'finished'
BEGIN SELECT RAISE(ABORT, 'A finished review is corrected by a later entry, not rewritten'); END;
CREATE TRIGGER performance_system_reviews_kept BEFORE DELETE ON performance_system_reviews WHEN OLD.state <> 'planned'
BEGIN SELECT RAISE(ABORT, 'A review that was begun is kept'); END;

CREATE TABLE performance_system_review_items (
  review_id  TEXT NOT NULL REFERENCES performance_system_reviews (id),
  key        TEXT NOT NULL,
  conclusion TEXT CHECK (conclusion IN ('in-order', 'gap', 'not-applicable')),
  finding    TEXT NOT NULL,
  shown      TEXT NOT NULL CHECK (json_type(shown) = 'array'),
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (review_id, key)
) STRICT;
CREATE TRIGGER performance_system_review_items_stay BEFORE UPDATE ON performance_system_review_items
WHEN (SELECT state FROM performance_system_reviews WHERE id = OLD.review_id) = 'finished'
BEGIN SELECT RAISE(ABORT, 'A finished review is corrected by a later entry, not rewritten'); END;
CREATE TRIGGER performance_system_review_items_whole BEFORE INSERT ON performance_system_review_items
WHEN (SELECT state FROM performance_system_reviews WHERE id = NEW.review_id) = 'finished'
BEGIN SELECT RAISE(ABORT, 'A finished review is corrected by a later entry, not rewritten'); END;
CREATE TRIGGER performance_system_review_items_kept BEFORE DELETE ON performance_system_review_items
WHEN (SELECT state FROM performance_system_reviews WHERE id = OLD.review_id) <> 'planned'
BEGIN SELECT RAISE(ABORT, 'A review that was begun is kept'); END;

CREATE TABLE performance_system_review_corrections (
  id        TEXT NOT NULL PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES performance_system_reviews (id),
  text      TEXT NOT NULL CHECK (length(text) > 0),
  made_by   TEXT NOT NULL,
  made_at   TEXT NOT NULL
) STRICT;
CREATE INDEX performance_system_review_corrections_review ON performance_system_review_corrections (review_id);
CREATE TRIGGER performance_system_review_corrections_stay BEFORE UPDATE ON performance_system_review_corrections
BEGIN SELECT RAISE(ABORT, 'A correction is not rewritten'); END;
CREATE TRIGGER performance_system_review_corrections_kept BEFORE DELETE ON performance_system_review_corrections
BEGIN SELECT RAISE(ABORT, 'A correction is kept'); END;

-- Operating criteria of processes (8.1 a to e).
CREATE TABLE performance_criteria (
  id           TEXT NOT NULL PRIMARY KEY,
  process      TEXT NOT NULL CHECK (length(process) > 0),
  subsystem    TEXT NOT NULL CHECK (subsystem IN ('core', 'emission', 'trading', 'asset', 'neutrality')),
  node_id      TEXT REFERENCES organization_nodes (id),
  requirement  TEXT NOT NULL,
  parameter_id TEXT REFERENCES monitoring_parameters (id),
  per          TEXT NOT NULL CHECK (per IN ('reading', 'month')),
  low          TEXT CHECK (low NOT GLOB '*[^0-9.-]*'),
  high         TEXT CHECK (high NOT GLOB '*[^0-9.-]*'),
  unit         TEXT,
  source       TEXT NOT NULL,
  resource     TEXT NOT NULL,
  records      TEXT NOT NULL,
  person       TEXT,
  review_on    TEXT,
  retired_on   TEXT,
  former       TEXT NOT NULL CHECK (json_type(former) = 'array'),
  changed_by   TEXT,
  changed_at   TEXT NOT NULL
) STRICT;
CREATE TRIGGER performance_criteria_kept BEFORE DELETE ON performance_criteria
BEGIN SELECT RAISE(ABORT, 'A criterion is retired, not removed'); END;

-- Reviews of designs and purchases (A.8.2.2, A.8.2.3).
CREATE TABLE performance_appraisals (
  id          TEXT NOT NULL PRIMARY KEY,
  number      TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL CHECK (kind IN ('design', 'purchase')),
  title       TEXT NOT NULL CHECK (length(title) > 0),
  what        TEXT NOT NULL,
  node_id     TEXT REFERENCES organization_nodes (id),
  criterion   TEXT NOT NULL,
  weight      TEXT CHECK (weight NOT GLOB '*[^0-9.]*'),
  rate        TEXT NOT NULL CHECK (rate NOT GLOB '*[^0-9.]*'),
  reviewed_on TEXT NOT NULL,
  options     TEXT NOT NULL CHECK (json_type(options) = 'array'),
  state       TEXT NOT NULL CHECK (state IN ('draft', 'decided', 'waived')),
  chosen      INTEGER,
  reason      TEXT NOT NULL,
  made_by     TEXT NOT NULL,
  made_at     TEXT NOT NULL,
  decided_by  TEXT,
  decided_at  TEXT,
  changed_by  TEXT,
  changed_at  TEXT NOT NULL,
  CHECK ((state = 'decided') = (chosen IS NOT NULL)),
  CHECK (state = 'draft' OR length(reason) > 0)
) STRICT;
CREATE TRIGGER performance_appraisals_stay BEFORE UPDATE ON performance_appraisals WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'What was decided is not rewritten'); END;
CREATE TRIGGER performance_appraisals_kept BEFORE DELETE ON performance_appraisals WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'What was decided is kept'); END;

-- Suppliers and how they were judged (A.8.2.3).
CREATE TABLE performance_suppliers (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  goods      TEXT NOT NULL,
  data_state TEXT NOT NULL CHECK (data_state IN ('none', 'asked', 'partly', 'complete', 'verified')),
  asked_on   TEXT,
  spend      TEXT CHECK (spend NOT GLOB '*[^0-9.]*'),
  note       TEXT NOT NULL,
  retired_on TEXT,
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE performance_score_criteria (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL CHECK (length(name) > 0),
  weight     TEXT NOT NULL CHECK (weight NOT GLOB '*[^0-9.]*'),
  note       TEXT NOT NULL,
  retired    INTEGER NOT NULL CHECK (retired IN (0, 1)),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE performance_supplier_evaluations (
  id           TEXT NOT NULL PRIMARY KEY,
  supplier_id  TEXT NOT NULL REFERENCES performance_suppliers (id),
  evaluated_on TEXT NOT NULL,
  scores       TEXT NOT NULL CHECK (json_type(scores) = 'array'),
  score        TEXT NOT NULL CHECK (score NOT GLOB '*[^0-9.]*'),
  data_state   TEXT NOT NULL,
  decision     TEXT NOT NULL CHECK (decision IN ('prefer', 'keep', 'improve', 'stop')),
  reason       TEXT NOT NULL CHECK (length(reason) > 0),
  next_on      TEXT NOT NULL,
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;
CREATE INDEX performance_supplier_evaluations_supplier ON performance_supplier_evaluations (supplier_id);
CREATE TRIGGER performance_supplier_evaluations_stay BEFORE UPDATE ON performance_supplier_evaluations
BEGIN SELECT RAISE(ABORT, 'An evaluation is followed by another, not rewritten'); END;
CREATE TRIGGER performance_supplier_evaluations_kept BEFORE DELETE ON performance_supplier_evaluations
BEGIN SELECT RAISE(ABORT, 'An evaluation is kept'); END;

-- Reduction technologies that the plant adds to the library (A.8.2.4).
CREATE TABLE performance_technologies (
  id           TEXT NOT NULL PRIMARY KEY,
  name         TEXT NOT NULL CHECK (length(name) > 0),
  kind         TEXT NOT NULL CHECK (kind IN ('equipment-renewal', 'product-upgrade', 'fuel-switch', 'energy-efficiency', 'renewable')),
  applies      TEXT NOT NULL,
  effect       TEXT NOT NULL,
  needs        TEXT NOT NULL,
  source       TEXT NOT NULL CHECK (length(source) > 0),
  verification TEXT NOT NULL CHECK (verification IN ('named', 'read', 'proved')),
  changed_by   TEXT,
  changed_at   TEXT NOT NULL
) STRICT;

-- Of which kind a measure is, its milestones and its resources (6.4.4, A.8.2.4).
CREATE TABLE performance_measure_kinds (
  measure_id TEXT NOT NULL PRIMARY KEY REFERENCES performance_measures (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('equipment-renewal', 'product-upgrade', 'fuel-switch', 'energy-efficiency', 'renewable')),
  technology TEXT,
  before     TEXT NOT NULL,
  after      TEXT NOT NULL,
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE TABLE performance_measure_milestones (
  id         TEXT NOT NULL PRIMARY KEY,
  measure_id TEXT NOT NULL REFERENCES performance_measures (id) ON DELETE CASCADE,
  title      TEXT NOT NULL CHECK (length(title) > 0),
  due        TEXT NOT NULL,
  done_on    TEXT,
  extended   TEXT NOT NULL CHECK (json_type(extended) = 'array'),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX performance_measure_milestones_measure ON performance_measure_milestones (measure_id);
CREATE TABLE performance_measure_resources (
  id         TEXT NOT NULL PRIMARY KEY,
  measure_id TEXT NOT NULL REFERENCES performance_measures (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('money', 'people', 'material')),
  what       TEXT NOT NULL CHECK (length(what) > 0),
  unit       TEXT NOT NULL,
  requested  TEXT CHECK (requested NOT GLOB '*[^0-9.]*'),
  granted    TEXT CHECK (granted NOT GLOB '*[^0-9.]*'),
  spent      TEXT CHECK (spent NOT GLOB '*[^0-9.]*'),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX performance_measure_resources_measure ON performance_measure_resources (measure_id);

-- What was concluded when something had changed (6.3 a to c, 6.4.3).
CREATE TABLE performance_looks (
  id           TEXT NOT NULL PRIMARY KEY,
  baseline_id  TEXT REFERENCES performance_baselines (id),
  objective_id TEXT REFERENCES performance_objectives (id),
  about        TEXT NOT NULL CHECK (length(about) > 0),
  change_id    TEXT REFERENCES performance_changes (id),
  conclusion   TEXT NOT NULL CHECK (conclusion IN ('stays', 'is-adjusted')),
  reason       TEXT NOT NULL CHECK (length(reason) > 0),
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL,
  CHECK ((baseline_id IS NULL) <> (objective_id IS NULL))
) STRICT;
CREATE TRIGGER performance_looks_stay BEFORE UPDATE ON performance_looks
BEGIN SELECT RAISE(ABORT, 'What was concluded is not rewritten'); END;
CREATE TRIGGER performance_looks_kept BEFORE DELETE ON performance_looks
BEGIN SELECT RAISE(ABORT, 'What was concluded is kept'); END;
