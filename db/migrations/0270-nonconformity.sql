-- Nonconformities from wherever they come, from what was found to its closing (10.2). Nothing of a case is deleted.
CREATE TABLE nonconformity_cases (
  id             TEXT NOT NULL PRIMARY KEY,
  number         TEXT NOT NULL UNIQUE,
  state          TEXT NOT NULL CHECK (state IN (
    'found', 'contained', 'analysed', 'acting', 'awaiting', 'proven', 'closed', 'withdrawn')),
  -- The record it follows from.
  origin         TEXT,
  title          TEXT NOT NULL CHECK (length(title) > 0),
  source         TEXT NOT NULL CHECK (source IN (
    'audit', 'compliance', 'data', 'complaint', 'deviation', 'obligation', 'observation')),
  requirements   TEXT NOT NULL CHECK (json_type(requirements) = 'array'),
  fact           TEXT NOT NULL CHECK (length(fact) > 0),
  severity       TEXT NOT NULL CHECK (severity IN ('major', 'minor', 'observation')),
  -- How far a deviation went, in percent.
  size           TEXT CHECK (size NOT GLOB '*[^0-9.-]*'),
  node_id        TEXT REFERENCES organization_nodes (id),
  subsystem      TEXT NOT NULL CHECK (subsystem IN ('core', 'emission', 'trading', 'asset', 'neutrality')),
  found_by       TEXT REFERENCES access_people (id),
  found_on       TEXT NOT NULL CHECK (found_on IS date(found_on)),
  owner          TEXT REFERENCES access_people (id),
  due            TEXT NOT NULL CHECK (due IS date(due)),
  correction     TEXT NOT NULL,
  corrected_on   TEXT CHECK (corrected_on IS date(corrected_on)),
  corrected_by   TEXT REFERENCES access_people (id),
  consequences   TEXT NOT NULL,
  whys           TEXT NOT NULL CHECK (json_type(whys) = 'array'),
  fishbone       TEXT NOT NULL CHECK (json_type(fishbone) = 'object'),
  root_cause     TEXT NOT NULL,
  reviewed_on    TEXT CHECK (reviewed_on IS date(reviewed_on)),
  reviewers      TEXT NOT NULL CHECK (json_type(reviewers) = 'array'),
  similar        TEXT NOT NULL CHECK (json_type(similar) = 'array'),
  similar_note   TEXT NOT NULL,
  needs_action   INTEGER CHECK (needs_action IN (0, 1)),
  need_reason    TEXT NOT NULL,
  check_on       TEXT CHECK (check_on IS date(check_on)),
  system_change  TEXT NOT NULL,
  effect_note    TEXT,
  checked_by     TEXT,
  checked_at     TEXT,
  alone_reason   TEXT,
  -- Its way so far, every step with who and when; and how it stood before each time it began anew.
  steps          TEXT NOT NULL CHECK (json_type(steps) = 'array'),
  rounds         TEXT NOT NULL CHECK (json_type(rounds) = 'array'),
  raised_by      TEXT,
  raised_at      TEXT NOT NULL,
  changed_by     TEXT,
  changed_at     TEXT NOT NULL,
  CHECK ((state IN ('proven', 'closed')) = (checked_at IS NOT NULL))
) STRICT;
CREATE INDEX nonconformity_cases_state ON nonconformity_cases (state);

CREATE TABLE nonconformity_actions (
  id         TEXT NOT NULL PRIMARY KEY,
  case_id    TEXT NOT NULL REFERENCES nonconformity_cases (id),
  what       TEXT NOT NULL CHECK (length(what) > 0),
  owner      TEXT REFERENCES access_people (id),
  due        TEXT CHECK (due IS date(due)),
  state      TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  done_on    TEXT CHECK (done_on IS date(done_on)),
  note       TEXT,
  settled_by TEXT,
  settled_at TEXT,
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK (state <> 'done' OR done_on IS NOT NULL)
) STRICT;
CREATE INDEX nonconformity_actions_case ON nonconformity_actions (case_id);

-- Suggestions and opportunities, and what became of them (10.1, 10.3).
CREATE TABLE nonconformity_improvements (
  id           TEXT NOT NULL PRIMARY KEY,
  number       TEXT NOT NULL UNIQUE,
  state        TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused', 'done', 'judged', 'withdrawn')),
  title        TEXT NOT NULL CHECK (length(title) > 0),
  idea         TEXT NOT NULL CHECK (length(idea) > 0),
  source       TEXT NOT NULL CHECK (source IN (
    'suggestion', 'audit', 'review', 'compliance', 'monitoring', 'benchmark', 'party')),
  origin       TEXT,
  subsystem    TEXT NOT NULL CHECK (subsystem IN ('core', 'emission', 'trading', 'asset', 'neutrality')),
  node_id      TEXT REFERENCES organization_nodes (id),
  benefit      TEXT NOT NULL,
  cost         TEXT NOT NULL,
  raised_by    TEXT REFERENCES access_people (id),
  raised_on    TEXT NOT NULL CHECK (raised_on IS date(raised_on)),
  answer_by    TEXT NOT NULL CHECK (answer_by IS date(answer_by)),
  reason       TEXT NOT NULL,
  decided_by   TEXT,
  decided_at   TEXT,
  owner        TEXT REFERENCES access_people (id),
  due          TEXT CHECK (due IS date(due)),
  done_on      TEXT CHECK (done_on IS date(done_on)),
  effect       TEXT NOT NULL,
  is_effective INTEGER CHECK (is_effective IN (0, 1)),
  judged_by    TEXT,
  judged_at    TEXT,
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  CHECK (state <> 'refused' OR length(reason) > 0),
  CHECK (state NOT IN ('accepted', 'done', 'judged') OR (owner IS NOT NULL AND due IS NOT NULL)),
  CHECK ((state = 'judged') = (judged_at IS NOT NULL))
) STRICT;

-- What the plant decided for all its cases; one row, none while nothing was decided.
CREATE TABLE nonconformity_settings (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  major_deviation TEXT NOT NULL CHECK (major_deviation NOT GLOB '*[^0-9.]*'),
  contain_within  INTEGER NOT NULL,
  close_within    INTEGER NOT NULL,
  effect_after    INTEGER NOT NULL,
  answer_within   INTEGER NOT NULL,
  changed_by      TEXT,
  changed_at      TEXT NOT NULL
) STRICT;
