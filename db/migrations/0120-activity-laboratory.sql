-- What the laboratory found in samples of coal, with the chain of each sample.

-- Percentages and calorific values as reported, plain decimals. `from_day` to `to_day` (exclusive) is what the sample
-- stands for: a day, a batch, or a month for a composite sample.
CREATE TABLE activity_lab_samples (
  id           TEXT NOT NULL PRIMARY KEY,
  source_id    TEXT NOT NULL REFERENCES monitoring_sources (id),
  number       TEXT NOT NULL CHECK (length(number) > 0),
  month        TEXT NOT NULL CHECK (length(month) = 7),
  from_day     TEXT NOT NULL CHECK (from_day IS date(from_day) AND substr(from_day, 1, 7) = month),
  to_day       TEXT NOT NULL CHECK (to_day IS date(to_day) AND to_day > from_day),
  -- Fuel of the batch or day, in t, where the fuel is not recorded day by day or batch by batch.
  amount       TEXT CHECK (amount NOT GLOB '*[^0-9.]*'),
  -- Total moisture as received and moisture of the air-dry sample, %.
  moisture_ar  TEXT CHECK (moisture_ar NOT GLOB '*[^0-9.]*'),
  moisture_ad  TEXT CHECK (moisture_ad NOT GLOB '*[^0-9.]*'),
  -- Ash, volatile matter, total sulphur and hydrogen of the air-dry sample, %.
  ash          TEXT CHECK (ash NOT GLOB '*[^0-9.]*'),
  volatile     TEXT CHECK (volatile NOT GLOB '*[^0-9.]*'),
  sulphur      TEXT CHECK (sulphur NOT GLOB '*[^0-9.]*'),
  hydrogen     TEXT CHECK (hydrogen NOT GLOB '*[^0-9.]*'),
  -- Net calorific value as received and gross calorific value of the air-dry sample, MJ/kg.
  net_heat     TEXT CHECK (net_heat NOT GLOB '*[^0-9.]*'),
  gross_heat   TEXT CHECK (gross_heat NOT GLOB '*[^0-9.]*'),
  -- Elemental carbon, %, on the basis that the report states.
  carbon       TEXT CHECK (carbon NOT GLOB '*[^0-9.]*'),
  carbon_basis TEXT NOT NULL CHECK (carbon_basis IN ('received', 'air-dry', 'dry')),
  sampled_by   TEXT,
  sampled_on   TEXT CHECK (sampled_on IS date(sampled_on)),
  prepared_by  TEXT,
  laboratory   TEXT,
  accreditation TEXT NOT NULL CHECK (accreditation IN ('none', 'CMA', 'CNAS', 'CMA+CNAS')),
  report_no    TEXT,
  received_on  TEXT CHECK (received_on IS date(received_on)),
  tested_on    TEXT CHECK (tested_on IS date(tested_on)),
  reported_on  TEXT CHECK (reported_on IS date(reported_on)),
  -- Until when the split of the sample is kept.
  kept_until   TEXT CHECK (kept_until IS date(kept_until)),
  sha256       TEXT REFERENCES activity_evidence (sha256),
  note         TEXT,
  -- The act by which its values became readings, until that is undone.
  act          INTEGER REFERENCES activity_acts (seq),
  changed_by   TEXT,
  changed_at   TEXT NOT NULL,
  UNIQUE (source_id, number)
) STRICT;
CREATE INDEX activity_lab_samples_month ON activity_lab_samples (source_id, month);
CREATE INDEX activity_lab_samples_act ON activity_lab_samples (act) WHERE act IS NOT NULL;
