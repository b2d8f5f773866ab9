-- What the plant made of the shipped matrix of roles, who stands in for whom, and second factors.

-- Roles beside the built-in ones. A removed role keeps its name: old grants still tell who could do what.
CREATE TABLE access_roles (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL CHECK (length(name) > 0),
  note       TEXT,
  removed_at TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX access_roles_name ON access_roles (name) WHERE removed_at IS NULL;

-- Where a role differs from what is shipped; an own role is shipped with nothing.
CREATE TABLE access_role_rights (
  role       TEXT NOT NULL,
  permission TEXT NOT NULL,
  held       INTEGER NOT NULL CHECK (held IN (0, 1)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (role, permission)
) STRICT;

-- Somebody stands in for somebody else in one role, and it ends by itself. Ended early, it ends that day.
CREATE TABLE access_delegations (
  id         TEXT NOT NULL PRIMARY KEY,
  from_user  TEXT NOT NULL REFERENCES access_users (id),
  to_user    TEXT NOT NULL REFERENCES access_users (id),
  role       TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to   TEXT NOT NULL,
  reason     TEXT NOT NULL CHECK (length(reason) > 0),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK (valid_to >= valid_from),
  CHECK (from_user <> to_user)
) STRICT;
CREATE INDEX access_delegations_to ON access_delegations (to_user);

-- Kept out of the audit trail. The secret is sealed under the data key; backup codes stand as hashes.
CREATE TABLE access_second_factors (
  user_id   TEXT NOT NULL PRIMARY KEY REFERENCES access_users (id),
  secret    BLOB NOT NULL,
  codes     TEXT NOT NULL CHECK (json_valid(codes)),
  last_step INTEGER NOT NULL,
  set_at    TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
) STRICT;
