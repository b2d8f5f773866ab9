-- Which requirements there are, how each was judged and by whom it is seen to.

-- A tree that was brought in as a file, whole and as it came; those that are shipped stand in the program's folder.
CREATE TABLE compliance_trees (
  tree_id  TEXT NOT NULL,
  edition  TEXT NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body)),
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
  made_by  TEXT NOT NULL,
  made_at  TEXT NOT NULL,
  PRIMARY KEY (tree_id, edition)
) STRICT;

-- Which edition of a tree is gone by, the last row of a tree; no edition: the tree is laid aside. Never edited.
CREATE TABLE compliance_adoptions (
  id      TEXT NOT NULL PRIMARY KEY,
  tree_id TEXT NOT NULL,
  edition TEXT,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

-- What a person judged. A later one takes the place of an earlier one; one that is taken back stays on record.
CREATE TABLE compliance_judgements (
  id             TEXT NOT NULL PRIMARY KEY,
  tree_id        TEXT NOT NULL,
  requirement_id TEXT NOT NULL,
  -- The edition whose wording was judged.
  edition        TEXT NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('none', 'partial', 'full', 'not-applicable')),
  reason         TEXT,
  note           TEXT,
  judged_on      TEXT NOT NULL CHECK (judged_on IS date(judged_on)),
  made_by        TEXT NOT NULL,
  made_at        TEXT NOT NULL,
  withdrawn_by   TEXT,
  withdrawn_at   TEXT,
  CHECK (state <> 'not-applicable' OR reason IS NOT NULL),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
) STRICT;
CREATE INDEX compliance_judgements_requirement ON compliance_judgements (tree_id, requirement_id);

-- Who sees to a requirement that is not met, until when, and what comes next.
CREATE TABLE compliance_assignments (
  tree_id        TEXT NOT NULL,
  requirement_id TEXT NOT NULL,
  person_id      TEXT NOT NULL,
  due_on         TEXT CHECK (due_on IS NULL OR due_on IS date(due_on)),
  step           TEXT,
  changed_by     TEXT,
  changed_at     TEXT NOT NULL,
  PRIMARY KEY (tree_id, requirement_id)
) STRICT;

-- How many requirements stood how on a day, kept when it changed: derived from what is recorded elsewhere, and lost
-- without harm except for the curve of the days before.
CREATE TABLE compliance_progress (
  tree_id TEXT NOT NULL,
  day     TEXT NOT NULL CHECK (day IS date(day)),
  counts  TEXT NOT NULL CHECK (json_valid(counts)),
  PRIMARY KEY (tree_id, day)
) STRICT;
