import MattersText

extension SpacedText {
  /// Whether a page broke in mid-sentence before a name: "and that all Ward", "Members be invited.".
  func breaksSentence(_ former: ByteRange, before next: ByteRange) -> Bool {
    let bytes = source.bytes
    guard former.count >= 40, isProse(former), !startsInCapitals(next),
      bytes[next.upper - 1] == 0x2E, bytes[former.upper - 1].isWordByte
    else { return false }
    let starts: [StaticString] = [
      "the ", "it ", "in ", "this ", "there ", "a ", "an ", "on ", "following ", "councillor ",
      "cllr ", "mr ", "mrs ", "ms ", "dr ", "at ", "to ", "that ", "resolved", "agreed", "no ",
    ]
    return !starts.contains { bytes.matches($0, at: next.lower, before: next.upper) }
  }
}
