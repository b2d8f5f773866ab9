-- How many readings of each act count, by parameter and month: which file proves a month is asked with every look at a
-- year, and counting a million readings each time takes longer than all the rest. A cache, like the subtotals: it can
-- be thrown away and made again from the readings.
CREATE TABLE activity_act_months (
  parameter INTEGER NOT NULL,
  month     TEXT NOT NULL,
  act       INTEGER NOT NULL,
  count     INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (parameter, month, act)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_act_months_act ON activity_act_months (act);

INSERT INTO activity_act_months (parameter, month, act, count)
SELECT parameter, month, entered_act, count(*) FROM activity_readings WHERE live = 1
GROUP BY parameter, month, entered_act;

-- An act whose readings are being taken over all at once: they are counted together when all of them are there.
CREATE TABLE activity_bulk (
  act INTEGER NOT NULL PRIMARY KEY REFERENCES activity_acts (seq)
) STRICT;

DROP TRIGGER activity_readings_count;
CREATE TRIGGER activity_readings_count AFTER INSERT ON activity_readings
WHEN NEW.live = 1 AND NEW.entered_act NOT IN (SELECT act FROM activity_bulk)
BEGIN
  INSERT INTO activity_subtotals (parameter, month, unit, scale, state, count, high, low, revision)
  VALUES (NEW.parameter, NEW.month, NEW.unit, NEW.scale, NEW.state, 1,
          NEW.mantissa / 100000000, NEW.mantissa % 100000000, 1)
  ON CONFLICT DO UPDATE SET count = count + 1, high = high + excluded.high, low = low + excluded.low,
                            revision = revision + 1;
  INSERT INTO activity_act_months (parameter, month, act, count)
  VALUES (NEW.parameter, NEW.month, NEW.entered_act, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER activity_readings_act_leave AFTER UPDATE OF live ON activity_readings
WHEN OLD.live = 1 AND NEW.live = 0
BEGIN
  UPDATE activity_act_months SET count = count - 1
  WHERE parameter = OLD.parameter AND month = OLD.month AND act = OLD.entered_act;
END;
CREATE TRIGGER activity_readings_act_come AFTER UPDATE OF live ON activity_readings
WHEN OLD.live = 0 AND NEW.live = 1
BEGIN
  INSERT INTO activity_act_months (parameter, month, act, count)
  VALUES (NEW.parameter, NEW.month, NEW.entered_act, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
