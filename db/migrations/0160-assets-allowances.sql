-- Units that are given emission allowances, what is expected of months to come, and what a year is settled with.

CREATE TABLE assets_units (
  id               TEXT NOT NULL PRIMARY KEY,
  kind             TEXT NOT NULL CHECK (kind IN ('power', 'industry')),
  node_id          TEXT NOT NULL REFERENCES organization_nodes (id),
  name             TEXT NOT NULL CHECK (length(name) > 0),
  unit_class       TEXT,
  cooling          TEXT,
  is_back_pressure INTEGER NOT NULL CHECK (is_back_pressure IN (0, 1)),
  is_condensing    INTEGER NOT NULL CHECK (is_condensing IN (0, 1)),
  capacity         TEXT CHECK (capacity NOT GLOB '*[^0-9.]*'),
  keeps_verified   INTEGER NOT NULL CHECK (keeps_verified IN (0, 1)),
  -- The parameters in which its amounts are read.
  gross_id         TEXT REFERENCES monitoring_parameters (id),
  supplied_id      TEXT REFERENCES monitoring_parameters (id),
  heat_id          TEXT REFERENCES monitoring_parameters (id),
  heat_ratio_id    TEXT REFERENCES monitoring_parameters (id),
  hours_id         TEXT REFERENCES monitoring_parameters (id),
  output_id        TEXT REFERENCES monitoring_parameters (id),
  valid_from       TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to         TEXT CHECK (valid_to IS NULL OR (valid_to IS date(valid_to) AND valid_to > valid_from)),
  changed_by       TEXT,
  changed_at       TEXT NOT NULL,
  CHECK ((kind = 'power') = (unit_class IS NOT NULL)),
  CHECK ((kind = 'power') = (capacity IS NOT NULL))
) STRICT;

CREATE TABLE assets_planned (
  id         TEXT NOT NULL PRIMARY KEY,
  -- NULL for the emission of the whole plant.
  unit_id    TEXT REFERENCES assets_units (id),
  item       TEXT NOT NULL,
  month      TEXT NOT NULL CHECK (length(month) = 7),
  value      TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.-]*'),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX assets_planned_once ON assets_planned (coalesce(unit_id, ''), item, month);

CREATE TABLE assets_years (
  year            INTEGER NOT NULL PRIMARY KEY,
  allowances_held TEXT CHECK (allowances_held NOT GLOB '*[^0-9]*'),
  credits_held    TEXT CHECK (credits_held NOT GLOB '*[^0-9]*'),
  credit_base     TEXT NOT NULL CHECK (credit_base IN ('obligation', 'emission')),
  rounding        TEXT CHECK (rounding IS NULL OR json_valid(rounding)),
  price           TEXT CHECK (price NOT GLOB '*[^0-9.]*'),
  price_source    TEXT NOT NULL,
  price_date      TEXT CHECK (price_date IS NULL OR price_date IS date(price_date)),
  balance         TEXT CHECK (balance NOT GLOB '*[^0-9.]*'),
  changed_by      TEXT,
  changed_at      TEXT NOT NULL
) STRICT;
