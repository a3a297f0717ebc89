import MattersLinker
import MattersRecords
import MattersText

/// What we know of a matter in our own words, for the slots that standards leave for them.
enum MatterFacts {
  /// Where a matter stands at the end of all that is known.
  static func tree(_ registered: RegisteredMatter) -> JSONTree {
    let matter = registered.matter
    let last = matter.events.map(\.date).max()
    let position = last.flatMap { matter.position(.endOf($0)) }
    let ruling = position?.ruling
    return .members([
      "reference": .words(registered.reference), "kind": .words(matter.kind.rawValue),
      "label": .text(matter.label), "minute": .text(matter.minute),
      "raised": .text(matter.raised?.iso), "addressed_to": .text(matter.addressedTo),
      "responsible": .text(matter.responsible), "state": .text(position?.state.rawValue),
      "response": .text(position?.response), "updated": .text(position?.updated),
      "decision": .text(ruling?.decision?.rawValue),
      "decision_as_printed": .text(ruling?.asPrinted), "decided_by": .text(ruling?.decidedBy),
      "decided_on": .text(ruling?.decidedOn), "reason": .text(ruling?.reason),
      "agreed_text": .text(last.flatMap { matter.agreedText(asOf: $0) }),
      "implementation": .text(ruling?.implementation?.rawValue), "due": .text(ruling?.due),
      "review_date": .text(ruling?.reviewDate),
    ])
  }
}
