public import MattersRecords
import MattersText

/// A link between records of any two papers that joins no matter to another: a request that became
/// an action, or that was put on a work programme.
public struct CrossLink: Sendable {
  /// The record that refers.
  public var from: LaidRecord
  /// The record referred to.
  public var to: LaidRecord
  /// What it says.
  public var relation: Relation
  /// How firmly it stands.
  public var grade: LinkGrade
  /// The evidence, in one line.
  public var because: String
}

/// Finds such links among the matters and records of one body.
struct CrossLinker {
  /// The links.
  private(set) var links: [CrossLink] = []
  /// References with more than one candidate.
  private(set) var unplaced: [Unplaced] = []

  // MARK: - Turned into an action

  /// An action that says what a request or recommendation said before it is what became of it.
  mutating func linkActions(_ matters: [Matter]) {
    var index = WordIndex()
    var words: [Int: Set<String>] = [:]
    for (place, matter) in matters.enumerated() where matter.kind != .action {
      words[place] = WordIndex.telling(matter.text)
      index.append(words[place] ?? [], as: place)
    }
    guard !words.isEmpty else { return }
    for action in matters where action.kind == .action {
      let own = WordIndex.telling(action.text)
      let key = MatchKey(action.text)
      let near = index.near(own).filter { place in
        // One sentence that is both a request and an action became nothing else.
        let (asked, task) = (matters[place].principal.laid, action.principal.laid)
        if asked.document == task.document, asked.record.lines == task.record.lines { return false }
        guard let from = matters[place].raised, let to = action.raised else { return true }
        return from <= to
      }
      let same = near.filter { MatchKey(matters[$0].text) == key }
      let alike = near.filter { place in
        let other = words[place] ?? []
        let fewer = min(own.count, other.count)
        return fewer >= 3 && own.intersection(other).count * 20 >= fewer * 17
          && own.intersection(other).count * 2 >= max(own.count, other.count)
      }
      let likely = same.isEmpty ? alike : same
      let found = likely.isEmpty ? Self.above(action, near, matters, own) : likely
      guard let first = found.first else { continue }
      guard found.count == 1 else {
        unplaced.append(
          Unplaced(
            kind: .several, laid: action.principal.laid,
            candidates: found.map { matters[$0].principal.laid },
            because: "the action says what more than one matter said"))
        continue
      }
      links.append(
        CrossLink(
          from: matters[first].principal.laid, to: action.principal.laid, relation: .becomes,
          grade: same.isEmpty ? .strong : .exact,
          because: !same.isEmpty
            ? "a later action has the same words"
            : alike.isEmpty
              ? "the one action of its minute takes it up"
              : "a later action has nearly all its words"))
    }
  }

  private static let giving: Set<String> = [
    "provide", "supply", "circulate", "send", "share", "include", "show", "give", "report", "bring",
  ]

  /// The information asked for in the same minute, where that and the action are all that it has.
  private static func above(
    _ action: Matter, _ near: [Int], _ matters: [Matter], _ own: Set<String>
  ) -> [Int] {
    guard let minute = action.minute, let day = action.raised else { return [] }
    let place = action.principal.laid
    func isBeside(_ matter: Matter) -> Bool {
      matter.minute == minute && matter.raised == day && matter.principal.role == .origin
        && matter.principal.laid.document == place.document
    }
    guard isBeside(action), !Self.giving.isDisjoint(with: MatchKey.words(action.text)) else {
      return []
    }
    let asked = near.filter { matters[$0].kind == .request && isBeside(matters[$0]) }
    guard let only = asked.first, asked.count == 1,
      matters[only].principal.laid.record.lines < place.record.lines,
      // Whom both name says nothing of what is to be done.
      !WordIndex.telling(matters[only].text).intersection(own)
        .subtracting(WordIndex.telling(matters[only].addressedTo ?? "")).isEmpty,
      matters.count(where: { $0.kind == .action && isBeside($0) }) == 1,
      matters.count(where: { $0.kind != .action && isBeside($0) }) == 1
    else { return [] }
    return asked
  }

  // MARK: - Put on a work programme

  private static let signs: PhraseSet = [
    "work programme", "forward plan", "forward work programme", "future meeting", "later meeting",
    "next meeting", "be scheduled", "report back", "come back", "brought back", "be brought to",
    "be added to the meeting", "added to the meeting", "be considered at",
    "reported to the meeting",
    "be presented to", "be submitted to", "add an item", "item be added", "item on", "session on",
  ]

  /// A resolution or request that wants something on the work programme is met by the item of that
  /// title in a later programme.
  mutating func linkProgramme(_ records: [LaidRecord]) {
    var index = WordIndex()
    var items: [(laid: LaidRecord, item: WorkProgrammeItem, words: Set<String>)] = []
    for laid in records {
      guard case .workProgrammeItem(let item) = laid.record.content else { continue }
      let words = WordIndex.telling(item.title)
      guard words.count >= 2 else { continue }
      index.append(words, as: items.count)
      items.append((laid, item, words))
    }
    guard !items.isEmpty else { return }
    for laid in records {
      guard let (text, day) = Self.asking(laid) else { continue }
      let key = MatchKey(text)
      guard Self.signs.isIn(key) else { continue }
      let words = WordIndex.telling(text)
      let months = Self.months(in: key)
      let found = index.near(words, rarest: 6).filter { place in
        let candidate = items[place]
        let laid = candidate.laid.setting.date
        guard candidate.words.isSubset(of: words), laid.map({ $0 > day }) ?? true else {
          return false
        }
        guard let date = candidate.item.meetingDate.flatMap(PlainDate.init(iso:)) else {
          return true
        }
        return date > day && (months.isEmpty || months.contains(date.month))
      }
      // The same item stands in one programme after another: it is one candidate.
      var titles: Set<String> = []
      let distinct = found.filter {
        titles.insert(MatchKey(items[$0].item.title).description).inserted
      }
      guard let first = distinct.first else { continue }
      guard distinct.count == 1 else {
        unplaced.append(
          Unplaced(
            kind: .several, laid: laid, candidates: distinct.map { items[$0].laid },
            because: "more than one item of the work programme has a title that it names"))
        continue
      }
      links.append(
        CrossLink(
          from: laid, to: items[first].laid, relation: .schedules, grade: .strong,
          because: "a later work programme has an item whose title it names"))
    }
  }

  private static func asking(_ laid: LaidRecord) -> (text: String, day: PlainDate)? {
    let text: String
    let date: String?
    switch laid.record.content {
    case .resolution(let content): (text, date) = (content.text, content.meetingDate)
    case .informationRequest(let content) where content.minute != nil:
      (text, date) = (content.text, content.meetingDate)
    default: return nil
    }
    return (date.flatMap(PlainDate.init(iso:)) ?? laid.setting.date).map { (text, $0) }
  }

  private static func months(in key: MatchKey) -> Set<Int> {
    let names = PlainDate.monthNames.map { $0.lowercased() }
    return Set(key.words.compactMap { word in names.firstIndex(of: String(word)).map { $0 + 1 } })
  }
}
