-- Programs that were kept when another took their place, and what their bytes were then. One that came signed proves itself;
-- the first one of a machine came by an installer and has nothing but this.
CREATE TABLE exchange_kept_programs (
  version    TEXT NOT NULL PRIMARY KEY,
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
