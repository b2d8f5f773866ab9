-- Criteria (6.5.2 b): each version stays; a rating keeps the one it was made by.
CREATE TABLE risks_criteria (
  number        INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  likelihood    TEXT NOT NULL CHECK (json_type(likelihood) = 'array'),
  impact        TEXT NOT NULL CHECK (json_type(impact) = 'array'),
  medium_from   INTEGER NOT NULL CHECK (medium_from > 0),
  high_from     INTEGER NOT NULL CHECK (high_from > medium_from),
  acceptable    TEXT NOT NULL CHECK (json_type(acceptable) = 'object'),
  review_months TEXT NOT NULL CHECK (json_type(review_months) = 'object'),
  method        TEXT NOT NULL CHECK (length(method) > 0),
  reason        TEXT NOT NULL CHECK (length(reason) > 0),
  made_by       TEXT NOT NULL,
  made_at       TEXT NOT NULL
) STRICT;
CREATE TRIGGER risks_criteria_stay BEFORE UPDATE ON risks_criteria
BEGIN SELECT RAISE(ABORT, 'Criteria are followed by others, not rewritten'); END;
CREATE TRIGGER risks_criteria_kept BEFORE DELETE ON risks_criteria
BEGIN SELECT RAISE(ABORT, 'Criteria are kept'); END;

-- Risks and opportunities (6.5.1).
CREATE TABLE risks_risks (
  id              TEXT NOT NULL PRIMARY KEY,
  number          TEXT NOT NULL UNIQUE,
  kind            TEXT NOT NULL CHECK (kind IN ('risk', 'opportunity')),
  title           TEXT NOT NULL CHECK (length(title) > 0),
  class           TEXT NOT NULL CHECK (class IN ('strategic', 'operational', 'financial', 'market', 'legal', 'credit', 'other')),
  subsystem       TEXT NOT NULL CHECK (subsystem IN ('core', 'emission', 'trading', 'asset', 'neutrality')),
  aim             TEXT NOT NULL CHECK (aim IN ('result', 'prevent', 'improve')),
  cause           TEXT NOT NULL,
  effect          TEXT NOT NULL,
  node_id         TEXT REFERENCES organization_nodes (id),
  owner           TEXT,
  found_on        TEXT NOT NULL,
  accepted_rating INTEGER,
  accepted_reason TEXT,
  accepted_by     TEXT,
  accepted_at     TEXT,
  closed_on       TEXT,
  closed_reason   TEXT,
  changed_by      TEXT,
  changed_at      TEXT NOT NULL,
  CHECK ((closed_on IS NULL) = (closed_reason IS NULL)),
  CHECK ((accepted_rating IS NULL) = (accepted_reason IS NULL))
) STRICT;

CREATE TABLE risks_ratings (
  risk_id    TEXT NOT NULL REFERENCES risks_risks (id),
  number     INTEGER NOT NULL CHECK (number > 0),
  occasion   TEXT NOT NULL CHECK (occasion IN ('initial', 'review', 'residual')),
  criteria   INTEGER NOT NULL REFERENCES risks_criteria (number),
  likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 6),
  impact     INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 6),
  points     INTEGER NOT NULL CHECK (points = likelihood * impact),
  level      TEXT NOT NULL CHECK (level IN ('low', 'medium', 'high')),
  reason     TEXT NOT NULL,
  rated_on   TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  made_at    TEXT NOT NULL,
  PRIMARY KEY (risk_id, number),
  CHECK ((occasion = 'initial') = (number = 1))
) STRICT;
CREATE TRIGGER risks_ratings_stay BEFORE UPDATE ON risks_ratings
BEGIN SELECT RAISE(ABORT, 'A rating is followed by another, not rewritten'); END;
CREATE TRIGGER risks_ratings_kept BEFORE DELETE ON risks_ratings
BEGIN SELECT RAISE(ABORT, 'A rating is kept'); END;

-- What is done about them, and whether it worked (6.5.2 c).
CREATE TABLE risks_treatments (
  id           TEXT NOT NULL PRIMARY KEY,
  risk_id      TEXT NOT NULL REFERENCES risks_risks (id),
  what         TEXT NOT NULL CHECK (length(what) > 0),
  way          TEXT NOT NULL CHECK (way IN ('avoid', 'reduce', 'transfer', 'prepare', 'seize')),
  nature       TEXT NOT NULL CHECK (nature IN ('preventive', 'reactive')),
  options      TEXT NOT NULL CHECK (json_type(options) = 'array'),
  process      TEXT NOT NULL,
  owner        TEXT,
  due          TEXT,
  cost         TEXT CHECK (cost NOT GLOB '*[^0-9.-]*'),
  test         TEXT NOT NULL,
  check_due    TEXT,
  state        TEXT NOT NULL CHECK (state IN ('planned', 'done', 'effective', 'ineffective', 'dropped')),
  done_on      TEXT,
  done_by      TEXT,
  done_note    TEXT,
  checked_on   TEXT,
  checked_by   TEXT,
  check_note   TEXT,
  alone_reason TEXT,
  drop_reason  TEXT,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  CHECK (state <> 'done' OR done_on IS NOT NULL),
  CHECK ((state IN ('effective', 'ineffective')) = (checked_on IS NOT NULL))
) STRICT;
CREATE INDEX risks_treatments_risk ON risks_treatments (risk_id);

-- What the credit of the organization is judged by (6.5.1.2 f), as it was found on a day.
CREATE TABLE risks_credit_checks (
  id         TEXT NOT NULL PRIMARY KEY,
  item       TEXT NOT NULL CHECK (item IN ('fulfilment', 'footprint', 'penalty', 'grade', 'public-record', 'lawsuit')),
  checked_on TEXT NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('clean', 'entry', 'none')),
  result     TEXT NOT NULL CHECK (length(result) > 0),
  source     TEXT NOT NULL CHECK (length(source) > 0),
  made_by    TEXT NOT NULL,
  made_at    TEXT NOT NULL
) STRICT;
CREATE TRIGGER risks_credit_checks_stay BEFORE UPDATE ON risks_credit_checks
BEGIN SELECT RAISE(ABORT, 'What was found stays; a later answer stands beside it'); END;
CREATE TRIGGER risks_credit_checks_kept BEFORE DELETE ON risks_credit_checks
BEGIN SELECT RAISE(ABORT, 'What was found is kept'); END;
