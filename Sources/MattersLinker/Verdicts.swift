import MattersRecords
import MattersText

/// What persons decided about which record belongs to which matter.
///
/// A decision is kept by what the record says and not by the file it was read from, so that it holds
/// for a copy, a revision and the same row in the next tracker.
public struct Verdicts: Sendable {
  /// A decision that a record belongs to a matter.
  public struct Choice: Sendable {
    /// The matter's permanent keys.
    public var keys: Set<String>
    /// Who decided.
    public var person: String

    /// A choice of the matter that has any of some keys.
    public init(keys: Set<String>, person: String) {
      self.keys = keys
      self.person = person
    }
  }

  /// The matter that a record belongs to, by the record's meaning.
  public var linked: [String: Choice] = [:]
  /// The matters that a record does not belong to, by the record's meaning.
  public var unlinked: [String: [Set<String>]] = [:]
  /// Records about which nothing more is to be asked, by their meaning.
  public var dismissed: Set<String> = []

  /// No decisions.
  public init() {}

  /// The place of the matter that a person chose for a record.
  func chosen(for laid: LaidRecord, among matters: [Matter]) -> (place: Int, person: String)? {
    guard !linked.isEmpty, let choice = linked[laid.meaning] else { return nil }
    let place = matters.firstIndex { matter in matter.keys.contains(where: choice.keys.contains) }
    return place.map { ($0, choice.person) }
  }

  /// Whether a person said that a record is not of a matter.
  func excludes(_ laid: LaidRecord, from matter: Matter) -> Bool {
    guard !unlinked.isEmpty, let sets = unlinked[laid.meaning] else { return false }
    let keys = matter.keys
    return sets.contains { set in keys.contains(where: set.contains) }
  }

  /// Whether nothing more is to be asked about a record.
  func isDismissed(_ laid: LaidRecord) -> Bool {
    !dismissed.isEmpty && dismissed.contains(laid.meaning)
  }
}

extension LaidRecord {
  /// What the record says, in a form that stays the same from copy to copy of it.
  public var meaning: String {
    switch record.content {
    case .trackerEntry(let entry):
      let reference = AskedReference(entry)
      return
        "\(record.kind.rawValue)|\(entry.meetingDate ?? "")|\(LabelKey.of(entry.label) ?? "")|\(reference.key)"
    case .executiveResponse(let response):
      let labels = response.recommendationLabels.compactMap(LabelKey.of).joined(separator: ",")
      return
        "\(record.kind.rawValue)|\(setting.date?.iso ?? "")|\(labels)|\(MatchKey(response.text))"
    case .resolution(let resolution):
      return
        "\(record.kind.rawValue)|\(resolution.meetingDate ?? "")|\(resolution.minute ?? "")|\(MatchKey(resolution.text))"
    default:
      guard let asked = Asked(record) else {
        return "\(record.kind.rawValue)|\(setting.date?.iso ?? "")|\(record.id)"
      }
      return
        "\(record.kind.rawValue)|\(asked.meetingDate ?? "")|\(LabelKey.of(asked.label) ?? "")|\(asked.key)"
    }
  }
}
