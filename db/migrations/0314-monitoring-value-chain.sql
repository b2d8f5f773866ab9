-- The category of scope 3 (GHG Protocol, 1 to 15) that a source of other indirect emission belongs to.
ALTER TABLE monitoring_sources ADD COLUMN scope3_category INTEGER CHECK (scope3_category BETWEEN 1 AND 15);
