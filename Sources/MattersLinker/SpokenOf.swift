import MattersRecords
import MattersText

/// What a resolution says that its requests or recommendations are about: `the request on the tree
/// strategy`, `the requests relating to damp, and to the survey of anglers`.
enum SpokenOf {
  private static let nouns: Set<String> = [
    "request", "requests", "recommendation", "recommendations", "action", "actions", "entry",
    "entries", "item", "items",
  ]
  private static let joints: Set<String> = [
    "on", "about", "for", "concerning", "regarding", "of", "to", "relating",
  ]
  private static let ends: Set<String> = [
    "be", "is", "are", "there", "which", "until", "not", "was", "were", "being",
    "should", "would", "having", "since", "because",
  ]
  private static let asked: Set<String> = [
    "asked", "pressed", "reminded", "chased", "press", "ask",
  ]

  /// The words of each thing that it names, cut to their roots.
  static func all(in text: String) -> [Set<String>] {
    let pieces = text.split(separator: " ")
    let words = pieces.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    guard let start = start(words) else { return [] }
    var things: [[String]] = [[]]
    for at in start..<words.count {
      let word = words[at]
      // "(OSB 12/24 (3))" names it again.
      if ends.contains(word) || pieces[at].first == "(" { break }
      // ", and to the survey": the next thing.
      if word == "and", at + 1 < words.count, joints.contains(words[at + 1]) || isEnded(pieces, at)
      {
        things.append([])
        continue
      }
      if !joints.contains(word) { things[things.count - 1].append(word) }
      if let last = pieces[at].last, ".;(".contains(last) { break }
    }
    return things.map { WordRoots.of($0).subtracting(WordRoots.stock) }.filter { $0.count >= 2 }
  }

  private static func isEnded(_ pieces: [Substring], _ at: Int) -> Bool {
    at > 0 && pieces[at - 1].hasSuffix(",")
  }

  /// Where what it is about begins: behind a noun and a joint, or behind `asked again for`.
  private static func start(_ words: [String]) -> Int? {
    for at in words.indices.dropLast(2) {
      if nouns.contains(words[at]), joints.contains(words[at + 1]) {
        // "the request of 18 June 2024 for the offences": the day is none of its words.
        // So is whom it was put to: "the request to the police about the offences".
        let isOfOther =
          words[at + 2].first?.isNumber == true
          || words[at + 1] == "to" && words[at].hasPrefix("request")
        guard isOfOther,
          let joint = (at + 3..<min(words.count, at + 7)).first(where: {
            joints.contains(words[$0])
          })
        else { return at + 2 }
        return joint + 1 < words.count ? joint + 1 : nil
      }
      guard asked.contains(words[at]) else { continue }
      // "asked again for", "press once more for", "asked a second time for"
      let reach = at + 1..<min(words.count, at + 6)
      if let joint = reach.first(where: { words[$0] == "for" }), joint + 2 < words.count {
        return joint + 1
      }
    }
    return nil
  }
}

extension LaterWord {
  /// The matters that it names by what they are about, each where one open matter alone has all the
  /// words; `words` gives those of a matter.
  static func spokenOf(
    _ text: String, among open: [Int], words: (Int) -> Set<String>
  ) -> [Int] {
    let things = SpokenOf.all(in: text)
    let found = things.map { thing in open.filter { thing.isSubset(of: words($0)) } }
    guard !found.isEmpty, found.allSatisfy({ $0.count == 1 }) else { return [] }
    return Array(Set(found.joined())).sorted()
  }
}
