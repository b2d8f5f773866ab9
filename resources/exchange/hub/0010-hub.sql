-- The hub of a group: what its plants have submitted, one row for each revision of an inventory.
--
-- Each plant has a role of its own, a member of group_plant. By row level security it brings rows for itself and reads
-- these; it changes and deletes nothing, and sees nothing of the others. Members of group_reader read everything.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'group_plant') THEN
    CREATE ROLE group_plant NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'group_reader') THEN
    CREATE ROLE group_reader NOLOGIN;
  END IF;
END
$$;

REVOKE ALL ON SCHEMA "group" FROM PUBLIC;
GRANT USAGE ON SCHEMA "group" TO group_plant, group_reader;

-- Which role belongs to which plant. Registered by the owner of the hub.
CREATE TABLE "group".plants (
  role_name     name PRIMARY KEY,
  -- The id of the plant's data folder, as it stands in every submission.
  store_id      text NOT NULL UNIQUE CHECK (store_id <> ''),
  title         text NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE "group".plants ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_row ON "group".plants FOR SELECT TO group_plant USING (role_name = current_user);
CREATE POLICY all_rows ON "group".plants FOR SELECT TO group_reader USING (true);
GRANT SELECT ON "group".plants TO group_plant, group_reader;

-- What was submitted: the bytes as they were sent, and the same for queries. The checks hold both together.
CREATE TABLE "group".submissions (
  store_id     text        NOT NULL,
  inventory_id text        NOT NULL,
  revision     integer     NOT NULL CHECK (revision > 0),
  year         integer     NOT NULL,
  sha256       text        NOT NULL,
  content      bytea       NOT NULL,
  document     jsonb       NOT NULL,
  -- Name, size and SHA-256 of each piece of evidence, which stays at the plant.
  evidence     jsonb       NOT NULL,
  submitted_by name        NOT NULL DEFAULT current_user,
  received_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, inventory_id, revision),
  CHECK (sha256 = encode(sha256(content), 'hex')),
  CHECK (
    convert_from(content, 'UTF8')::jsonb @> jsonb_build_object(
      'storeId', store_id,
      'inventory', jsonb_build_object('id', inventory_id, 'version', revision, 'year', year)
    )
    AND document = convert_from(content, 'UTF8')::jsonb -> 'document'
    AND evidence = convert_from(content, 'UTF8')::jsonb -> 'evidence'
  )
);
ALTER TABLE "group".submissions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON "group".submissions FOR SELECT TO group_plant USING (submitted_by = current_user);
CREATE POLICY for_itself ON "group".submissions FOR INSERT TO group_plant WITH CHECK (
  submitted_by = current_user
  AND store_id = (SELECT p.store_id FROM "group".plants p WHERE p.role_name = current_user)
);
CREATE POLICY all_rows ON "group".submissions FOR SELECT TO group_reader USING (true);
GRANT SELECT ON "group".submissions TO group_plant, group_reader;
GRANT INSERT (store_id, inventory_id, revision, year, sha256, content, document, evidence)
  ON "group".submissions TO group_plant;

-- Pieces of a submission on its way: a link that breaks loses the last of them only.
CREATE TABLE "group".parts (
  submitted_by name        NOT NULL DEFAULT current_user,
  sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  begins       bigint      NOT NULL CHECK (begins >= 0),
  bytes        bytea       NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
  arrived_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (submitted_by, sha256, begins)
);
ALTER TABLE "group".parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON "group".parts FOR SELECT TO group_plant USING (submitted_by = current_user);
CREATE POLICY for_itself ON "group".parts FOR INSERT TO group_plant WITH CHECK (
  submitted_by = current_user
  AND EXISTS (SELECT FROM "group".plants p WHERE p.role_name = current_user)
);
GRANT SELECT ON "group".parts TO group_plant;
GRANT INSERT (sha256, begins, bytes) ON "group".parts TO group_plant;

-- Lets a plant throw away the pieces of its own that are not needed any more, and nothing else.
CREATE FUNCTION "group".discard_parts(of_sha256 text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$ DELETE FROM "group".parts WHERE submitted_by = session_user AND sha256 = of_sha256 $$;
REVOKE ALL ON FUNCTION "group".discard_parts(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "group".discard_parts(text) TO group_plant;

-- Registers a plant: its role is made where it is not there, without a password. For the owner of the hub.
CREATE FUNCTION "group".add_plant(role_name name, store_id text, title text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = add_plant.role_name) THEN
    EXECUTE format('CREATE ROLE %I LOGIN', add_plant.role_name);
  END IF;
  EXECUTE format('GRANT group_plant TO %I', add_plant.role_name);
  INSERT INTO "group".plants (role_name, store_id, title)
  VALUES (add_plant.role_name, add_plant.store_id, add_plant.title)
  ON CONFLICT ON CONSTRAINT plants_pkey DO UPDATE
    SET store_id = excluded.store_id, title = excluded.title;
END
$$;
REVOKE ALL ON FUNCTION "group".add_plant(name, text, text) FROM PUBLIC;
