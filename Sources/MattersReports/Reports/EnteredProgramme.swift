import MattersLinker
import MattersText

/// What people said last of items of a work programme: it outranks the paper that was printed before.
struct EnteredProgramme {
  /// An item as somebody left it.
  struct Item {
    var title: String
    var move: ProgrammeItem.Move
    var meeting: PlainDate?
    var note: String?
    var source: String
  }

  private var items: [(body: BodyKey, key: MatchKey, item: Item)] = []
  private var printed: Set<Int> = []

  /// The items whose last step by the end of a day is a person's.
  init(_ all: [ProgrammeItem], asOf day: PlainDate) {
    for one in all {
      // That a meeting was not held is worked out; what was entered before it stands.
      guard let step = one.steps.last(where: { $0.known <= day && $0.move != .notHeld }),
        case .person = step.source
      else { continue }
      items.append(
        (
          BodyKey(one.body), MatchKey(one.title),
          Item(
            title: one.title, move: step.move,
            meeting: step.move == .reserve || step.move == .dropped ? nil : step.meeting,
            note: step.because == "entered by hand" ? nil : step.because,
            source: step.source.inWords)
        ))
    }
  }

  /// What was entered of an item that a paper prints, which is then no more among the rest.
  mutating func take(_ title: String, of body: String?) -> Item? {
    let key = MatchKey(title)
    let same = items.indices.filter { items[$0].key == key }
    // A committee that was renamed printed it under its former name.
    let own = same.first { items[$0].body == BodyKey(body ?? "") }
    guard let place = own ?? (same.count == 1 ? same.first : nil) else { return nil }
    printed.insert(place)
    return items[place].item
  }

  /// What no paper prints.
  var rest: [Item] { items.indices.filter { !printed.contains($0) }.map { items[$0].item } }
}
