import MattersText

extension TellingReading {
  /// Whether the meeting received a paper and noted it.
  ///
  /// `Members received and noted the minutes.`
  func isReceivedAndNoted(_ words: [SpokenWords.Word]) -> Bool {
    guard words.count >= 5,
      let at = words.prefix(4).firstIndex(where: { $0.plain == "received" || $0.plain == "noted" }),
      at > 0, Self.bodies.contains(words[at - 1].plain), at + 3 < words.count
    else { return false }
    let rest = words[(at + 1)...].prefix(5).map(\.plain)
    let isBoth = rest.first == "and" && ["noted", "received", "approved"].contains(rest[1])
    return isBoth && rest.contains { Self.papers.contains($0) }
  }
}
