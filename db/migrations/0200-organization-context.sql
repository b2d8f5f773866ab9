-- Internal and external issues (4.1), each in one field of the SWOT; strategies combine them.
CREATE TABLE organization_issues (
  id            TEXT NOT NULL PRIMARY KEY,
  field         TEXT NOT NULL CHECK (field IN ('strength', 'weakness', 'opportunity', 'threat')),
  theme         TEXT NOT NULL,
  title         TEXT NOT NULL CHECK (length(title) > 0),
  effect        TEXT NOT NULL CHECK (length(effect) > 0),
  owner_id      TEXT,
  identified_on TEXT NOT NULL,
  review_on     TEXT NOT NULL,
  ended_on      TEXT,
  end_reason    TEXT,
  changed_by    TEXT,
  changed_at    TEXT NOT NULL,
  CHECK ((ended_on IS NULL) = (end_reason IS NULL))
) STRICT;

CREATE TABLE organization_strategies (
  id         TEXT NOT NULL PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('SO', 'WO', 'ST', 'WT')),
  statement  TEXT NOT NULL CHECK (length(statement) > 0),
  issues     TEXT NOT NULL CHECK (json_type(issues) = 'array'),
  owner_id   TEXT,
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

-- Interested parties (4.2) and what they need; a need that is an obligation is followed by one in the register.
CREATE TABLE organization_parties (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL CHECK (length(name) > 0),
  category   TEXT NOT NULL CHECK (category IN ('internal', 'external', 'climate')),
  channel    TEXT,
  owner_id   TEXT,
  review_on  TEXT NOT NULL,
  ended_on   TEXT,
  end_reason TEXT,
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  CHECK ((ended_on IS NULL) = (end_reason IS NULL))
) STRICT;

CREATE TABLE organization_needs (
  id            TEXT NOT NULL PRIMARY KEY,
  party_id      TEXT NOT NULL REFERENCES organization_parties (id),
  position      INTEGER NOT NULL,
  what          TEXT NOT NULL CHECK (length(what) > 0),
  is_obligation INTEGER CHECK (is_obligation IN (0, 1)),
  answer        TEXT
) STRICT;
CREATE INDEX organization_needs_party ON organization_needs (party_id);

-- What somebody concluded when an issue, a party or a policy was looked at again.
CREATE TABLE organization_reviews (
  id         TEXT NOT NULL PRIMARY KEY,
  record     TEXT NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('keep', 'change')),
  conclusion TEXT NOT NULL CHECK (length(conclusion) > 0),
  next_on    TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  made_at    TEXT NOT NULL
) STRICT;
CREATE INDEX organization_reviews_record ON organization_reviews (record);
CREATE TRIGGER organization_reviews_stay BEFORE UPDATE ON organization_reviews
BEGIN SELECT RAISE(ABORT, 'What was concluded is not rewritten'); END;
CREATE TRIGGER organization_reviews_kept BEFORE DELETE ON organization_reviews
BEGIN SELECT RAISE(ABORT, 'What was concluded is kept'); END;

-- Which of the four subsystems the organization takes up (clause 1 e, 4.3).
CREATE TABLE organization_adoptions (
  subsystem  TEXT NOT NULL PRIMARY KEY CHECK (subsystem IN ('emission', 'trading', 'asset', 'neutrality')),
  is_adopted INTEGER NOT NULL CHECK (is_adopted IN (0, 1)),
  reason     TEXT,
  since      TEXT NOT NULL,
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  CHECK (is_adopted = 1 OR reason IS NOT NULL)
) STRICT;

-- What top management declares in versions: policies (5.2) and the scope of the system (4.3).
CREATE TABLE organization_declarations (
  id           TEXT NOT NULL PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('policy', 'scope')),
  subsystem    TEXT NOT NULL CHECK (subsystem IN ('core', 'emission', 'trading', 'asset', 'neutrality')),
  number       INTEGER NOT NULL CHECK (number > 0),
  state        TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'superseded')),
  content      TEXT NOT NULL CHECK (json_type(content) = 'object'),
  reason       TEXT,
  valid_from   TEXT NOT NULL,
  valid_to     TEXT,
  review_on    TEXT NOT NULL,
  authors      TEXT NOT NULL CHECK (json_type(authors) = 'array'),
  submitted_at TEXT,
  submitted_by TEXT,
  returned     TEXT CHECK (json_type(returned) = 'object'),
  basis        TEXT CHECK (json_type(basis) = 'object'),
  alone        TEXT,
  signed_text  TEXT,
  signature_id TEXT,
  approved_by  TEXT,
  approved_at  TEXT,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  UNIQUE (kind, subsystem, number),
  CHECK (kind = 'policy' OR subsystem = 'core'),
  CHECK ((state IN ('approved', 'superseded')) = (signature_id IS NOT NULL)),
  CHECK ((signature_id IS NULL) = (approved_at IS NULL)),
  CHECK ((signature_id IS NULL) = (signed_text IS NULL)),
  CHECK (state <> 'submitted' OR submitted_at IS NOT NULL),
  CHECK ((state = 'superseded') = (valid_to IS NOT NULL))
) STRICT;
CREATE TRIGGER organization_declarations_stay BEFORE UPDATE ON organization_declarations
WHEN OLD.signature_id IS NOT NULL AND (NEW.content <> OLD.content OR NEW.signed_text <> OLD.signed_text
  OR NEW.valid_from <> OLD.valid_from OR NEW.signature_id IS NOT OLD.signature_id)
BEGIN SELECT RAISE(ABORT, 'What was approved is followed by another version, not rewritten'); END;
CREATE TRIGGER organization_declarations_kept BEFORE DELETE ON organization_declarations
WHEN OLD.signature_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'An approved version is kept'); END;

-- Where a policy was made known, and to whom.
CREATE TABLE organization_publications (
  id             TEXT NOT NULL PRIMARY KEY,
  declaration_id TEXT NOT NULL REFERENCES organization_declarations (id),
  audience       TEXT NOT NULL CHECK (audience IN ('internal', 'public')),
  place          TEXT NOT NULL CHECK (length(place) > 0),
  recipients     TEXT NOT NULL CHECK (length(recipients) > 0),
  published_on   TEXT NOT NULL,
  made_by        TEXT NOT NULL,
  made_at        TEXT NOT NULL
) STRICT;
CREATE TRIGGER organization_publications_stay BEFORE UPDATE ON organization_publications
BEGIN SELECT RAISE(ABORT, 'What was made known is not rewritten'); END;

-- Who has read a policy or taken on a post, by the own account or by paper.
CREATE TABLE organization_acknowledgements (
  record    TEXT NOT NULL,
  person_id TEXT NOT NULL,
  paper     TEXT,
  made_by   TEXT NOT NULL,
  made_at   TEXT NOT NULL,
  PRIMARY KEY (record, person_id)
) STRICT;

-- Commitments of top management (5.1).
CREATE TABLE organization_commitments (
  id           TEXT NOT NULL PRIMARY KEY,
  theme        TEXT NOT NULL,
  serves       TEXT NOT NULL CHECK (json_type(serves) = 'array'),
  statement    TEXT NOT NULL CHECK (length(statement) > 0),
  person_id    TEXT NOT NULL,
  target_year  INTEGER,
  value        TEXT CHECK (value NOT GLOB '*[^0-9.-]*'),
  unit         TEXT,
  covers       TEXT,
  route        TEXT,
  state        TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  place        TEXT,
  published_on TEXT,
  end_reason   TEXT,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  CHECK ((state = 'draft') = (published_on IS NULL)),
  CHECK ((published_on IS NULL) = (place IS NULL)),
  CHECK ((state = 'withdrawn') = (end_reason IS NOT NULL))
) STRICT;
CREATE TRIGGER organization_commitments_stay BEFORE UPDATE ON organization_commitments
WHEN OLD.state <> 'draft' AND (NEW.statement <> OLD.statement OR NEW.value IS NOT OLD.value OR NEW.target_year IS NOT OLD.target_year)
BEGIN SELECT RAISE(ABORT, 'A published commitment is withdrawn, not rewritten'); END;
CREATE TRIGGER organization_commitments_kept BEFORE DELETE ON organization_commitments
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'A published commitment is kept'); END;

-- The carbon organization (5.3.2): bodies at three levels, posts in them, and who was appointed from when to when.
CREATE TABLE organization_bodies (
  id         TEXT NOT NULL PRIMARY KEY,
  parent_id  TEXT REFERENCES organization_bodies (id),
  name       TEXT NOT NULL CHECK (length(name) > 0),
  level      TEXT NOT NULL CHECK (level IN ('headquarters', 'company', 'plant')),
  form       TEXT CHECK (form IN ('group-company', 'own-department', 'merged', 'external')),
  host       TEXT,
  staff      INTEGER CHECK (staff >= 0),
  position   INTEGER NOT NULL,
  note       TEXT,
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE organization_posts (
  id          TEXT NOT NULL PRIMARY KEY,
  body_id     TEXT NOT NULL REFERENCES organization_bodies (id),
  kind        TEXT NOT NULL,
  title       TEXT NOT NULL CHECK (length(title) > 0),
  is_head     INTEGER NOT NULL CHECK (is_head IN (0, 1)),
  authority   TEXT NOT NULL CHECK (length(authority) > 0),
  money_limit TEXT CHECK (money_limit NOT GLOB '*[^0-9.]*'),
  duties      TEXT NOT NULL CHECK (json_type(duties) = 'array'),
  position    INTEGER NOT NULL,
  changed_by  TEXT,
  changed_at  TEXT NOT NULL
) STRICT;
CREATE INDEX organization_posts_body ON organization_posts (body_id);

CREATE TABLE organization_appointments (
  id         TEXT NOT NULL PRIMARY KEY,
  number     TEXT NOT NULL,
  post_id    TEXT NOT NULL REFERENCES organization_posts (id),
  person_id  TEXT NOT NULL,
  capacity   TEXT NOT NULL CHECK (capacity IN ('holder', 'deputy')),
  valid_from TEXT NOT NULL,
  valid_to   TEXT,
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX organization_appointments_post ON organization_appointments (post_id);

-- The nine rule documents of the three levels.
CREATE TABLE organization_rules (
  code       TEXT NOT NULL PRIMARY KEY,
  state      TEXT NOT NULL CHECK (state IN ('issued', 'elsewhere')),
  title      TEXT,
  number     TEXT,
  issued_on  TEXT,
  body_id    TEXT REFERENCES organization_bodies (id),
  reason     TEXT,
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  CHECK (state <> 'issued' OR (title IS NOT NULL AND issued_on IS NOT NULL)),
  CHECK (state <> 'elsewhere' OR reason IS NOT NULL)
) STRICT;
