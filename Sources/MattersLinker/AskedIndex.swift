import MattersRecords
import MattersText

/// What was asked, ready to be looked up by what a text states: the meeting, else the words.
///
/// Only what was asked at the meeting that a reference names is compared with it, so that the cost
/// grows with the references and not with their square.
struct AskedIndex {
  private(set) var all: [Asked] = []
  private var byMeeting: [String: [Int]] = [:]
  private var byWords: [String: [Int]] = [:]
  private var words = WordIndex()
  /// What is known from where it was made, and not from a tracker alone, by the meeting.
  private var made: [String: [Int]] = [:]
  /// The titles of the minutes that made them, by their places among the matters.
  private var titles: [String: String] = [:]

  /// Adds something asked.
  ///
  /// - Parameter isMade: whether the paper is the one that made it.
  mutating func append(_ asked: Asked, isMade: Bool = false, title: String? = nil) {
    if isMade { made[asked.meetingDate ?? "", default: []].append(all.count) }
    if isMade, let title { titles[asked.record.id.description] = title }
    byMeeting["\(asked.kind.rawValue)|\(asked.meetingDate ?? "")", default: []].append(all.count)
    byWords["\(asked.kind.rawValue)|\(asked.key)", default: []].append(all.count)
    words.append(WordIndex.telling(asked.key.description), as: all.count)
    all.append(asked)
  }

  /// What a reference may mean; nothing that it states is left out of account.
  func match(_ reference: AskedReference) -> AskedMatch {
    let kind = reference.kind.rawValue
    let places =
      reference.meetingDate.map { byMeeting["\(kind)|\($0)"] }
      ?? byWords["\(kind)|\(reference.key)"]
    let match = AskedMatch.candidates(for: reference, among: (places ?? []).map { all[$0] })
    if reference.meetingDate == nil, match.candidates.isEmpty {
      // Numbers that a paper of responses counts for itself are none of the minutes' own.
      let isCounted = reference.label?.allSatisfy { $0.isNumber || $0.isPunctuation } ?? false
      return undated(reference) ?? (isCounted && !reference.isRow ? elsewhere(reference) : nil)
        ?? match
    }
    guard let day = reference.meetingDate, match.candidates.count < 2 else { return match }
    let told = (made[day] ?? []).map { all[$0] }
    guard reference.isRow else {
      guard match.candidates.isEmpty else { return match }
      return loose(reference, told.filter { $0.kind == reference.kind }) ?? elsewhere(reference)
        ?? match
    }
    let meeting = Asked.Kind.allCases.flatMap { byMeeting["\($0.rawValue)|\(day)"] ?? [] }
      .map { all[$0] }
    if let found = match.candidates.first {
      // A request that was given to somebody as an action in the same words is what the row follows.
      let asked = meeting.filter { $0.kind != .action && $0.key == found.key }
      guard found.kind == .action, asked.count == 1 else { return match }
      return AskedMatch(candidates: asked, grade: match.grade, because: match.because)
    }
    let found =
      Self.byMinute(reference, meeting) ?? Self.ofAnyKind(reference, meeting)
      ?? Self.toBeGiven(reference, meeting) ?? loose(reference, told) ?? match
    // Words that were minuted as a request and as somebody's action are the request's.
    guard let action = found.candidates.first, found.candidates.count == 1, action.kind == .action,
      let asked = meeting.first(where: { $0.kind != .action && $0.key == action.key })
    else { return found }
    var one = AskedMatch(candidates: [asked], grade: found.grade, because: found.because)
    one.isLoose = found.isLoose
    return one
  }

  /// What a paper repeats that answers several meetings at once: all its words, in one thing only
  /// that was asked before the paper was laid.
  private func elsewhere(_ reference: AskedReference) -> AskedMatch? {
    guard let laid = reference.laidOn else { return nil }
    let own = WordIndex.telling(reference.key.description)
    guard own.count >= 5 else { return nil }
    let found = words.near(own, rarest: 6).map { all[$0] }.filter { asked in
      asked.kind == reference.kind && asked.minute != nil
        && asked.meetingDate.map { $0 <= laid.iso } ?? false
        && asked.key.figures.isSuperset(of: reference.key.figures)
        && own.isSubset(of: WordIndex.telling(asked.key.description))
    }
    guard found.count == 1 else { return nil }
    return AskedMatch(
      candidates: found, grade: .strong,
      because: "all its words, asked before and nowhere else, though at another meeting")
  }

  private func loose(_ reference: AskedReference, _ told: [Asked]) -> AskedMatch? {
    LooseWording.match(reference, among: told) { titles[$0.record.id.description] }
  }

  /// What a paper repeats under its label without saying when it was made: the words have to be
  /// all there, in one thing only that was asked before the paper was laid.
  private func undated(_ reference: AskedReference) -> AskedMatch? {
    guard let laid = reference.laidOn, reference.label != nil else { return nil }
    let own = WordIndex.telling(reference.key.description)
    guard own.count >= 3 else { return nil }
    let found = words.near(own, rarest: 6).map { all[$0] }.filter { asked in
      guard asked.kind == reference.kind, LabelKey.of(asked.label) == LabelKey.of(reference.label),
        asked.meetingDate.map({ $0 <= laid.iso }) ?? false,
        asked.key.figures.isSuperset(of: reference.key.figures)
      else { return false }
      return own.subtracting(WordIndex.telling(asked.key.description)).isEmpty
    }
    guard found.count == 1 else { return nil }
    return AskedMatch(
      candidates: found, grade: .strong,
      because: "all its words under the same label, asked before and nowhere else")
  }

  // MARK: - Rows that call a thing by another name

  /// The one thing asked in a minute that a row names; its words must not be of something else.
  private static func byMinute(_ reference: AskedReference, _ meeting: [Asked]) -> AskedMatch? {
    guard !reference.minutes.isEmpty else { return nil }
    let own = WordIndex.telling(reference.key.description)
    let scored = meeting.compactMap { asked -> (asked: Asked, shared: Int)? in
      let shared = own.intersection(WordIndex.telling(asked.key.description)).count
      // One word is little where there are many; a minute that the words only mention may be named
      // for another's sake.
      let isAlike = shared >= 2 || shared * 3 >= own.count
      let isMeant = reference.minutes.contains { citation in
        citation.isOf(asked)
          && (citation.isLabelled(asked) || isAlike && (citation.isOwn || shared * 2 >= own.count))
      }
      return isMeant && shared > 0 ? (asked, shared) : nil
    }.sorted { $0.shared > $1.shared }
    guard let best = scored.first else { return nil }
    let labelled = scored.filter { one in
      reference.minutes.contains { $0.isLabelled(one.asked) }
    }
    if labelled.count == 1 {
      return AskedMatch(
        candidates: [labelled[0].asked], grade: .exact,
        because: "the row names its minute and label")
    }
    // Two that share as many words cannot be told apart by them, unless they are the same words.
    let near = scored.filter { $0.shared * 2 > best.shared }.map(\.asked)
    let first = near.first { $0.kind != .action } ?? best.asked
    guard near.allSatisfy({ $0.key == first.key }) else { return nil }
    return AskedMatch(
      candidates: [first], grade: .strong,
      because: "the row names its minute and has words that nothing else there has")
  }

  /// A log of actions also follows requests and recommendations: the same meeting and nearly all the
  /// telling words, whatever the tracker calls them.
  private static func ofAnyKind(_ reference: AskedReference, _ meeting: [Asked]) -> AskedMatch? {
    guard reference.key.words.count >= 4 else { return nil }
    let own = WordIndex.telling(reference.key.description)
    let found = meeting.filter { asked in
      guard asked.kind != reference.kind, LabelKey.fits(reference.label, asked) else {
        return false
      }
      if asked.key == reference.key { return true }
      let theirs = WordIndex.telling(asked.key.description)
      let fewer = min(own.count, theirs.count)
      return fewer >= 3 && own.intersection(theirs).count * 20 >= fewer * 17
        && asked.key.figures.isSuperset(of: reference.key.figures)
    }
    guard !found.isEmpty else { return nil }
    return AskedMatch(
      candidates: found, grade: .strong,
      because: "asked at the meeting of \(reference.meetingDate ?? "") in nearly the same words, "
        + "though the tracker calls it by another name")
  }

  /// A request that minutes give as an action to provide something: the row is headed by the thing.
  private static func toBeGiven(_ reference: AskedReference, _ meeting: [Asked]) -> AskedMatch? {
    guard reference.kind == .request, reference.isRow else { return nil }
    let own = WordIndex.telling(reference.key.description)
    let found = meeting.filter { asked in
      guard asked.kind == .action else { return false }
      let words = asked.key.words
      guard let verb = words.firstIndex(where: { Self.giving.contains(String($0)) }) else {
        return false
      }
      let end = words[verb...].firstIndex { $0 == "by" || $0 == "before" } ?? words.endIndex
      let thing = WordIndex.telling(words[words.index(after: verb)..<end].joined(separator: " "))
      let shared = own.intersection(thing).count
      return shared >= 2 && shared * 2 >= min(own.count, thing.count)
    }
    guard found.count == 1 else { return nil }
    return AskedMatch(
      candidates: found, grade: .strong,
      because: "the only action of the meeting of \(reference.meetingDate ?? "") to provide it")
  }

  private static let giving: Set<String> = [
    "provide", "supply", "circulate", "send", "share", "forward", "email", "distribute",
  ]

  /// What a reference without a candidate may yet mean: the same words at another meeting, or words
  /// that are somewhat alike at its own.
  ///
  /// A suggestion for a person and never a link.
  func suggestions(for reference: AskedReference) -> (found: [Asked], because: String) {
    let kind = reference.kind.rawValue
    let same = (byWords["\(kind)|\(reference.key)"] ?? []).map { all[$0] }
    if !same.isEmpty {
      return (same, "the same words, but asked at another meeting than the row says")
    }
    guard let day = reference.meetingDate, reference.key.words.count >= 4 else { return ([], "") }
    let alike = (byMeeting["\(kind)|\(day)"] ?? []).map { all[$0] }.filter {
      Likeness.share($0.key, reference.key) >= 0.45
    }
    return (alike, "asked at the same meeting in words that are somewhat alike")
  }
}

extension MatchKey {
  /// The figures in it: words that differ only there are not of one thing.
  var figures: Set<Substring> { Set(words.filter { $0.contains(where: \.isNumber) }) }
}
