import MattersArising
import MattersFormats
import MattersLinker
import MattersRegister
import MattersReports

/// A tracker that comes back with what people typed into it.
///
/// Its rows are known by their permanent reference; in a table without references, as a Word file
/// has it, by the meeting, the label and the words. Only what a row says anew becomes an event: a
/// row that is missing takes nothing back.
struct TrackerReturn {
  /// What taking it in did.
  struct Outcome: Sendable {
    var rows = TrackerOutcome()
    /// Rows of which no matter is known: their lines, and the reference or the words.
    var unknown: [(line: Int, words: String)] = []
  }

  private let document: RegisterDocument
  private let contents: [UInt8]
  private let entries: [(line: Int, entry: TrackerEntry)]

  /// A document of which every record is a tracker's row; nothing where it is another.
  ///
  /// What was read from print is a paper: nobody types into it.
  init?(_ document: RegisterDocument, contents: [UInt8]) {
    guard !document.records.isEmpty, !contents.starts(with: Array("%PDF".utf8)) else { return nil }
    var entries: [(Int, TrackerEntry)] = []
    for (record, _) in document.records {
      guard record.access == .public else { return nil }
      switch record.content {
      case .trackerEntry(let entry): entries.append((record.lines.first, entry))
      case .executiveResponse(let response):
        guard let entry = TrackerEntry(response) else { return nil }
        entries.append((record.lines.first, entry))
      // A row without a response, or what the response beside it answers.
      case .recommendation: continue
      default: return nil
      }
    }
    guard !entries.isEmpty else { return nil }
    self.document = document
    self.contents = contents
    self.entries = entries
  }

  /// Whether it could be a copy of what the register wrote, as far as that is known without what
  /// waits to be stored before it: most trackers are papers of a meeting and name no reference.
  ///
  /// - Parameter waiting: the names of the papers that wait.
  func mayBeReturn(to register: Register, behind waiting: some Sequence<String>) throws -> Bool {
    if entries.contains(where: { $0.entry.reference != nil }) { return true }
    guard document.records.allSatisfy({ $0.setting.date == nil }) else { return false }
    return try entries.allSatisfy { TrackerHeadings.areOurs($0.entry.columns) }
      || waiting.contains(document.name) || register.hasTracker(named: document.name)
  }

  /// Takes it in; nothing where it is a paper that is laid at a meeting, and not a copy of what the
  /// register wrote.
  func take(into register: Register, by editor: Ingest.Editor) throws -> Outcome? {
    guard let found = try rows(in: register) else { return nil }
    var outcome = Outcome()
    outcome.unknown = found.unknown
    let read = reader(found.rows, editor)
    outcome.rows = try register.take(
      found.rows, from: document.name, contents: contents, enteredBy: editor.name, reading: read)
    return outcome
  }

  /// What taking it in would do, each row held against its matter as it stands now.
  func look(at register: Register, by editor: Ingest.Editor) throws -> TrackerPreview? {
    guard let found = try rows(in: register) else { return nil }
    let read = reader(found.rows, editor)
    var preview = TrackerPreview()
    preview.unknown = found.unknown
    for row in found.rows {
      let registered = try register.matter(named: row.reference)
      guard let edit = read(row, registered) else {
        preview.unchanged += 1
        continue
      }
      preview.edits.append(
        .init(
          reference: row.reference, line: row.line, event: edit.edit, against: edit.against))
    }
    return preview
  }

  /// Its rows with the matters they are about; nothing where it is no copy of what the register
  /// wrote.
  private func rows(
    in register: Register
  ) throws -> (rows: [TrackerRow], unknown: [(line: Int, words: String)])? {
    var finder = RowFinder(register)
    guard try isReturn(&finder, register) else { return nil }
    var rows: [TrackerRow] = []
    var unknown: [(line: Int, words: String)] = []
    for (line, entry) in entries {
      if let reference = try finder.reference(of: entry) {
        rows.append(TrackerRow(reference: reference, line: line, entry: entry))
      } else {
        unknown.append((line, entry.reference ?? entry.text))
      }
    }
    return (rows, unknown)
  }

  private func reader(
    _ rows: [TrackerRow], _ editor: Ingest.Editor
  ) -> (TrackerRow, RegisteredMatter) -> TrackerRowEdit? {
    let made = OfficeFile.made(contents)
    let said = said(rows)
    return { row, registered in
      guard let edit = TrackerEdit(row.entry, of: registered, asOf: editor.today) else {
        return nil
      }
      let event = edit.event(
        from: .person(name: editor.name, at: ""),
        because: "typed into \(document.name):\(row.line)")
      // A file that says two things of one matter decides nothing.
      let twice = said[row.reference].map { $0.count > 1 } ?? false
      return TrackerRowEdit(
        event,
        against: twice
          ? "another row of the same file" : edit.conflict(with: registered, made: made))
    }
  }

  /// What the rows of a file say of each matter.
  private func said(_ rows: [TrackerRow]) -> [String: Set<[String]>] {
    var said: [String: Set<[String]>] = [:]
    for row in rows {
      let entry = row.entry
      said[row.reference, default: []].insert(
        [
          entry.response, entry.statusAsPrinted, entry.decisionAsPrinted, entry.decidedBy,
          entry.decidedOn, entry.due, entry.reviewDate, entry.updated,
        ].map { $0 ?? "" })
    }
    return said
  }

  /// Whether it is a copy of what the register wrote: it has a reference that the register gave; or
  /// the columns of its reports, or the name of a tracker taken in before, no meeting at which it
  /// was laid, and rows that are mostly known.
  private func isReturn(_ finder: inout RowFinder, _ register: Register) throws -> Bool {
    for (_, entry) in entries {
      if let written = entry.reference, try finder.isGiven(written) { return true }
    }
    guard document.records.allSatisfy({ $0.setting.date == nil }) else { return false }
    let isOurs = entries.allSatisfy { TrackerHeadings.areOurs($0.entry.columns) }
    guard try isOurs || register.hasTracker(named: document.name) else { return false }
    var known = 0
    for (_, entry) in entries where try finder.reference(of: entry) != nil { known += 1 }
    return known * 2 > entries.count
  }
}

/// Which matter a row is about.
private struct RowFinder {
  private let register: Register
  private var matters: [String: [RegisteredMatter]]?

  init(_ register: Register) { self.register = register }

  /// Whether the register gave a reference, and took it from no paper.
  mutating func isGiven(_ words: String) throws -> Bool {
    guard let reference = try register.reference(written: words) else { return false }
    return try register.matter(named: reference).matter.printedReference != reference
  }

  /// The reference of the matter that a row is about, if it is known and the only one.
  mutating func reference(of entry: TrackerEntry) throws -> String? {
    if let written = entry.reference, let known = try register.reference(written: written) {
      return known
    }
    let all = try matters ?? Self.byWords(register)
    matters = all
    let found = all[Self.key(entry.text, entry.meetingDate)] ?? []
    guard found.count > 1 else { return found.first?.reference }
    let sameLabel = found.filter { $0.matter.label == entry.label }
    return sameLabel.count == 1 ? sameLabel[0].reference : nil
  }

  private static func byWords(_ register: Register) throws -> [String: [RegisteredMatter]] {
    var all: [String: [RegisteredMatter]] = [:]
    for kind in Asked.Kind.allCases {
      for registered in try register.matters(MatterFilter(kind: kind)) {
        let matter = registered.matter
        // A tracker may have it in its own words.
        let rows = matter.members.compactMap { member -> String? in
          if case .trackerEntry(let entry) = member.laid.record.content { entry.text } else { nil }
        }
        for words in Set(([matter.text] + rows).map { key($0, matter.raised?.iso) }) {
          all[words, default: []].append(registered)
        }
      }
    }
    return all
  }

  private static func key(_ words: String, _ day: String?) -> String {
    "\(day ?? "")|\(MatchKey(words))"
  }
}

extension TrackerEntry {
  /// A row that has nothing but what was recommended and the response, under one reference.
  fileprivate init?(_ response: ExecutiveResponse) {
    guard response.recommendationLabels.count == 1 else { return nil }
    self.init()
    tracker = .recommendations
    reference = response.recommendationLabels[0]
    self.response = response.text
    decision = response.decision
    decisionAsPrinted = response.decisionAsPrinted
    decidedBy = response.decidedBy
    decidedOn = response.date
    due = response.due
    reviewDate = response.reviewDate
  }
}
