-- How data is collected: by when, and from which folders.

-- By when the data of a month is due at a facility. A facility without a row goes by its guideline.
CREATE TABLE activity_collection_rules (
  facility_id TEXT NOT NULL PRIMARY KEY REFERENCES organization_nodes (id),
  -- So many days after the last day of the month.
  days        INTEGER NOT NULL CHECK (days BETWEEN 1 AND 120),
  counting    TEXT NOT NULL CHECK (counting IN ('calendar', 'working')),
  changed_by  TEXT,
  changed_at  TEXT NOT NULL
) STRICT;

-- A folder that is watched: files of a known shape in it are imported as submitted readings.
CREATE TABLE activity_watch_folders (
  id          TEXT NOT NULL PRIMARY KEY,
  facility_id TEXT NOT NULL REFERENCES organization_nodes (id),
  path        TEXT NOT NULL CHECK (length(path) > 0),
  -- What becomes of a file that was imported.
  afterwards  TEXT NOT NULL CHECK (afterwards IN ('leave', 'move')),
  is_active   INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  changed_by  TEXT,
  changed_at  TEXT NOT NULL
) STRICT;

-- What became of each file that was found in a watched folder.
CREATE TABLE activity_watch_log (
  id          TEXT NOT NULL PRIMARY KEY,
  folder_id   TEXT NOT NULL REFERENCES activity_watch_folders (id),
  name        TEXT NOT NULL,
  size        INTEGER NOT NULL CHECK (size >= 0),
  modified_at TEXT NOT NULL,
  sha256      TEXT,
  outcome     TEXT NOT NULL CHECK (outcome IN ('imported', 'partly', 'refused', 'known', 'unknown')),
  -- How it was recognised, and why it was refused.
  shape       TEXT CHECK (shape IN ('workbook', 'profile', 'hourly')),
  code        TEXT,
  facts       TEXT NOT NULL CHECK (json_valid(facts)),
  batch       TEXT,
  readings    INTEGER NOT NULL CHECK (readings >= 0),
  rejected    INTEGER NOT NULL CHECK (rejected >= 0),
  at          TEXT NOT NULL
) STRICT;
CREATE INDEX activity_watch_log_file ON activity_watch_log (folder_id, name, size, modified_at);
CREATE INDEX activity_watch_log_at ON activity_watch_log (at);
