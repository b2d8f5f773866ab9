-- What a person wants to be reminded of, on a day of the person's choice; nobody else sees it among the tasks.
CREATE TABLE kernel_reminders (
  id         TEXT NOT NULL PRIMARY KEY,
  owner_id   TEXT NOT NULL,
  text       TEXT NOT NULL CHECK (length(text) > 0),
  due        TEXT NOT NULL CHECK (due IS date(due)),
  done_at    TEXT,
  made_at    TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX kernel_reminders_due ON kernel_reminders (owner_id, due) WHERE removed_at IS NULL;
