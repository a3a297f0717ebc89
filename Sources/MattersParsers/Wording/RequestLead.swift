import MattersBlocks
import MattersText

/// A line that says whom the things below it are asked of: `The Committee further AGREED to request
/// from the Head of Ponds:`, `Members asked the Trust for:`.
enum RequestLead {
  private static let verbs: Set<String> = [
    "request", "requests", "requested", "ask", "asks", "asked", "seek", "seeks", "sought",
    "requesting", "asking",
  ]

  /// Whom it asks; nothing where it asks for nothing, or goes on behind the one who is asked.
  static func whom(_ block: Block, in paper: Paper) -> String? {
    guard block.text.count <= 300,
      paper.has(block, " from ") || paper.has(block, " of ") || paper.has(block, " for")
    else { return nil }
    let words = paper.text(block).split(whereSeparator: { $0 == " " || $0 == ":" })
    let plain = words.map { $0.lowercased() }
    guard let verb = plain.lastIndex(where: verbs.contains), verb + 1 < plain.count else {
      return nil
    }
    var tail = Array(verb + 1..<plain.count)
    while let last = tail.last, ["following", "the", "-", "information"].contains(plain[last]),
      tail.count > 1
    {
      tail.removeLast()
    }
    // "requested of the Director", "to ask the Director for"
    if ["from", "of"].contains(plain[tail[0]]) {
      tail.removeFirst()
    } else if let last = tail.last, plain[last] == "for" {
      tail.removeLast()
    } else {
      return nil
    }
    if let first = tail.first, plain[first] == "the" { tail.removeFirst() }
    guard (1...10).contains(tail.count), words[tail[0]].first?.isUppercase == true,
      tail.allSatisfy({ at in
        words[at].first?.isUppercase == true
          || ["of", "and", "for", "the", "&", "-", "again"].contains(plain[at])
      })
    else { return nil }
    return tail.map { String(words[$0]) }.joined(separator: " ").trimmingMarks
  }
}
