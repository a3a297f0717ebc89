import MattersRecords
public import MattersText

/// A day on which something was due by its papers, and what said so.
public struct DueStep: Sendable, Hashable {
  /// The day, ISO 8601.
  public var due: String
  /// Since when it was that day.
  public var since: PlainDate
  /// The reason for the day or for its moving.
  public var because: String
}

extension Matter {
  /// The days on which it was due, in the order in which papers or persons said so.
  ///
  /// Nothing is overwritten: a day that moved stays, with what moved it.
  public var dueHistory: [DueStep] {
    var steps: [DueStep] = []
    func add(_ due: String?, _ since: PlainDate?, _ because: String) {
      guard let due, let since, steps.last?.due != due else { return }
      steps.append(DueStep(due: due, since: since, because: because))
    }
    for member in members.prefix(1) {
      switch member.laid.record.content {
      case .informationRequest(let content): add(content.due, raised, "as it was asked")
      case .recommendation(let content): add(content.due, raised, "as it was made")
      case .action(let content): add(content.due, raised, "as it was given")
      default: break
      }
    }
    for event in events {
      add(event.ruling?.due ?? event.row?.due, event.date, event.because)
    }
    return steps
  }
}
