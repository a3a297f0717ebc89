import GRDB
public import MattersLinker
import MattersRecords
public import MattersText

extension Register {
  /// Records who owes the answer.
  public func assign(
    _ matter: RegisteredMatter, to owner: String, on day: PlainDate, note: String?,
    enteredBy person: String
  ) throws {
    var entry = DeskEntry(matter.reference, .assigned, day, person)
    entry.change.owner = owner
    entry.was = (matter.matter.responsible ?? matter.matter.addressedTo).map { "owed by \($0)" }
    entry.note = note
    try add(entry)
  }

  /// Records how something that was read or entered is to be understood; the former words stay.
  ///
  /// - Parameters:
  ///   - change: what is understood anew.
  ///   - due: by when it is due.
  public func correct(
    _ matter: RegisteredMatter, _ change: MatterEvent.Change, due: PlainDate?, on day: PlainDate,
    note: String, enteredBy person: String
  ) throws {
    var entry = DeskEntry(matter.reference, .corrected, day, person)
    entry.change = change
    entry.due = due
    let former = matter.matter
    entry.was = CorrectionWords.list(
      text: change.text == nil ? nil : former.text,
      subject: change.subject == nil ? nil : former.subject ?? "none",
      label: change.label == nil ? nil : former.label ?? "none",
      minute: change.minute == nil ? nil : former.minute ?? "none",
      raised: change.raised == nil ? nil : former.raised?.iso ?? "not known",
      due: due == nil ? nil : former.dueHistory.last?.due ?? "not known")
    entry.note = note
    try add(entry)
  }

  /// Records that something was never asked, or was entered by mistake: lists and figures leave it
  /// out, and it stays to be seen under its reference.
  public func retract(
    _ matter: RegisteredMatter, on day: PlainDate, reason: String, enteredBy person: String
  ) throws {
    var entry = DeskEntry(matter.reference, .retracted, day, person)
    entry.note = reason
    try add(entry)
  }

  /// Records a note.
  ///
  /// - Parameter isPublic: whether everybody may see it; if not, officers alone do.
  public func note(
    _ words: String, of matter: RegisteredMatter, on day: PlainDate, isPublic: Bool,
    enteredBy person: String
  ) throws {
    var entry = DeskEntry(matter.reference, .noted, day, person)
    entry.note = words
    entry.access = isPublic ? nil : "exempt"
    try add(entry)
  }

  private func add(_ entry: DeskEntry) throws {
    try write { database in
      try Self.insert(entry, database)
      try Standing.refresh(entry.reference, database)
    }
  }

  /// Adds an entry; the caller works out anew where the matter stands.
  static func insert(_ entry: DeskEntry, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO entry
          (reference, kind, date, minute, due, note, enteredBy, enteredAt, owner, words, about,
           label, raised, was, access, letter)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.reference, entry.kind.rawValue, entry.date.iso, entry.change.minute,
        entry.due?.iso, entry.note, entry.person, now(), entry.change.owner, entry.change.text,
        entry.change.subject, entry.change.label, entry.change.raised?.iso, entry.was,
        entry.access, entry.letter,
      ])
  }
}

/// A row of what officers enter at their desk.
struct DeskEntry {
  var reference: String
  var kind: MatterEvent.Kind
  var date: PlainDate
  var person: String
  var change = MatterEvent.Change()
  var due: PlainDate?
  var was: String?
  var note: String?
  var access: String?
  var letter: String?

  init(_ reference: String, _ kind: MatterEvent.Kind, _ date: PlainDate, _ person: String) {
    self.reference = reference
    self.kind = kind
    self.date = date
    self.person = person
  }

  /// What a row says of the matter itself, and the words that tell it.
  static func read(_ row: GRDB.Row, into event: inout MatterEvent) {
    var change = MatterEvent.Change()
    change.owner = row["owner"]
    change.text = row["words"]
    change.subject = row["about"]
    change.label = row["label"]
    let raised: String? = row["raised"]
    change.raised = raised.flatMap(PlainDate.init(iso:))
    if event.kind == .corrected { change.minute = row["minute"] }
    if change != MatterEvent.Change() { event.change = change }
    let access: String? = row["access"]
    event.access = access.flatMap(Access.init(rawValue:)) ?? .public
    let (was, note, letter): (String?, String?, String?) = (row["was"], row["note"], row["letter"])
    let now: String? =
      switch event.kind {
      case .assigned: change.owner.map { "owed by \($0)" }
      case .corrected:
        CorrectionWords.list(
          text: change.text, subject: change.subject, label: change.label, minute: change.minute,
          raised: change.raised?.iso, due: row["due"])
      default: letter
      }
    guard let now else { return }
    // Its minute is one that was read wrongly, not one that decided anything.
    if event.kind == .corrected { event.minute = nil }
    event.because =
      [now, was.map { "before: \($0)" }, note].compactMap { $0 }.joined(separator: "; ")
  }
}

/// What a correction says, in words: the same for what is understood now and what was before.
enum CorrectionWords {
  static func list(
    text: String?, subject: String?, label: String?, minute: String?, raised: String?, due: String?
  ) -> String {
    [
      text.map { "\u{201C}\($0)\u{201D}" }, subject.map { "subject \($0)" },
      label.map { "label \($0)" }, minute.map { "minute \($0)" }, raised.map { "asked \($0)" },
      due.map { "due \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
