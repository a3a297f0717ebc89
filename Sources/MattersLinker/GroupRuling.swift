import MattersRecords
import MattersText

/// What a resolution makes of the recommendations of a task group: of all in its report, or of those
/// whose numbers it names.
struct GroupRuling {
  /// What it does: endorses, withdraws or lets go.
  var act: MatterEvent.Kind
  /// The labels that it names; none where it speaks of the report as a whole.
  var labels: Set<String>
  /// The words that it changes.
  var change: WordChange?

  private static let dropped: PhraseSet = [
    "be not taken forward", "be not proceeded with", "not be proceeded with",
    "be not pursued", "not be pursued", "not to pursue", "not be taken forward", "not be endorsed",
    "be not endorsed", "not to endorse", "not be supported", "be not supported", "not to support",
    "be not accepted", "not be accepted", "be not agreed", "not be agreed", "not be adopted",
    "be dropped", "to drop", "no longer be pursued", "be taken no further", "be deleted",
    "not be forwarded", "be left out",
  ]
  private static let withdrawn: PhraseSet = ["be withdrawn", "to withdraw"]

  /// What a resolution does: one thing, or several where each names its own numbers, as in `that
  /// recommendations 1 and 2 be endorsed and recommendation 3 be not pursued`.
  static func all(in text: String) -> [GroupRuling] {
    let key = MatchKey(text)
    guard key.words.contains(where: { $0.hasPrefix("recommend") || $0 == "report" }) else {
      return []
    }
    var pieces: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      let isNoun = word.lowercased().hasPrefix("recommendation")
      if isNoun,
        pieces[pieces.count - 1].contains(where: {
          $0.lowercased().hasPrefix("recommendation")
        })
      {
        pieces.append([])
      }
      pieces[pieces.count - 1].append(word)
    }
    let parts = pieces.compactMap { GroupRuling($0.joined(separator: " ")) }
    if parts.count > 1, parts.count == pieces.count, parts.allSatisfy({ !$0.labels.isEmpty }) {
      return parts
    }
    return GroupRuling(text).map { [$0] } ?? []
  }

  private init?(_ text: String) {
    let key = MatchKey(text)
    labels = Set(
      NamedNumbers.all(in: text).filter { $0.noun == "recommendation" }.flatMap(\.labels))
    if !labels.isEmpty, Self.dropped.isIn(key) {
      act = .discontinued
    } else if !labels.isEmpty, Self.withdrawn.isIn(key) {
      act = .withdrawn
    } else if !Self.dropped.isIn(key), Endorsement.isOne(text) {
      act = .endorsed
      change = WordChange(text)
    } else {
      return nil
    }
  }

  /// Whether it speaks of a recommendation.
  func covers(_ record: PaperRecord) -> Bool {
    guard !labels.isEmpty else { return true }
    guard let label = LabelKey.of(Asked(record)?.label) else { return false }
    return labels.contains { LabelKey.isSame($0, label) }
  }

  /// The state that it makes; none where the recommendation goes on.
  var state: MatterState? {
    switch act {
    case .discontinued: .discontinued
    case .withdrawn: .withdrawn
    default: nil
    }
  }

  /// What the meeting did, in words.
  var because: String {
    switch act {
    case .discontinued: "the meeting did not take up this recommendation of the report"
    case .withdrawn: "the meeting withdrew this recommendation of the report"
    default: "the meeting agreed the report that makes it"
    }
  }
}

/// Words that a meeting puts in the place of others: `with "six" in place of "four"`.
struct WordChange: Equatable {
  /// The words that go.
  var old: String
  /// Those that come.
  var new: String

  /// How a text says so, the words in quotation marks as `~`; whether the new ones come first.
  private static let forms: [(joint: String, isNewFirst: Bool)] = [
    ("in place of", true), ("in the place of", true), ("instead of", true), ("for", true),
    ("rather than", true), ("be replaced by", false), ("be replaced with", false),
    ("replaced by", false), ("replaced with", false), ("with", false), ("by", false),
    ("being replaced by", false), ("being replaced with", false), ("be amended to", false),
    ("amended to", false), ("to read", false), ("be changed to", false), ("changed to", false),
  ]
  /// What makes `"x" for "y"` and `"x" with "y"` a change.
  private static let verbs: Set<String> = [
    "substituting", "substitution", "substituted", "replacing", "replaced", "replacement", "place",
    "instead", "amended", "amendment", "changed", "changing", "rather",
  ]
  private static let fillers: Set<String> = ["the", "word", "words", "phrase", "figure", "figures"]

  init?(_ text: String) {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { "\"\u{201C}\u{201D}".contains($0) })
    guard parts.count >= 4, !MatchKey.words(text).allSatisfy({ !Self.verbs.contains($0) }) else {
      return nil
    }
    let joint = MatchKey.words(String(parts[2])).filter { !["word", "words"].contains($0) }
    let core = Array(joint.reversed().drop { Self.fillers.contains($0) }.reversed())
    guard let form = Self.forms.first(where: { MatchKey.words($0.joint) == core }) else {
      return nil
    }
    let (first, second) = (String(parts[1]), String(parts[3]))
    guard !first.isEmpty, !second.isEmpty, first.utf8.count <= 200, second.utf8.count <= 200 else {
      return nil
    }
    (new, old) = form.isNewFirst ? (first, second) : (second, first)
  }

  /// Some words as the meeting changed them; as they are where they have not what is changed.
  func applied(to text: String) -> String {
    let wanted = String(decoding: old.utf8.map(\.lowered), as: UTF8.self)
    guard let place = text.place(of: wanted) else { return text }
    return String(text[..<place.lowerBound]) + new + String(text[place.upperBound...])
  }
}
