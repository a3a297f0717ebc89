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
  /// Numbers with a stroke of which it says something, as in `23/02 be carried over`.
  private let subjects: Set<String>
  /// The numbers of rows that it names, as in `actions 6 and 7`.
  private let numbers: [NamedNumbers]
  /// Whether nothing but a reference says what it speaks of.
  private let needsReference: Bool
  /// Whether it has anything that may be a reference.
  private let hasReference: Bool

  private static let numbered: PhraseSet = [
    "items", "item", "actions", "action", "entries", "entry", "recommendations", "recommendation",
    "requests", "request", "references", "reference", "numbers", "nos",
  ]
  private static let nouns: [(Asked.Kind, PhraseSet)] = [
    (.request, ["request", "requests", "information requested"]),
    (.recommendation, ["recommendation", "recommendations"]),
    (.action, ["action", "actions"]),
  ]
  /// What a resolution does: one thing, or several where each names its own by reference, as in
  /// `that action 4 be closed and action 5 be carried forward`.
  static func all(in text: String) -> [LaterWord] {
    guard let whole = LaterWord(text) else { return [] }
    var rest = text[...]
    var words: [LaterWord] = []
    while let (head, tail) = split(rest) {
      words.append(head)
      rest = tail
    }
    guard !words.isEmpty, let last = LaterWord(String(rest)) else { return [whole] }
    return words + [last]
  }

  /// A first clause that does something by reference, where what is behind it does something else so.
  private static func split(_ text: Substring) -> (LaterWord, Substring)? {
    var at = text.startIndex
    while let space = text[at...].firstIndex(of: " ") {
      at = text.index(after: space)
      let head = text[..<space]
      let word = head.split(separator: " ").last?.lowercased() ?? ""
      guard word == "and" || word == "but" || word.last == ";" || word.last == ",",
        // A bare number goes on with the list before it.
        !(text[at...].first?.isNumber ?? false), text[at...].first != "("
      else { continue }
      guard let first = LaterWord(String(head)), first.hasReference,
        let second = LaterWord(String(text[at...])), second.hasReference, first.act != second.act
      else { continue }
      return (first, text[at...])
    }
    return nil
  }

  /// Reads a resolution, or nothing where it does nothing of the kind.
  init?(_ text: String) {
    let key = MatchKey(text)
    var acts = LaterActs.acts.filter { $0.1.isIn(key) }.map(\.0)
    if acts.isEmpty, let told = ActGrammar.act(in: key.words) { acts = [told] }
    if acts == [.completed], ActGrammar.unanswered.isIn(key) { acts = [.discontinued] }
    guard !LaterActs.denied.isIn(key),
      let act = acts.first(where: { $0 != .completed })
        ?? (Self.asksAgain(key) ? .reRequested : acts.first),
      act != .completed || !LaterActs.conditions.isIn(key)
    else { return nil }
    let noun = Self.noun(in: key) ?? (LaterActs.seeking.isIn(key) ? .request : nil)
    isOfAnyKind = noun == nil
    citations = Self.citations(text)
    numbers = NamedNumbers.all(in: text)
    subjects = Self.subjects(text)
    hasReference =
      !subjects.isEmpty || !citations.isEmpty || !numbers.isEmpty
      || !PrintedReference.all(in: text).isEmpty
    needsReference = noun == nil && act != .completed && act != .reRequested
    guard !needsReference || hasReference else { return nil }
    self.act = act
    self.kind = noun ?? (act == .completed ? .action : .request)
    self.key = key
    isOfAll = act != .completed && LaterActs.outstanding.isIn(key)
    isOfReferences = Self.numbered.isIn(key)
    words = WordRoots.of(key.words.map(String.init))
    dates = DateReader.all(in: text)
    labels = Self.labels(text)
    minutes = Self.minutes(text)
  }

  /// Words of days: when something was asked tells nothing of what.
  private static let days = WordRoots.of(PlainDate.monthNames.map { $0.lowercased() }).union(
    (2000...2060).map(String.init))

  private static let asking: Set<String> = [
    "ask", "asks", "asked", "request", "requests", "requested", "press", "presses", "pressed",
    "write", "writes", "call", "calls", "seek", "seeks", "urge", "urges",
  ]

  /// `ask the Head of Ponds again for`, `requests once more that`.
  private static func asksAgain(_ key: MatchKey) -> Bool {
    let words = key.words.map(String.init)
    guard let verb = words.firstIndex(where: asking.contains) else { return false }
    let near = words[max(0, verb - 2)..<min(words.count, verb + 14)]
    return near.contains("again") || key.description.contains("once more")
      || key.description.contains("a second time") || key.description.contains("a third time")
  }

  private static func noun(in key: MatchKey) -> Asked.Kind? {
    nouns.first { $0.1.isIn(key) }?.0
  }

  /// `15/23(2)`, `45(a)`: the number of a minute and a label in it.
  private static func citations(_ text: String) -> Set<String> {
    var pieces: [String] = []
    for piece in text.split(separator: " ") {
      // "minute 62 (2)": the label stands by itself.
      // So does it in "(PSC 12/24 (3))".
      if piece.first == "(", piece.count <= 7, let last = pieces.last, last.last?.isNumber == true,
        pieces.dropLast().last?.lowercased() == "minute" || last.contains("/")
      {
        pieces[pieces.count - 1] = last + piece
      } else {
        pieces.append(String(piece))
      }
    }
    let text = pieces.joined(separator: " ")
    return Set(
      text.split(whereSeparator: { " ,;:".contains($0) }).compactMap { piece in
        let number = piece.prefix { $0.isNumber || $0.isLetter || "./-".contains($0) }
        let label = piece.dropFirst(number.count)
        guard number.last?.isNumber ?? false, label.first == "(", label.contains(")"),
          let key = LabelKey.of(String(piece))
        else { return nil }
        return key
      })
  }

  /// Numbers with a stroke where a clause has its subject, folded: `that 23/02 (fans) and 23/04 be
  /// closed`.
  private static func subjects(_ text: String) -> Set<String> {
    var found: Set<String> = []
    let words = text.split(separator: " ")
    for (at, word) in words.enumerated() {
      let bare = word.filter { !",;".contains($0) }
      let halves = bare.split(separator: "/")
      guard halves.count == 2, bare.count <= 9,
        halves.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
      else { continue }
      let former = at == 0 ? "that" : words[at - 1].lowercased()
      let next = at + 1 < words.count ? words[at + 1].lowercased() : ""
      guard ["that", "and"].contains(former) || former.hasSuffix(",") || former.hasSuffix(";"),
        next == "be" || next == "and" || next.hasPrefix("(") || word.hasSuffix(",")
      else { continue }
      found.insert(MatchKey(String(bare)).description)
    }
    return found
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
          // "PSC 12/24 (3)" is cited by its number too.
          let number = minute.drop { $0.isLetter }
          if number.count < minute.count, !number.isEmpty {
            minuted[String(number) + label, default: []].append(place)
          }
        }
        // What only a tracker knows: the minute and the label that its row names.
        if matter.minute == nil {
          let cited = matter.members.lazy.compactMap { member -> MinuteCitation? in
            guard case .trackerEntry(let entry) = member.laid.record.content else { return nil }
            return MinuteCitation.all(in: entry).first { $0.label != nil }
          }.first
          if let cited, let minute = LabelKey.of(cited.minute), let label = cited.label {
            minuted[minute + label, default: []].append(place)
          }
        }
        guard let reference = matter.printedReference else { continue }
        let key = MatchKey(reference)
        guard let first = key.words.first else { continue }
        printed[String(first), default: []].append(
          (place, key.description, PrintedReference.key(reference) != nil))
      }
    }
  }

  /// What it names by reference; `day` is the meeting's, `rows` those of the tracker laid at it.
  func named(
    among matters: [Matter], _ spoken: Spoken, _ rows: NumberedRows, on day: PlainDate
  ) -> [Int] {
    let isBefore = { (place: Int) in (matters[place].raised ?? day) < day }
    let cited = cited(spoken, isBefore)
    return cited.isEmpty ? rows.places(of: numbers).filter(isBefore) : cited
  }

  /// The open matters of its kind that it names by what they are about.
  func spokenOf(_ text: String, among matters: [Matter], on day: PlainDate) -> [Int] {
    if act == .completed || needsReference || isOfAll { return [] }
    let open = matters.indices.filter {
      (isOfAnyKind || matters[$0].kind == kind) && (matters[$0].raised ?? day) < day
        && matters[$0].position(.openingOf(day))?.isUnresolved ?? true
    }
    return Self.spokenOf(text, among: open) { place in
      WordRoots.of(MatchKey.words(matters[place].text + " " + (matters[place].subject ?? "")))
    }
  }

  /// Which of some matters are meant by its words.
  func meant(among matters: [Matter], _ spoken: Spoken, on day: PlainDate) -> [Int] {
    if needsReference { return [] }
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
    // Completion is never taken from likeness of words.
    if act == .completed { return [] }
    let alike = open.filter { index in
      let own = spoken.contents[index]
      let shared = own.intersection(words).count
      return own.count >= 2
        && (shared * 10 >= own.count * 6 || shared >= 4 && shared * 2 >= own.count)
    }
    if !alike.isEmpty { return alike }
    // Of a long request the meeting may name one part.
    let told = words.subtracting(WordRoots.stock).subtracting(Self.days)
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
        one.isTelling || subjects.contains(one.words)
        || isOfReferences && one.words.count >= 4 && one.words.contains(" ")
      if isTelling, text.contains(" \(one.words) ") { found.insert(one.place) }
    }
    return found.sorted()
  }

  /// Whether nothing is in doubt where nothing is meant: its words may be of anything else.
  var mayMeanNothing: Bool { act == .completed || needsReference }

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
