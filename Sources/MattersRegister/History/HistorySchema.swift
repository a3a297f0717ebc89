/// The table that makes the history tamper-evident, and the one of papers that were withdrawn.
enum HistorySchema {
  static let tables = """
    -- One line for each thing that came into the register or was entered, in the order in which it
    -- came. Each line's hash covers the line before it; what was said is covered by a digest that
    -- is salted, so that words can be erased without breaking the chain and cannot be guessed
    -- from what is left.
    CREATE TABLE history (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      row INTEGER,
      at TEXT NOT NULL,
      salt BLOB,
      digest TEXT NOT NULL,
      hash TEXT NOT NULL,
      UNIQUE (kind, subject)
    ) STRICT;
    CREATE INDEX historyRow ON history(kind, row);
    -- The texts of papers stand before this column: without an index each would be passed over.
    CREATE INDEX documentSuperseded ON document(supersededBy) WHERE supersededBy IS NOT NULL;

    -- What is left of a paper that was withdrawn: enough not to take it in again.
    CREATE TABLE withdrawal (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      fileSha256 TEXT,
      name TEXT NOT NULL,
      reason TEXT NOT NULL,
      enteredBy TEXT NOT NULL,
      enteredAt TEXT NOT NULL
    ) STRICT;
    """
}
