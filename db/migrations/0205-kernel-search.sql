-- What records can be found by. Derived from the records, and made again from them when it is lost.
CREATE TABLE kernel_search (
  id        INTEGER PRIMARY KEY,
  record    TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL,
  title     TEXT NOT NULL,
  number    TEXT,
  state     TEXT,
  path      TEXT NOT NULL,
  -- Who sees it, as a permission and the node that it is asked for.
  seen_with TEXT NOT NULL,
  node      TEXT,
  body      TEXT NOT NULL,
  -- Of all that is above, so that only what differs is written.
  digest    TEXT NOT NULL
) STRICT;

-- The words of a row under the same number: words of letters as they are, Chinese as pairs of characters.
CREATE VIRTUAL TABLE kernel_search_words USING fts5(
  title, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
