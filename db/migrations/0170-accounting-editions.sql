-- Editions of the guideline that take over in the course of an inventory's year, with their rounding rules.

ALTER TABLE accounting_inventories ADD COLUMN editions TEXT NOT NULL DEFAULT '[]'
  CHECK (json_type(editions) = 'array');

DROP TRIGGER accounting_inventories_frozen_stays;
CREATE TRIGGER accounting_inventories_frozen_stays BEFORE UPDATE ON accounting_inventories
WHEN OLD.state <> 'working' AND (
  NEW.state = 'working' OR NEW.document_hash <> OLD.document_hash OR NEW.account_hash <> OLD.account_hash
  OR NEW.year <> OLD.year OR NEW.guideline <> OLD.guideline OR NEW.gwp_set <> OLD.gwp_set
  OR NEW.rounding <> OLD.rounding OR NEW.view <> OLD.view OR NEW.scope2 <> OLD.scope2
  OR NEW.facilities IS NOT OLD.facilities OR NEW.version <> OLD.version OR NEW.title <> OLD.title
  OR NEW.reported <> OLD.reported OR NEW.editions <> OLD.editions)
BEGIN SELECT RAISE(ABORT, 'A frozen inventory is not rewritten'); END;
