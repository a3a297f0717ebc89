import MattersText

/// The number of an agenda item or a minute: `7.`, `111`, `112/23`, `8.4`, `C17`.
struct ItemNumber {
  /// As printed, without a closing dot or bracket.
  let printed: String
  /// The number that counts up from item to item.
  let ordinal: Int

  /// Reads a label that is a number and nothing else.
  init?(_ label: String) {
    var text = Substring(label)
    while let first = text.first, first == "(" || first == " " { text = text.dropFirst() }
    while let last = text.last, ".): ".contains(last) { text = text.dropLast() }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let ordinal = Int(digits), ordinal > 0, ordinal < 100_000 else { return nil }
    let rest = text.dropFirst(digits.count)
    guard rest.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "/" || $0 == ".") }) else {
      return nil
    }
    printed = String(text)
    self.ordinal = ordinal
  }

  /// The number of an item that has none printed.
  static let none = ItemNumber(printed: "", ordinal: 0)

  private init(printed: String, ordinal: Int) {
    self.printed = printed
    self.ordinal = ordinal
  }

  /// Whether this can be the number after another; one may be missing, and 0 is before all.
  func follows(_ last: Int) -> Bool { last == 0 || ordinal > last && ordinal <= last + 2 }
}
