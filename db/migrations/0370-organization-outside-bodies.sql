-- What a body from outside that takes part in carbon management is held to (5.3.2 b 4).
ALTER TABLE organization_bodies ADD COLUMN confidentiality TEXT;
ALTER TABLE organization_bodies ADD COLUMN data_scope TEXT;
