-- What is due, for whom and when, whichever area it comes from; and the days that are worked.

-- `key` says what the task is for, so that offering it again finds it. Areas offer tasks and say when they are done;
-- one that nobody offers any more is dropped and stays on record.
CREATE TABLE kernel_tasks (
  id          TEXT NOT NULL PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
  area        TEXT NOT NULL,
  code        TEXT NOT NULL,
  facts       TEXT NOT NULL CHECK (json_valid(facts)),
  record      TEXT NOT NULL,
  node_id     TEXT,
  path        TEXT NOT NULL,
  -- Who sees the task, and whose it is while nobody is named, as permissions.
  seen_with   TEXT NOT NULL,
  falls_to    TEXT NOT NULL,
  responsible TEXT NOT NULL CHECK (json_valid(responsible)),
  department  TEXT,
  begins      TEXT NOT NULL CHECK (begins IS date(begins)),
  due         TEXT NOT NULL CHECK (due IS date(due) AND due >= begins),
  state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  settled_at  TEXT,
  made_at     TEXT NOT NULL,
  CHECK ((state = 'open') = (settled_at IS NULL))
) STRICT;
CREATE INDEX kernel_tasks_due ON kernel_tasks (due);
CREATE INDEX kernel_tasks_open ON kernel_tasks (due) WHERE state = 'open';

-- Days that are not as their weekday says, beside those that the program knows: a holiday, or a weekend that is worked.
CREATE TABLE kernel_days (
  day        TEXT NOT NULL PRIMARY KEY CHECK (day IS date(day)),
  kind       TEXT NOT NULL CHECK (kind IN ('holiday', 'work')),
  name       TEXT NOT NULL CHECK (length(name) > 0),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;
