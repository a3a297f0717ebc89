import MattersRecords

/// Something typed into a tracker that is at odds with what the register has: a person says which
/// of the two holds.
public struct WaitingEdit: Sendable {
  /// The number of the entry.
  public var entry: Int64
  /// What was typed.
  public var edit: MatterEvent
  /// What it is at odds with, and where that is known from.
  public var against: String

  /// An edit that waits.
  public init(entry: Int64, edit: MatterEvent, against: String) {
    self.entry = entry
    self.edit = edit
    self.against = against
  }

  /// The code by which it is decided.
  public var code: String { "e\(entry)" }
  /// What was typed, and by whom.
  public var typed: Disagreement.Quotation { Disagreement.quotation(of: edit) }
}

extension MatterEvent {
  /// What an edit says, point by point: the response first, then what it sets.
  package var points: String {
    let set: [(String, String?)] = [
      ("state", response == nil && ruling?.implementation == nil ? state?.rawValue : nil),
      ("decision", ruling?.decision?.rawValue),
      ("implementation", ruling?.implementation?.rawValue),
      ("decided by", ruling?.decidedBy), ("decided on", ruling?.decidedOn), ("due", ruling?.due),
      ("review", ruling?.reviewDate),
    ]
    let words = set.compactMap { name, value in
      value.map { "\(name) \($0.replacing("_", with: " "))" }
    }
    return ([response].compactMap { $0 } + words).joined(separator: "; ")
  }
}
