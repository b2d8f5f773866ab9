-- What any record can carry, whichever area it is of: files, remarks, a number for people.

-- A file kept with a record, by the SHA-256 of its content. Taken off is not forgotten: the row stays.
CREATE TABLE kernel_attachments (
  id          TEXT NOT NULL PRIMARY KEY,
  record      TEXT NOT NULL,
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  name        TEXT NOT NULL CHECK (length(name) > 0),
  size        INTEGER NOT NULL CHECK (size >= 0),
  note        TEXT,
  attached_by TEXT NOT NULL,
  attached_at TEXT NOT NULL,
  detached_by TEXT,
  detached_at TEXT,
  CHECK ((detached_at IS NULL) = (detached_by IS NULL))
) STRICT;
CREATE INDEX kernel_attachments_record ON kernel_attachments (record);

-- What people say about a record. A remark is never edited; whoever wrote it can take it back, and that shows.
CREATE TABLE kernel_comments (
  id           TEXT NOT NULL PRIMARY KEY,
  record       TEXT NOT NULL,
  text         TEXT NOT NULL CHECK (length(text) > 0),
  written_by   TEXT NOT NULL,
  written_at   TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX kernel_comments_record ON kernel_comments (record);

-- The last number given in a series and year, so that `NC-2026-014` is given once.
CREATE TABLE kernel_numbers (
  series TEXT NOT NULL,
  year   INTEGER NOT NULL,
  last   INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (series, year)
) STRICT;

CREATE INDEX kernel_links_from ON kernel_links (from_record);
