/// The tables of what an officer enters between two meetings.
///
/// Rows are added and never changed.
enum DeskSchema {
  static let tables = """
    -- What an entry says of the matter itself, who may see it, and the letter that it is of.
    ALTER TABLE entry ADD COLUMN owner TEXT;
    ALTER TABLE entry ADD COLUMN words TEXT;
    ALTER TABLE entry ADD COLUMN about TEXT;
    ALTER TABLE entry ADD COLUMN label TEXT;
    ALTER TABLE entry ADD COLUMN raised TEXT;
    ALTER TABLE entry ADD COLUMN was TEXT;
    ALTER TABLE entry ADD COLUMN access TEXT;
    ALTER TABLE entry ADD COLUMN letter TEXT;

    -- What was asked and no paper says, or none that the register has.
    CREATE TABLE addition (
      id INTEGER PRIMARY KEY,
      reference TEXT NOT NULL,
      kind TEXT NOT NULL,
      council TEXT,
      body TEXT NOT NULL,
      date TEXT NOT NULL,
      minute TEXT,
      label TEXT,
      text TEXT NOT NULL,
      addressedTo TEXT,
      due TEXT,
      access TEXT NOT NULL,
      note TEXT,
      enteredBy TEXT NOT NULL,
      enteredAt TEXT NOT NULL
    ) STRICT;
    -- Its place among the records of a matter; worked out anew with the matter.
    CREATE TABLE additionMember (
      matterId INTEGER NOT NULL REFERENCES matter(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      additionId INTEGER NOT NULL REFERENCES addition(id),
      role TEXT NOT NULL,
      grade TEXT NOT NULL,
      because TEXT NOT NULL,
      PRIMARY KEY (matterId, position)
    ) STRICT;
    CREATE INDEX additionMemberAddition ON additionMember(additionId);

    -- Letters that were drafted: the program sends none.
    CREATE TABLE letter (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      recipient TEXT NOT NULL,
      date TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      matters TEXT NOT NULL,
      enteredBy TEXT NOT NULL,
      enteredAt TEXT NOT NULL
    ) STRICT;

    -- What people say of a work programme: an item put on it, moved, held in reserve, or done.
    CREATE TABLE programmeEntry (
      id INTEGER PRIMARY KEY,
      body TEXT NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      date TEXT NOT NULL,
      meeting TEXT,
      note TEXT,
      enteredBy TEXT NOT NULL,
      enteredAt TEXT NOT NULL
    ) STRICT;
    """
}
