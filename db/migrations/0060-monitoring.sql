-- Emission sources and the parameters that their calculation needs.

CREATE TABLE monitoring_sources (
  id            TEXT NOT NULL PRIMARY KEY,
  node_id       TEXT NOT NULL REFERENCES organization_nodes (id),
  code          TEXT NOT NULL CHECK (length(code) > 0),
  name          TEXT NOT NULL CHECK (length(name) > 0),
  category      TEXT NOT NULL,
  iso_category  INTEGER NOT NULL CHECK (iso_category BETWEEN 1 AND 6),
  scope         INTEGER NOT NULL CHECK (scope BETWEEN 1 AND 3),
  gas           TEXT NOT NULL,
  calculation   TEXT NOT NULL CHECK (json_extract(calculation, '$.method') IS NOT NULL),
  fuel          TEXT CHECK (fuel IS NULL OR json_extract(calculation, '$.method') GLOB 'fuel-by-*'),
  biogenic      INTEGER NOT NULL CHECK (biogenic IN (0, 1)),
  reported_in   TEXT NOT NULL CHECK (reported_in IN ('both', 'location-based', 'market-based')),
  state         TEXT NOT NULL CHECK (state IN ('planned', 'building', 'running', 'closed')),
  valid_from    TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to      TEXT CHECK (valid_to IS NULL OR (valid_to IS date(valid_to) AND valid_to > valid_from)),
  method_reason TEXT,
  note          TEXT,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL,
  UNIQUE (node_id, code)
) STRICT;

-- `seq` is the short number under which millions of readings know their parameter.
CREATE TABLE monitoring_parameters (
  seq             INTEGER NOT NULL PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  node_id         TEXT NOT NULL REFERENCES organization_nodes (id),
  source_id       TEXT REFERENCES monitoring_sources (id),
  role            TEXT NOT NULL CHECK (length(role) > 0),
  name            TEXT NOT NULL CHECK (length(name) > 0),
  unit            TEXT NOT NULL,
  determination   TEXT NOT NULL CHECK (determination IN ('measured', 'calculated', 'supplier', 'default')),
  roll_up         TEXT NOT NULL CHECK (roll_up IN ('sum', 'mean', 'hourly')),
  weighted_by     TEXT REFERENCES monitoring_parameters (id),
  meter           TEXT,
  factor_urn      TEXT,
  factor_ref      TEXT,
  frequency       TEXT NOT NULL CHECK (frequency IN ('hour', 'day', 'batch', 'month', 'year')),
  gap_rule        TEXT NOT NULL,
  band_low        TEXT CHECK (band_low NOT GLOB '*[^0-9.-]*'),
  band_high       TEXT CHECK (band_high NOT GLOB '*[^0-9.-]*'),
  may_be_negative INTEGER NOT NULL CHECK (may_be_negative IN (0, 1)),
  responsible     TEXT,
  department      TEXT,
  position        INTEGER NOT NULL,
  valid_from      TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to        TEXT CHECK (valid_to IS NULL OR (valid_to IS date(valid_to) AND valid_to > valid_from)),
  changed_by      TEXT,
  changed_at      TEXT NOT NULL,
  CHECK ((factor_urn IS NULL) = (factor_ref IS NULL))
) STRICT;
CREATE INDEX monitoring_parameters_source ON monitoring_parameters (source_id);
CREATE INDEX monitoring_parameters_node ON monitoring_parameters (node_id);
CREATE INDEX monitoring_parameters_weighted ON monitoring_parameters (weighted_by);
