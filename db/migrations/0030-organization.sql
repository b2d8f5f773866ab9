-- Who reports: one legal entity in a data folder.
CREATE TABLE organization_organizations (
  id                   TEXT NOT NULL PRIMARY KEY,
  name                 TEXT NOT NULL CHECK (length(name) > 0),
  name_en              TEXT,
  credit_code          TEXT CHECK (length(credit_code) = 18),
  industry_code        TEXT,
  legal_representative TEXT,
  registered_address   TEXT,
  production_address   TEXT,
  postal_address       TEXT,
  postcode             TEXT,
  phone                TEXT,
  email                TEXT,
  founded_on           TEXT,
  permit_no            TEXT,
  year                 INTEGER,
  changed_by           TEXT,
  changed_at           TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX organization_organizations_one ON organization_organizations ((1));

-- Whom to ask. A contact needs no account.
CREATE TABLE organization_contacts (
  id              TEXT NOT NULL PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization_organizations (id),
  position        INTEGER NOT NULL,
  post            TEXT,
  name            TEXT NOT NULL CHECK (length(name) > 0),
  phone           TEXT,
  email           TEXT
) STRICT;
CREATE INDEX organization_contacts_organization ON organization_contacts (organization_id, position);

-- Sites, facilities, process units and equipment, with the time in which they exist: [valid_from, valid_to).
CREATE TABLE organization_nodes (
  id              TEXT NOT NULL PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization_organizations (id),
  parent_id       TEXT REFERENCES organization_nodes (id),
  kind            TEXT NOT NULL CHECK (kind IN ('site', 'facility', 'unit', 'equipment')),
  code            TEXT,
  name            TEXT NOT NULL CHECK (length(name) > 0),
  tenure          TEXT NOT NULL CHECK (tenure IN ('owned', 'leased-in', 'leased-out', 'joint', 'outsourced')),
  capacity        TEXT CHECK (capacity NOT GLOB '*[^0-9.]*'),
  capacity_unit   TEXT,
  model           TEXT,
  maker           TEXT,
  serial_no       TEXT,
  place           TEXT,
  note            TEXT,
  position        INTEGER NOT NULL,
  valid_from      TEXT NOT NULL,
  valid_to        TEXT CHECK (valid_to >= valid_from),
  changed_by      TEXT,
  changed_at      TEXT NOT NULL,
  CHECK ((parent_id IS NULL) = (kind = 'site')),
  CHECK ((capacity IS NULL) = (capacity_unit IS NULL))
) STRICT;
CREATE INDEX organization_nodes_parent ON organization_nodes (parent_id, position);

-- Main products of a facility in a year (table E.6). An output that is not known yet is NULL, not zero.
CREATE TABLE organization_products (
  id              TEXT NOT NULL PRIMARY KEY,
  facility_id     TEXT NOT NULL REFERENCES organization_nodes (id),
  year            INTEGER NOT NULL,
  number          INTEGER NOT NULL,
  name            TEXT NOT NULL CHECK (length(name) > 0),
  unit            TEXT NOT NULL,
  output          TEXT CHECK (output NOT GLOB '*[^0-9.]*'),
  design_capacity TEXT CHECK (design_capacity NOT GLOB '*[^0-9.]*'),
  note            TEXT,
  changed_by      TEXT,
  changed_at      TEXT NOT NULL,
  UNIQUE (facility_id, year, number),
  UNIQUE (facility_id, year, name)
) STRICT;
CREATE INDEX organization_products_year ON organization_products (year);

-- Gross output value of a year in 10^4 CNY (table E.1).
CREATE TABLE organization_output_values (
  organization_id TEXT NOT NULL REFERENCES organization_organizations (id),
  year            INTEGER NOT NULL,
  value           TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.]*'),
  changed_by      TEXT,
  changed_at      TEXT NOT NULL,
  PRIMARY KEY (organization_id, year)
) STRICT;

-- Versions of the boundary: what is reported, from when to when, and who answers for it.
CREATE TABLE organization_boundaries (
  id              TEXT NOT NULL PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization_organizations (id),
  number          INTEGER NOT NULL,
  state           TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'superseded')),
  title           TEXT NOT NULL CHECK (length(title) > 0),
  approach        TEXT NOT NULL CHECK (approach IN ('operational-control', 'financial-control', 'equity-share')),
  guideline       TEXT,
  desulfurization INTEGER NOT NULL CHECK (desulfurization IN (0, 1)),
  iso_categories  TEXT NOT NULL CHECK (json_type(iso_categories) = 'array'),
  scopes          TEXT NOT NULL CHECK (json_type(scopes) = 'array'),
  subsystems      TEXT NOT NULL CHECK (json_type(subsystems) = 'array'),
  valid_from      TEXT NOT NULL,
  valid_to        TEXT CHECK (valid_to >= valid_from),
  reason          TEXT,
  replaces_id     TEXT REFERENCES organization_boundaries (id),
  -- What was signed, byte for byte: canonical JSON of the content at approval.
  signed_text     TEXT,
  signature_id    TEXT,
  approved_by     TEXT,
  approved_at     TEXT,
  changed_by      TEXT,
  changed_at      TEXT NOT NULL,
  UNIQUE (organization_id, number),
  CHECK ((state = 'draft') = (approved_at IS NULL)),
  CHECK ((approved_at IS NULL) = (approved_by IS NULL)),
  CHECK ((approved_at IS NULL) = (signature_id IS NULL)),
  CHECK ((approved_at IS NULL) = (signed_text IS NULL))
) STRICT;
CREATE INDEX organization_boundaries_validity ON organization_boundaries (organization_id, valid_from);

CREATE TABLE organization_boundary_members (
  boundary_id TEXT NOT NULL REFERENCES organization_boundaries (id) ON DELETE CASCADE,
  node_id     TEXT NOT NULL REFERENCES organization_nodes (id),
  share       TEXT CHECK (share NOT GLOB '*[^0-9.]*'),
  reason      TEXT,
  PRIMARY KEY (boundary_id, node_id)
) STRICT;
CREATE INDEX organization_boundary_members_node ON organization_boundary_members (node_id);

CREATE TABLE organization_boundary_exclusions (
  boundary_id TEXT NOT NULL REFERENCES organization_boundaries (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  node_id     TEXT REFERENCES organization_nodes (id),
  what        TEXT NOT NULL,
  reason      TEXT NOT NULL,
  size        TEXT CHECK (size NOT GLOB '*[^0-9.]*'),
  size_unit   TEXT CHECK (size_unit IN ('tCO2e', '%')),
  PRIMARY KEY (boundary_id, position),
  CHECK ((size IS NULL) = (size_unit IS NULL))
) STRICT;
CREATE INDEX organization_boundary_exclusions_node ON organization_boundary_exclusions (node_id);

-- What was approved is not rewritten: only its end may come, when another version takes over.
CREATE TRIGGER organization_boundaries_approved_stays BEFORE UPDATE ON organization_boundaries
WHEN OLD.state <> 'draft' AND (
  NEW.state = 'draft' OR NEW.signed_text <> OLD.signed_text OR NEW.number <> OLD.number
  OR NEW.approach <> OLD.approach OR NEW.guideline IS NOT OLD.guideline OR NEW.valid_from <> OLD.valid_from
  OR NEW.desulfurization <> OLD.desulfurization OR NEW.iso_categories <> OLD.iso_categories
  OR NEW.scopes <> OLD.scopes OR NEW.subsystems <> OLD.subsystems OR NEW.title <> OLD.title)
BEGIN SELECT RAISE(ABORT, 'An approved boundary is not rewritten'); END;
CREATE TRIGGER organization_boundaries_approved_kept BEFORE DELETE ON organization_boundaries
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'An approved boundary is kept'); END;

-- The same for its parts.
CREATE TRIGGER organization_boundary_members_no_insert BEFORE INSERT ON organization_boundary_members
WHEN (SELECT state FROM organization_boundaries WHERE id = NEW.boundary_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'An approved boundary is not rewritten'); END;
CREATE TRIGGER organization_boundary_members_no_update BEFORE UPDATE ON organization_boundary_members
WHEN (SELECT state FROM organization_boundaries WHERE id = OLD.boundary_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'An approved boundary is not rewritten'); END;
CREATE TRIGGER organization_boundary_members_no_delete BEFORE DELETE ON organization_boundary_members
WHEN (SELECT state FROM organization_boundaries WHERE id = OLD.boundary_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'An approved boundary is not rewritten'); END;
CREATE TRIGGER organization_boundary_exclusions_no_insert BEFORE INSERT ON organization_boundary_exclusions
WHEN (SELECT state FROM organization_boundaries WHERE id = NEW.boundary_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'An approved boundary is not rewritten'); END;
CREATE TRIGGER organization_boundary_exclusions_no_update BEFORE UPDATE ON organization_boundary_exclusions
WHEN (SELECT state FROM organization_boundaries WHERE id = OLD.boundary_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'An approved boundary is not rewritten'); END;
CREATE TRIGGER organization_boundary_exclusions_no_delete BEFORE DELETE ON organization_boundary_exclusions
WHEN (SELECT state FROM organization_boundaries WHERE id = OLD.boundary_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'An approved boundary is not rewritten'); END;
