-- People, accounts and what they may do.

-- A person exists without an account: a meter reader, a verifier. Once removed, only the id is left.
CREATE TABLE access_people (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT CHECK (length(name) > 0),
  department TEXT,
  position   TEXT,
  phone      TEXT,
  email      TEXT,
  note       TEXT,
  removed_at TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((name IS NULL) = (removed_at IS NOT NULL))
) STRICT;

CREATE TABLE access_users (
  id          TEXT NOT NULL PRIMARY KEY,
  person_id   TEXT NOT NULL UNIQUE REFERENCES access_people (id),
  login       TEXT UNIQUE COLLATE NOCASE CHECK (length(login) > 0),
  language    TEXT NOT NULL CHECK (language IN ('zh', 'en')),
  disabled_at TEXT,
  changed_by  TEXT NOT NULL,
  changed_at  TEXT NOT NULL,
  CHECK (login IS NOT NULL OR disabled_at IS NOT NULL)
) STRICT;

-- Kept out of the audit trail. The cost stands beside the hash, so that it can grow.
CREATE TABLE access_passwords (
  user_id  TEXT NOT NULL PRIMARY KEY REFERENCES access_users (id),
  salt     BLOB NOT NULL CHECK (length(salt) = 16),
  cost     TEXT NOT NULL CHECK (json_valid(cost)),
  verifier BLOB NOT NULL CHECK (length(verifier) = 32),
  initial  INTEGER NOT NULL CHECK (initial IN (0, 1)),
  set_at   TEXT NOT NULL
) STRICT;

-- Person, role, node and time; no node is the whole organization. A revoked grant ends, it does not vanish.
CREATE TABLE access_grants (
  id         TEXT NOT NULL PRIMARY KEY,
  user_id    TEXT NOT NULL REFERENCES access_users (id),
  role       TEXT NOT NULL,
  node_id    TEXT,
  valid_from TEXT NOT NULL,
  valid_to   TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX access_grants_user ON access_grants (user_id);

-- Failed sign-ins by login (hashed: people type passwords there), kept over a restart.
CREATE TABLE access_throttle (
  key      TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures > 0),
  last_at  TEXT NOT NULL
) STRICT;
