import MattersText

/// What a resolution gives an officer to tell the committee, without a word of asking: `the Grants
/// Officer circulate the scores`, `the Monitoring Officer explain in writing why ...`.
enum OfficerTask {
  private static let telling: Set<String> = ["explain", "clarify", "confirm", "state", "report"]
  private static let asking: Set<String> = [
    "why", "how", "what", "when", "whether", "which", "who",
  ]
  private static let signs: [StaticString] = [
    " circulate ", " supply ", " provide ", " send ", " share ", " give ", " show ", " email ",
    " forward ", " distribute ", " issue ", " explain ", " clarify ", " confirm ", " state ",
    " report ",
  ]

  /// Whether what comes first is how much or how long: `the average waiting time for each service`.
  private static func isMeasured(_ rest: ArraySlice<String>) -> Bool {
    let measures: Set<String> = [
      "average", "amount", "amounts", "sum", "sums", "total", "length", "value", "number", "cost",
      "age", "proportion", "percentage", "share",
    ]
    guard rest.count >= 4, rest.first == "the" else { return false }
    return rest.dropFirst().prefix(2).contains(where: measures.contains)
  }

  /// Whether a post is asked for something: `ask the Markets Manager for the rent of each stall`.
  static func isAskedFor(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard bytes.contains(" for ", in: range), bytes.contains("ask", in: range) else { return false }
    let words = bytes.string(range).split(separator: " ")
    let asks: Set<String> = ["ask", "asks", "asked"]
    guard let verb = words.prefix(4).firstIndex(where: { asks.contains($0.lowercased()) }) else {
      return false
    }
    var at = verb + 1
    if at < words.count, words[at].lowercased() == "the" { at += 1 }
    let start = at
    while at < words.count, at - start < 8,
      words[at].first?.isUppercase == true || ["of", "and", "&"].contains(words[at])
        || words[at] == "for" && at + 1 < words.count && words[at + 1].first?.isUppercase == true
    {
      at += 1
    }
    guard at > start, at + 1 < words.count, words[at] == "for",
      PostWords.isPost(words[start..<at].joined(separator: " "))
    else { return false }
    return ["a", "an", "the", "details", "figures", "more", "further"]
      .contains(words[at + 1].lowercased())
  }

  /// Whether a post stands before a bare verb of telling, and behind it what can be told or sent.
  static func isOne(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard signs.contains(where: { bytes.contains($0, in: range) }) else { return false }
    let words = bytes.string(range).split(separator: " ")
    let plain = words.map { word in
      word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
    }
    var start = 0
    while start < plain.count, ["that", "the"].contains(plain[start]) { start += 1 }
    guard
      let verb = plain.indices.dropFirst(start + 1).prefix(9).first(where: {
        RequestWording.giving.contains(plain[$0]) && words[$0].first?.isLowercase == true
          || telling.contains(plain[$0]) && words[$0].first?.isLowercase == true
      }), words[start].first?.isUppercase == true,
      words[start..<verb].allSatisfy({
        $0.first?.isUppercase == true || ["of", "for", "and", "the", "&"].contains($0)
      }), PostWords.isPost(words[start..<verb].joined(separator: " "))
    else { return false }
    let rest = plain[(verb + 1)...]
    if telling.contains(plain[verb]) {
      return plain[verb] != "report" && isMeasured(rest)
        || rest.prefix(4).contains("writing") || rest.first.map(asking.contains) ?? false
        || rest.prefix(5).contains(where: RequestWording.takers.contains)
          && rest.contains(where: asking.contains)
    }
    if ["provide", "supply", "send", "circulate"].contains(plain[verb]),
      rest.prefix(4).contains(where: RequestWording.takers.contains), rest.contains("with")
    {
      return true
    }
    if isMeasured(rest) { return true }
    return rest.contains(where: RequestWording.things.contains)
  }
}
