-- How web servers are reached: as the system says, directly, or by a proxy that somebody named. One row, or none where nobody
-- ever said. Its password stands apart, sealed, and never in the audit trail.
CREATE TABLE exchange_proxy (
  id         INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  settings   TEXT NOT NULL CHECK (json_valid(settings)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE TABLE exchange_proxy_secret (
  id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed BLOB NOT NULL CHECK (length(sealed) > 28)
) STRICT;
