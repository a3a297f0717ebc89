import MattersRecords
import MattersText

/// A resolution about something that was asked before: it asks again, carries it forward, lets it
/// go or withdraws it.
struct LaterWord {
  /// What the resolution does.
  let act: MatterEvent.Kind
  /// What it speaks of.
  let kind: Asked.Kind
  /// Whether no noun says what it speaks of, so that it may be anything that was asked.
  private let isOfAnyKind: Bool
  /// Whether it speaks of all that is outstanding.
  let isOfAll: Bool
  /// The text's folded words.
  private let key: MatchKey
  private let words: Set<String>
  private let dates: [PlainDate]
  private let labels: Set<String>
  private let minutes: Set<String>
  /// Minutes with labels that it names together, as in `request 15/23(2)`.
  private let citations: Set<String>
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
        "reiterated", "be reminded", "be pressed for", "be pursued again", "again be requested",
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
      let kind = Self.noun(in: key)
        ?? (act == .completed ? .action : act == .reRequested ? .request : nil)
    else { return nil }
    isOfAnyKind = Self.noun(in: key) == nil
    self.act = act
    self.kind = kind
    self.key = key
    isOfAll = act != .completed && Self.outstanding.isIn(key)
    isOfReferences = Self.numbered.isIn(key)
    words = WordRoots.of(key.words.map(String.init))
    dates = DateReader.all(in: text)
    labels = Self.labels(text)
    minutes = Self.minutes(text)
    citations = Self.citations(text)
  }

  private static func noun(in key: MatchKey) -> Asked.Kind? {
    nouns.first { $0.1.isIn(key) }?.0
  }

  /// `15/23(2)`, `45(a)`: the number of a minute and a label in it.
  private static func citations(_ text: String) -> Set<String> {
    Set(
      text.split(whereSeparator: { " ,;:".contains($0) }).compactMap { piece in
        let number = piece.prefix { $0.isNumber || $0.isLetter || "./-".contains($0) }
        let label = piece.dropFirst(number.count)
        guard number.last?.isNumber ?? false, label.first == "(", label.contains(")"),
          let key = LabelKey.of(String(piece))
        else { return nil }
        return key
      })
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

  /// The matters as such resolutions speak of them, each taken apart once.
  struct Spoken {
    fileprivate var contents: [Set<String>] = []
    /// Those with a printed reference, by its first word.
    fileprivate var printed: [String: [(place: Int, words: String, isTelling: Bool)]] = [:]

    /// Those that minutes made, by minute and label.
    fileprivate var minuted: [String: [Int]] = [:]

    init(_ matters: [Matter]) {
      contents = matters.map(WordRoots.content(of:))
      for (place, matter) in matters.enumerated() {
        if let minute = LabelKey.of(matter.minute), let label = LabelKey.of(matter.label) {
          minuted[minute + label, default: []].append(place)
        }
        guard let reference = matter.printedReference else { continue }
        let key = MatchKey(reference)
        guard let first = key.words.first else { continue }
        printed[String(first), default: []].append(
          (place, key.description, PrintedReference.key(reference) != nil))
      }
    }
  }

  /// Which of some matters are meant; `day` is the meeting's.
  func meant(among matters: [Matter], _ spoken: Spoken, on day: PlainDate) -> [Int] {
    let cited = cited(spoken) { (matters[$0].raised ?? day) < day }
    // Completion is never taken from likeness of words.
    if !cited.isEmpty || act == .completed { return cited }
    let open = matters.indices.filter {
      (isOfAnyKind || matters[$0].kind == kind) && (matters[$0].raised ?? day) < day
    }
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
    let alike = open.filter { index in
      let own = spoken.contents[index]
      return own.count >= 2 && own.intersection(words).count * 10 >= own.count * 6
    }
    if !alike.isEmpty { return alike }
    // Of a long request the meeting may name one part.
    let told = words.subtracting(WordRoots.stock)
    guard told.count >= 4 else { return [] }
    return open.filter { spoken.contents[$0].intersection(told).count * 4 >= told.count * 3 }
  }

  /// The matters that it names by the references that a tracker prints.
  private func cited(_ spoken: Spoken, _ isBefore: (Int) -> Bool) -> [Int] {
    // A minute's number comes again in another year: then it names nothing.
    var found = Set(
      citations.compactMap { citation -> Int? in
        let places = (spoken.minuted[citation] ?? []).filter(isBefore)
        return places.count == 1 ? places[0] : nil
      })
    guard !spoken.printed.isEmpty else { return found.sorted() }
    let text = " \(key) "
    for one in key.words.flatMap({ spoken.printed[String($0)] ?? [] }) where isBefore(one.place) {
      let isTelling =
        one.isTelling || isOfReferences && one.words.count >= 4 && one.words.contains(" ")
      if isTelling, text.contains(" \(one.words) ") { found.insert(one.place) }
    }
    return found.sorted()
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
