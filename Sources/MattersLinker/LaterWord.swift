import MattersRecords
import MattersText

/// A resolution about something that was asked before: it asks again, carries it forward, lets it
/// go or withdraws it.
struct LaterWord {
  /// What the resolution does.
  let act: MatterEvent.Kind
  /// What it speaks of.
  let kind: Asked.Kind
  /// Whether it speaks of all that is outstanding.
  let isOfAll: Bool
  /// The text's folded words.
  private let key: MatchKey
  private let words: Set<String>
  private let dates: [PlainDate]
  private let labels: Set<String>
  private let minutes: Set<String>
  /// Whether its numbers are those of entries, as in `items 22-04 and 23-11`.
  private let isOfReferences: Bool

  private static let numbered: PhraseSet = [
    "items", "item", "actions", "action", "entries", "entry", "recommendations", "recommendation",
    "requests", "request", "references", "reference", "numbers", "nos",
  ]
  private static let acts: [(MatterEvent.Kind, PhraseSet)] = [
    (
      .completed,
      [
        "marked as complete", "marked as completed", "marked complete", "marked completed",
        "agreed as complete", "agreed as completed", "agreed complete", "be closed", "to close",
        "be considered closed", "be considered complete", "be signed off", "be removed",
        "be taken off", "be deleted", "be discharged", "be completed", "closes", "closed",
      ]
    ),
    (.withdrawn, ["withdrawn", "be withdrawn"]),
    (
      .reRequested,
      [
        "requested again", "asked again", "request again", "requests again", "again requested",
        "re requested",
        "rerequested", "asked for again", "be chased", "be repeated", "be reiterated",
        "reiterated", "be pressed for", "be pursued again", "again be requested",
      ]
    ),
    (
      .carriedForward,
      ["carried forward", "carried over", "carry forward", "carries forward", "be rolled forward"]
    ),
    (
      .discontinued,
      [
        "discontinued", "no longer pursued", "no longer be pursued", "not be pursued",
        "be allowed to lapse", "lapse", "lapsed", "pursued no further", "no longer required",
        "be taken no further",
      ]
    ),
  ]
  private static let nouns: [(Asked.Kind, PhraseSet)] = [
    (.request, ["request", "requests", "information requested"]),
    (.recommendation, ["recommendation", "recommendations"]),
    (.action, ["action", "actions"]),
  ]
  private static let denied: PhraseSet = [
    "not be withdrawn", "not be discontinued", "not be carried forward", "not lapse",
    "not be allowed to lapse", "not be closed", "not be removed", "not be taken off", "not closed",
    "not be signed off", "not to close", "not be marked", "not be agreed",
  ]
  private static let outstanding: PhraseSet = [
    "outstanding information requests", "outstanding requests", "outstanding recommendations",
    "outstanding actions", "unanswered requests", "unanswered information requests",
    "remaining requests", "remaining information requests", "remaining recommendations",
    "remaining actions", "unresolved requests", "requests that remain outstanding",
    "requests which remain outstanding", "requests still outstanding", "incomplete actions",
    "actions still outstanding", "recommendations still outstanding",
  ]

  /// Reads a resolution, or nothing where it does nothing of the kind.
  init?(_ text: String) {
    let key = MatchKey(text)
    let acts = Self.acts.filter { $0.1.isIn(key) }.map(\.0)
    guard !Self.denied.isIn(key), let act = acts.first(where: { $0 != .completed }) ?? acts.first,
      let kind = Self.nouns.first(where: { $0.1.isIn(key) })?.0
        ?? (act == .completed ? .action : act == .reRequested ? .request : nil)
    else { return nil }
    self.act = act
    self.kind = kind
    self.key = key
    isOfAll = act != .completed && Self.outstanding.isIn(key)
    isOfReferences = Self.numbered.isIn(key)
    words = Set(key.words.map(String.init).filter { $0.count > 3 })
    dates = DateReader.all(in: text)
    labels = Self.labels(text)
    minutes = Self.minutes(text)
  }

  /// Labels in brackets, and the number behind the noun: `request (a)`, `recommendation 3`.
  private static func labels(_ text: String) -> Set<String> {
    var labels: Set<String> = []
    var isBehindNoun = false
    for piece in text.split(separator: " ") {
      let folded = piece.lowercased()
      if piece.hasPrefix("("), piece.count <= 7, piece.contains(")"),
        let label = LabelKey.of(String(piece))
      {
        labels.insert(label)
      } else if isBehindNoun, piece.first?.isNumber ?? false, let label = LabelKey.of(String(piece))
      {
        labels.insert(label)
      }
      isBehindNoun = ["recommendation", "request", "action"].contains(folded)
    }
    return labels
  }

  /// The numbers behind the word: `minute 35`.
  private static func minutes(_ text: String) -> Set<String> {
    var minutes: Set<String> = []
    var isBehindNoun = false
    for piece in text.split(separator: " ") {
      let number = piece.prefix { $0.isNumber || "./".contains($0) }
      if isBehindNoun, let first = number.first, first.isNumber {
        minutes.insert(String(number.last?.isNumber ?? true ? number : number.dropLast()))
      }
      isBehindNoun = piece.lowercased() == "minute"
    }
    return minutes
  }

  /// Which of some matters are meant; `day` is the meeting's.
  func meant(among matters: [Matter], of indices: [Int], on day: PlainDate) -> [Int] {
    let earlier = indices.filter { (matters[$0].raised ?? day) < day }
    let cited = earlier.filter { cites(matters[$0]) }
    // Completion is never taken from likeness of words.
    if !cited.isEmpty || act == .completed { return cited }
    let open = earlier.filter { matters[$0].kind == kind }
    if !labels.isEmpty, !dates.isEmpty {
      let named = open.filter { index in
        matters[index].raised.map(dates.contains) ?? false
          && LabelKey.of(matters[index].label).map(labels.contains) ?? false
      }
      if !named.isEmpty { return named }
    }
    if !labels.isEmpty, !minutes.isEmpty {
      let named = open.filter { index in
        matters[index].minute.map(minutes.contains) ?? false
          && LabelKey.of(matters[index].label).map(labels.contains) ?? false
      }
      if !named.isEmpty { return named }
    }
    return open.filter { index in
      let own = Set(MatchKey.words(matters[index].text).filter { $0.count > 3 })
      return own.count >= 2 && own.intersection(words).count * 10 >= own.count * 6
    }
  }

  /// Whether it names a matter by the reference that a tracker prints.
  private func cites(_ matter: Matter) -> Bool {
    guard let printed = matter.printedReference else { return false }
    let words = MatchKey(printed).description
    let isTelling =
      PrintedReference.key(printed) != nil
      || isOfReferences && words.count >= 4 && words.contains(" ")
    return isTelling && " \(key) ".contains(" \(words) ")
  }

  /// Whether what it names by reference may be several things.
  var mayBeSeveral: Bool { act == .completed }

  /// Whether a row of the tracker laid at the meeting is outstanding there.
  func covers(_ entry: TrackerEntry) -> Bool {
    guard AskedReference(entry).kind == kind else { return false }
    switch entry.state {
    case .pending, .holding, .partlyAnswered, .unknown, nil: return true
    default: return false
    }
  }

  /// The state that the act makes; none where the matter stays where it was.
  var state: MatterState? {
    switch act {
    case .completed: .completed
    case .withdrawn: .withdrawn
    case .discontinued: .discontinued
    case .reRequested: .pending
    default: nil
    }
  }

  /// What the meeting did, in words.
  var because: String {
    switch act {
    case .completed: "the meeting agreed it as completed, by its reference"
    case .withdrawn: "the meeting withdrew it"
    case .discontinued: "the meeting let it go"
    case .reRequested: "the meeting asked for it again"
    default: "the meeting carried it forward"
    }
  }
}
