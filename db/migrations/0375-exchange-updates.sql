-- Where releases are looked for, and whether they are. One row, or none where nobody ever said.
CREATE TABLE exchange_update_feed (
  id         INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  address    TEXT NOT NULL CHECK (length(address) > 0),
  is_on      INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
