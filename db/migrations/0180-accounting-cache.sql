-- What was last shown of a year, so that the first screen need not work out the whole year again at every start. A cache:
-- each answer stands with the line of the trail after which it was worked out, the day, and the program that did it, and
-- is thrown away when any of them is another. `sha256` is over all other columns.
CREATE TABLE accounting_answers (
  question TEXT    NOT NULL PRIMARY KEY,
  program  TEXT    NOT NULL,
  day      TEXT    NOT NULL,
  seq      INTEGER NOT NULL,
  hash     TEXT    NOT NULL,
  body     TEXT    NOT NULL,
  sha256   TEXT    NOT NULL
) STRICT;
