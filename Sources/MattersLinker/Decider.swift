import MattersRecords
import MattersText

/// Who decides on a recommendation, as far as a name tells: where two answer, the one that it was put
/// to counts.
enum Decider: Equatable {
  case executive
  case council

  /// Nothing where a name is of neither.
  init?(_ name: String?) {
    guard let name else { return nil }
    let words = MatchKey.words(name)
    if words.contains("cabinet") || words.contains("executive") {
      self = .executive
    } else if words.last == "council" {
      self = .council
    } else {
      return nil
    }
  }
}

extension Matter {
  /// Some of its events without the decisions that do not count: once the decision maker whom the
  /// recommendation names has decided, what another decided is kept and changes nothing.
  func counting(_ past: [MatterEvent]) -> [MatterEvent] {
    guard kind == .recommendation, let named = Decider(addressedTo) else { return past }
    func decider(_ event: MatterEvent) -> Decider? {
      event.kind == .decided && !event.isPersons ? Decider(event.ruling?.decidedBy) : nil
    }
    guard past.contains(where: { decider($0) == named }) else { return past }
    return past.filter { event in decider(event).map { $0 == named } ?? true }
  }
}
