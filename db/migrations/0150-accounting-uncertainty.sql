-- How sure people are of inputs, and simulations that were kept.

CREATE TABLE accounting_uncertainties (
  -- parameter/<id> for the readings of a parameter, factor/<urn>#<ref> for a value of the library.
  subject      TEXT NOT NULL PRIMARY KEY CHECK (subject GLOB 'parameter/?*' OR subject GLOB 'factor/?*#?*'),
  distribution TEXT NOT NULL CHECK (distribution IN ('normal', 'lognormal', 'uniform', 'triangular')),
  -- Half-width in per cent of the value.
  percent      TEXT NOT NULL CHECK (percent GLOB '[0-9]*' AND percent NOT GLOB '*[^0-9.]*'),
  -- Standard deviations that the half-width stands for; none where the distribution ends at it.
  coverage     TEXT CHECK (coverage GLOB '[0-9]*' AND coverage NOT GLOB '*[^0-9.]*'),
  months       TEXT NOT NULL CHECK (months IN ('same', 'own')),
  -- Inputs with the same word deviate together.
  shared       TEXT CHECK (length(shared) > 0),
  basis        TEXT NOT NULL CHECK (length(basis) > 0),
  changed_by   TEXT NOT NULL,
  changed_at   TEXT NOT NULL,
  CHECK ((distribution IN ('uniform', 'triangular')) = (coverage IS NULL))
) STRICT;

CREATE TABLE accounting_inventory_simulations (
  id           TEXT NOT NULL PRIMARY KEY,
  inventory_id TEXT NOT NULL REFERENCES accounting_inventories (id) ON DELETE CASCADE,
  seed         INTEGER NOT NULL,
  draws        INTEGER NOT NULL CHECK (draws > 0),
  engine       TEXT NOT NULL,
  -- SHA-256 of the figures and inputs that it was drawn from.
  digest       TEXT NOT NULL CHECK (length(digest) = 64),
  covered      TEXT,
  inputs       TEXT NOT NULL CHECK (json_type(inputs) = 'array'),
  outputs      TEXT NOT NULL CHECK (json_type(outputs) = 'array'),
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;
CREATE INDEX accounting_inventory_simulations_made ON accounting_inventory_simulations (inventory_id, made_at);
