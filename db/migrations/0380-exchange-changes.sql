-- What was changed on a copy of the data folder and brought back, as it came; and what became of it, once it was merged.
CREATE TABLE exchange_change_packages (
  id          TEXT NOT NULL PRIMARY KEY,
  branch      TEXT NOT NULL CHECK (length(branch) = 64),
  device_id   TEXT NOT NULL,
  head_seq    INTEGER NOT NULL CHECK (head_seq >= 0),
  head_hash   TEXT NOT NULL CHECK (length(head_hash) = 64),
  made_at     TEXT NOT NULL,
  content     TEXT NOT NULL CHECK (json_valid(content)),
  brought_by  TEXT NOT NULL,
  brought_at  TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_change_packages_branch ON exchange_change_packages (branch, head_seq);

CREATE TABLE exchange_change_merges (
  package_id TEXT NOT NULL PRIMARY KEY REFERENCES exchange_change_packages (id),
  records    TEXT NOT NULL CHECK (json_valid(records)),
  merged_by  TEXT NOT NULL,
  merged_at  TEXT NOT NULL
) STRICT;

-- What was brought and what came of it is history.
CREATE TRIGGER exchange_change_packages_kept BEFORE UPDATE ON exchange_change_packages
BEGIN SELECT RAISE(ABORT, 'A package stays as it came'); END;
CREATE TRIGGER exchange_change_merges_kept BEFORE UPDATE ON exchange_change_merges
BEGIN SELECT RAISE(ABORT, 'What was merged stays as it was merged'); END;
