import MattersBlocks
import MattersText

/// Takes the number off the head of a line where no mark sets it apart for the reader of blocks.
enum HeadingNumber {
  /// A number that a title in bold is stuck to: `3.Overview of crime`; a number of four figures is
  /// known without the bold, and without its dot.
  static func stuck(
    _ bytes: [UInt8], _ range: ByteRange, isSet: Bool
  ) -> (String, Int)? {
    var at = range.lower
    while at < range.upper, bytes[at].isDigit { at += 1 }
    if at - range.lower == 4, at + 2 < range.upper {
      let next = bytes[at] == 0x2E ? at + 1 : at
      guard bytes[next].isUpper else { return nil }
      return (bytes.string(ByteRange(range.lower, at)) + ".", next)
    }
    guard isSet, (1...2).contains(at - range.lower), at + 1 < range.upper, bytes[at] == 0x2E,
      bytes[at + 1].isUpper
    else { return nil }
    return (bytes.string(ByteRange(range.lower, at)) + ".", at + 1)
  }

  /// A number at the head of a paragraph, and where the words behind it begin.
  static func leading(
    _ bytes: [UInt8], _ range: ByteRange
  ) -> (ItemNumber, Int)? {
    var at = range.lower
    for word: StaticString in [
      "agenda item no. ", "agenda item ", "minute number ", "minute no. ", "minute ", "min. no. ",
      "min no. ", "min. ", "min ", "item no. ", "item ", "action ",
      "no. ", "agenda no. ", "minute ref ", "minute ref. ", "minute ref: ", "ref: ", "ref. ",
    ]
    where bytes.matches(word, at: at, before: range.upper) {
      at += word.utf8CodeUnitCount
      break
    }
    // "Item3."
    if at == range.lower, bytes.matches("item", at: at, before: range.upper), at + 4 < range.upper,
      bytes[at + 4].isDigit
    {
      at += 4
    }
    let start = at
    while at < range.upper, !bytes[at].isSpace { at += 1 }
    // "HS 30. Minutes of the last meeting": the letters stand apart.
    let isApart =
      (2...5).contains(at - start) && bytes[start..<at].allSatisfy(\.isUpper)
      && at + 1 < range.upper && bytes[at + 1].isDigit
    if isApart {
      at += 1
      while at < range.upper, !bytes[at].isSpace { at += 1 }
    }
    // "Item 1:" in a line of its own, its title below.
    if start > range.lower, at == range.upper, (1...4).contains(at - start),
      let number = ItemNumber(bytes.string(ByteRange(start, at)))
    {
      return (number, at)
    }
    guard at > start, at - start <= 16, at < range.upper else { return nil }
    let printed = bytes.string(ByteRange(start, at))
    guard
      let number = ItemNumber(roman: printed)
        ?? ItemNumber(printed, isPrefixed: true, isApart: isApart)
    else { return nil }
    let next = at + 1
    guard next < range.upper else { return nil }
    var words = next
    while words < range.upper,
      bytes[words].isSpace || bytes[words] == 0x3A || bytes[words] == 0x2D
        || bytes[words] == 0xE2 && words + 2 < range.upper && bytes[words + 1] == 0x80
    {
      words += bytes[words] == 0xE2 ? 3 : 1
    }
    // A bare number before a small letter is a count: "14 members of the public"; a dash may stand
    // between a number and its title, "14 - Air Quality".
    if printed.allSatisfy(\.isNumber), start == range.lower, words < range.upper,
      !bytes[words].isUpper
    {
      return nil
    }
    return words < range.upper ? (number, words) : nil
  }
}
