/// What an entry has more where it was typed into a tracker, and the table of those that a person
/// let hold.
enum EditSchema {
  static let tables = """
    -- Where a tracker says more of a decision than other entries do.
    ALTER TABLE entry ADD COLUMN updated TEXT;
    ALTER TABLE entry ADD COLUMN decisionAsPrinted TEXT;
    ALTER TABLE entry ADD COLUMN decidedBy TEXT;
    ALTER TABLE entry ADD COLUMN decidedOn TEXT;
    -- The file, its row, and its hash: the same file again adds nothing.
    ALTER TABLE entry ADD COLUMN document TEXT;
    ALTER TABLE entry ADD COLUMN line INTEGER;
    ALTER TABLE entry ADD COLUMN fileSha256 TEXT;
    -- What it is at odds with: it does not count before a person has let it.
    ALTER TABLE entry ADD COLUMN against TEXT;

    -- Entries at odds with others that a person let hold.
    CREATE TABLE accepted (
      entryId INTEGER PRIMARY KEY REFERENCES entry(id),
      person TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    """

  /// Whether an entry counts, as a condition of SQL.
  static let counts = """
    NOT EXISTS (SELECT 1 FROM takenBack WHERE entryId = entry.id)
      AND (entry.against IS NULL OR EXISTS (SELECT 1 FROM accepted WHERE entryId = entry.id))
    """

  /// Whether an entry waits for a person, as a condition of SQL.
  static let waits = """
    entry.against IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM takenBack WHERE entryId = entry.id)
      AND NOT EXISTS (SELECT 1 FROM accepted WHERE entryId = entry.id)
    """
}
