-- Resources, competence, training, awareness, communication and disclosure (7.1 to 7.3).

CREATE TABLE competence_resources (
  id         TEXT NOT NULL PRIMARY KEY,
  year       INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  kind       TEXT NOT NULL CHECK (kind IN ('people', 'equipment', 'money', 'technology')),
  name       TEXT NOT NULL CHECK (length(name) > 0),
  unit       TEXT NOT NULL,
  needed     TEXT NOT NULL CHECK (needed NOT GLOB '*[^0-9.]*'),
  requested  TEXT CHECK (requested NOT GLOB '*[^0-9.]*'),
  granted    TEXT CHECK (granted NOT GLOB '*[^0-9.]*'),
  used       TEXT CHECK (used NOT GLOB '*[^0-9.]*'),
  -- The objective or plan that a gap would endanger.
  endangers  TEXT,
  note       TEXT NOT NULL,
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE competence_skills (
  id          TEXT NOT NULL PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  field       TEXT NOT NULL CHECK (field IN ('audit', 'accounting', 'abatement', 'trading', 'other')),
  description TEXT NOT NULL,
  changed_by  TEXT,
  changed_at  TEXT NOT NULL
) STRICT;

-- What a post of the carbon organization must be able to do.
CREATE TABLE competence_needs (
  post_id    TEXT NOT NULL REFERENCES organization_posts (id),
  skill_id   TEXT NOT NULL REFERENCES competence_skills (id),
  level      INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (post_id, skill_id)
) STRICT;

-- What a person is able to do, by what that is shown, and until when. Never rewritten: withdrawn or followed by another.
CREATE TABLE competence_held (
  id              TEXT NOT NULL PRIMARY KEY,
  person_id       TEXT NOT NULL REFERENCES access_people (id),
  skill_id        TEXT NOT NULL REFERENCES competence_skills (id),
  level           INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  basis           TEXT NOT NULL CHECK (basis IN ('education', 'training', 'skill', 'experience')),
  evidence        TEXT NOT NULL CHECK (length(evidence) > 0),
  certificate     TEXT,
  issuer          TEXT,
  valid_from      TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to        TEXT CHECK (valid_to IS NULL OR (valid_to IS date(valid_to) AND valid_to > valid_from)),
  withdrawn_at    TEXT,
  withdraw_reason TEXT,
  made_by         TEXT NOT NULL,
  made_at         TEXT NOT NULL,
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
) STRICT;
CREATE INDEX competence_held_person ON competence_held (person_id);

CREATE TABLE competence_trainings (
  id         TEXT NOT NULL PRIMARY KEY,
  number     TEXT NOT NULL UNIQUE,
  title      TEXT NOT NULL CHECK (length(title) > 0),
  topic      TEXT NOT NULL,
  skill_id   TEXT REFERENCES competence_skills (id),
  hours      TEXT NOT NULL CHECK (hours NOT GLOB '*[^0-9.]*'),
  planned_on TEXT NOT NULL CHECK (planned_on IS date(planned_on)),
  held_on    TEXT CHECK (held_on IS NULL OR held_on IS date(held_on)),
  trainer    TEXT NOT NULL,
  place      TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('planned', 'held', 'judged', 'cancelled')),
  held_by    TEXT,
  is_effective INTEGER CHECK (is_effective IN (0, 1)),
  effect     TEXT NOT NULL,
  judged_by  TEXT,
  judged_at  TEXT,
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  CHECK ((state IN ('held', 'judged')) <= (held_on IS NOT NULL)),
  CHECK ((state = 'judged') = (judged_at IS NOT NULL))
) STRICT;

CREATE TABLE competence_attendances (
  training_id TEXT NOT NULL REFERENCES competence_trainings (id),
  person_id   TEXT NOT NULL REFERENCES access_people (id),
  result      TEXT CHECK (result IN ('attended', 'passed', 'failed', 'absent')),
  PRIMARY KEY (training_id, person_id)
) STRICT;

-- Who was made aware of what (7.2.2), and who says so himself.
CREATE TABLE competence_awareness (
  id           TEXT NOT NULL PRIMARY KEY,
  person_id    TEXT NOT NULL REFERENCES access_people (id),
  topic        TEXT NOT NULL CHECK (topic IN ('policy', 'contribution', 'influence', 'consequences')),
  told_on      TEXT NOT NULL CHECK (told_on IS date(told_on)),
  how          TEXT NOT NULL,
  confirmed_at TEXT,
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;
CREATE INDEX competence_awareness_person ON competence_awareness (person_id);

-- What is told to whom, when, by whom and how, and what is kept among few.
CREATE TABLE competence_channels (
  id         TEXT NOT NULL PRIMARY KEY,
  subject    TEXT NOT NULL CHECK (length(subject) > 0),
  audience   TEXT NOT NULL CHECK (length(audience) > 0),
  occasion   TEXT NOT NULL,
  way        TEXT NOT NULL,
  owner_id   TEXT REFERENCES access_people (id),
  secrecy    TEXT NOT NULL CHECK (secrecy IN ('public', 'internal', 'confidential')),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE competence_messages (
  id           TEXT NOT NULL PRIMARY KEY,
  number       TEXT NOT NULL UNIQUE,
  direction    TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  way          TEXT NOT NULL CHECK (way IN ('meeting', 'written', 'electronic', 'public')),
  party        TEXT NOT NULL CHECK (length(party) > 0),
  subject      TEXT NOT NULL CHECK (length(subject) > 0),
  content      TEXT NOT NULL,
  on_day       TEXT NOT NULL CHECK (on_day IS date(on_day)),
  is_important INTEGER NOT NULL CHECK (is_important IN (0, 1)),
  due          TEXT CHECK (due IS NULL OR due IS date(due)),
  decision     TEXT,
  decided_by   TEXT,
  decided_at   TEXT,
  state        TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  CHECK (state = 'open' OR is_important = 0 OR decision IS NOT NULL)
) STRICT;
CREATE TRIGGER competence_messages_stay BEFORE UPDATE ON competence_messages WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'A closed communication is followed by another, not rewritten'); END;

-- What is told to the outside, with the figures as they were locked.
CREATE TABLE competence_disclosures (
  id           TEXT NOT NULL PRIMARY KEY,
  number       TEXT NOT NULL UNIQUE,
  title        TEXT NOT NULL CHECK (length(title) > 0),
  recipient    TEXT NOT NULL CHECK (length(recipient) > 0),
  basis        TEXT NOT NULL,
  secrecy      TEXT NOT NULL CHECK (secrecy IN ('public', 'internal', 'confidential')),
  inventory    TEXT NOT NULL,
  figures      TEXT NOT NULL CHECK (json_type(figures) = 'array'),
  words        TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'handed-over', 'withdrawn')),
  signature_id TEXT,
  sha256       TEXT CHECK (length(sha256) = 64),
  approved_by  TEXT,
  approved_at  TEXT,
  handed_to    TEXT,
  handed_on    TEXT,
  handed_by    TEXT,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  CHECK ((state IN ('approved', 'handed-over')) <= (sha256 IS NOT NULL)),
  CHECK ((state = 'handed-over') = (handed_on IS NOT NULL))
) STRICT;
CREATE TRIGGER competence_disclosures_stay BEFORE UPDATE ON competence_disclosures
WHEN OLD.state <> 'draft' AND (NEW.figures <> OLD.figures OR NEW.words <> OLD.words OR NEW.inventory <> OLD.inventory
  OR NEW.recipient <> OLD.recipient OR NEW.sha256 IS NOT OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'What was approved for disclosure is followed by another, not rewritten'); END;
