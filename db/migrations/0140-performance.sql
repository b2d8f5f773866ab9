-- Indicators (6.2): what is followed, and by which formula from which month on.
CREATE TABLE performance_indicators (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL CHECK (length(name) > 0),
  kind       TEXT NOT NULL CHECK (kind IN ('emission', 'per-product', 'per-output-value', 'per-energy', 'energy', 'free')),
  node_id    TEXT REFERENCES organization_nodes (id),
  better     TEXT NOT NULL CHECK (better IN ('less', 'more')),
  owner      TEXT,
  driver     TEXT,
  retired_on TEXT,
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE performance_versions (
  indicator_id TEXT NOT NULL REFERENCES performance_indicators (id),
  number       INTEGER NOT NULL CHECK (number > 0),
  formula      TEXT NOT NULL,
  unit         TEXT NOT NULL,
  terms        TEXT NOT NULL CHECK (json_type(terms) = 'array'),
  valid_from   TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  reason       TEXT NOT NULL,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  PRIMARY KEY (indicator_id, number)
) STRICT;
CREATE TRIGGER performance_versions_stay BEFORE UPDATE ON performance_versions
BEGIN SELECT RAISE(ABORT, 'A method is followed by another, not rewritten'); END;

-- Values of others to compare with.
CREATE TABLE performance_references (
  id           TEXT NOT NULL PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES performance_indicators (id),
  kind         TEXT NOT NULL CHECK (kind IN ('benchmark', 'domestic-advanced', 'international-advanced')),
  value        TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.-]*'),
  unit         TEXT NOT NULL,
  year         INTEGER NOT NULL,
  source       TEXT NOT NULL,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL
) STRICT;
CREATE INDEX performance_references_indicator ON performance_references (indicator_id);

-- Figures that were kept, byte for byte: canonical JSON under its SHA-256.
CREATE TABLE performance_figures (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  body   TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TRIGGER performance_figures_stay BEFORE UPDATE ON performance_figures
BEGIN SELECT RAISE(ABORT, 'What was kept is not rewritten'); END;
CREATE TRIGGER performance_figures_kept BEFORE DELETE ON performance_figures
BEGIN SELECT RAISE(ABORT, 'What was kept stays'); END;

-- Values that something was concluded from, each with its figure.
CREATE TABLE performance_reviews (
  id           TEXT NOT NULL PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES performance_indicators (id),
  period       TEXT NOT NULL,
  version      INTEGER NOT NULL,
  value        TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.-]*'),
  unit         TEXT NOT NULL,
  baseline     TEXT CHECK (baseline NOT GLOB '*[^0-9.-]*'),
  difference   TEXT CHECK (difference NOT GLOB '*[^0-9.-]*'),
  conclusion   TEXT NOT NULL,
  figure       TEXT NOT NULL REFERENCES performance_figures (sha256),
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;
CREATE INDEX performance_reviews_indicator ON performance_reviews (indicator_id, period);
CREATE TRIGGER performance_reviews_stay BEFORE UPDATE ON performance_reviews
BEGIN SELECT RAISE(ABORT, 'What was concluded is not rewritten'); END;
CREATE TRIGGER performance_reviews_kept BEFORE DELETE ON performance_reviews
BEGIN SELECT RAISE(ABORT, 'What was concluded is kept'); END;

-- What bought electricity counts in standard coal in a year, tce per MWh.
CREATE TABLE performance_equal_values (
  year       INTEGER NOT NULL PRIMARY KEY,
  value      TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.]*'),
  source     TEXT NOT NULL,
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

-- Baselines (6.3); every value they ever had is kept beside the ones that followed.
CREATE TABLE performance_baselines (
  id           TEXT NOT NULL PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES performance_indicators (id),
  purpose      TEXT NOT NULL CHECK (purpose IN ('performance', 'compliance', 'claim')),
  mode         TEXT NOT NULL CHECK (mode IN ('last-year', 'typical-year', 'mean-of-years', 'recent-year')),
  threshold    TEXT NOT NULL CHECK (threshold NOT GLOB '*[^0-9.]*'),
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  UNIQUE (indicator_id, purpose)
) STRICT;

CREATE TABLE performance_base_values (
  id           TEXT NOT NULL PRIMARY KEY,
  baseline_id  TEXT NOT NULL REFERENCES performance_baselines (id),
  number       INTEGER NOT NULL CHECK (number > 0),
  years        TEXT NOT NULL CHECK (json_type(years) = 'array'),
  version      INTEGER NOT NULL,
  value        TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.-]*'),
  unit         TEXT NOT NULL,
  cause        TEXT NOT NULL CHECK (cause IN ('first', 'not-representative', 'static-factors', 'preset-rule')),
  reason       TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
  boundary     TEXT,
  figure       TEXT NOT NULL REFERENCES performance_figures (sha256),
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL,
  signature_id TEXT,
  approved_by  TEXT,
  approved_at  TEXT,
  UNIQUE (baseline_id, number),
  CHECK ((cause = 'first') = (number = 1)),
  CHECK ((state = 'approved') = (approved_at IS NOT NULL)),
  CHECK ((state = 'approved') = (signature_id IS NOT NULL))
) STRICT;
CREATE TRIGGER performance_base_values_stay BEFORE UPDATE ON performance_base_values
WHEN OLD.state = 'approved' OR NEW.value <> OLD.value OR NEW.figure <> OLD.figure OR NEW.years <> OLD.years
BEGIN SELECT RAISE(ABORT, 'A base value is followed by another, not rewritten'); END;
CREATE TRIGGER performance_base_values_kept BEFORE DELETE ON performance_base_values
WHEN OLD.state = 'approved'
BEGIN SELECT RAISE(ABORT, 'An approved base value is kept'); END;

-- Objectives, their targets and what is done for them (6.4).
CREATE TABLE performance_objectives (
  id             TEXT NOT NULL PRIMARY KEY,
  title          TEXT NOT NULL CHECK (length(title) > 0),
  horizon        TEXT NOT NULL CHECK (horizon IN ('short', 'long')),
  node_id        TEXT REFERENCES organization_nodes (id),
  owner          TEXT,
  policy         TEXT NOT NULL,
  analysis       TEXT NOT NULL,
  parties        TEXT NOT NULL,
  considerations TEXT NOT NULL CHECK (json_type(considerations) = 'object'),
  state          TEXT NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
  told_to        TEXT,
  signature_id   TEXT,
  published_by   TEXT,
  published_at   TEXT,
  result         TEXT,
  changed_by     TEXT,
  changed_at     TEXT NOT NULL,
  CHECK ((state = 'draft') = (published_at IS NULL)),
  CHECK ((state = 'closed') = (result IS NOT NULL))
) STRICT;

CREATE TABLE performance_targets (
  id           TEXT NOT NULL PRIMARY KEY,
  objective_id TEXT NOT NULL REFERENCES performance_objectives (id),
  name         TEXT NOT NULL CHECK (length(name) > 0),
  indicator_id TEXT REFERENCES performance_indicators (id),
  kind         TEXT NOT NULL CHECK (kind IN ('absolute', 'intensity')),
  baseline_id  TEXT REFERENCES performance_baselines (id),
  base_year    INTEGER NOT NULL,
  base_value   TEXT CHECK (base_value NOT GLOB '*[^0-9.-]*'),
  value        TEXT CHECK (value NOT GLOB '*[^0-9.-]*'),
  unit         TEXT,
  due          TEXT,
  path         TEXT NOT NULL CHECK (path IN ('straight', 'steps')),
  steps        TEXT NOT NULL CHECK (json_type(steps) = 'array'),
  changes      TEXT NOT NULL CHECK (json_type(changes) = 'array'),
  changed_by   TEXT,
  changed_at   TEXT NOT NULL
) STRICT;
CREATE INDEX performance_targets_objective ON performance_targets (objective_id);

CREATE TABLE performance_measures (
  id           TEXT NOT NULL PRIMARY KEY,
  objective_id TEXT NOT NULL REFERENCES performance_objectives (id),
  title        TEXT NOT NULL CHECK (length(title) > 0),
  what         TEXT NOT NULL,
  resource     TEXT NOT NULL,
  owner        TEXT,
  department   TEXT,
  node_id      TEXT REFERENCES organization_nodes (id),
  start        TEXT,
  due          TEXT,
  evaluation   TEXT NOT NULL,
  expected     TEXT CHECK (expected NOT GLOB '*[^0-9.]*'),
  derivation   TEXT NOT NULL,
  achieved     TEXT CHECK (achieved NOT GLOB '*[^0-9.-]*'),
  investment   TEXT CHECK (investment NOT GLOB '*[^0-9.]*'),
  yearly_cost  TEXT CHECK (yearly_cost NOT GLOB '*[^0-9.-]*'),
  lifetime     INTEGER CHECK (lifetime > 0),
  "group"      TEXT,
  requires     TEXT NOT NULL CHECK (json_type(requires) = 'array'),
  state        TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'running', 'done', 'verified', 'dropped')),
  steps        TEXT NOT NULL CHECK (json_type(steps) = 'array'),
  changed_by   TEXT,
  changed_at   TEXT NOT NULL
) STRICT;
CREATE INDEX performance_measures_objective ON performance_measures (objective_id);

-- Abatement paths that were kept, with the measures as they were then.
CREATE TABLE performance_paths (
  id      TEXT NOT NULL PRIMARY KEY,
  title   TEXT NOT NULL CHECK (length(title) > 0),
  input   TEXT NOT NULL CHECK (json_valid(input)),
  options TEXT NOT NULL CHECK (json_type(options) = 'array'),
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
