import MattersRecords
import MattersText

/// Rows of one tracker that follow one matter part by part: it stands at its least advanced part.
struct TrackedParts {
  private var least: [String: MatterState] = [:]

  init(_ members: [Matter.Member]) {
    var rows: [String: [TrackerEntry]] = [:]
    for member in members {
      guard case .trackerEntry(let entry) = member.laid.record.content else { continue }
      rows[Self.tracker(member.laid, entry), default: []].append(entry)
    }
    for (tracker, entries) in rows where entries.count > 1 {
      // A row that is printed twice is no part.
      guard Set(entries.map { MatchKey($0.text) }).count == entries.count else { continue }
      least[tracker] = entries.map { $0.state ?? .unknown }.min {
        (Self.rank($0), $0.rawValue) < (Self.rank($1), $1.rawValue)
      }
    }
  }

  /// Where a row says that its matter stands.
  func state(of entry: TrackerEntry, in laid: LaidRecord) -> MatterState {
    least[Self.tracker(laid, entry)] ?? entry.state ?? .unknown
  }

  private static func tracker(_ laid: LaidRecord, _ entry: TrackerEntry) -> String {
    "\(laid.document)|\(laid.setting.date?.iso ?? "")|\(entry.tracker.rawValue)"
  }

  private static func rank(_ state: MatterState) -> Int {
    switch state {
    case .pending, .unknown: 0
    case .holding: 1
    case .partlyAnswered: 2
    case .answered: 3
    case .refused: 4
    case .completed: 5
    case .withdrawn, .discontinued: 6
    }
  }
}
