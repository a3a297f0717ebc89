import MattersText

/// The number of an agenda item or a minute.
///
/// `7.`, `111`, `112/23`, `24/029`, `8.4`, `C17` and `B.` are such.
struct ItemNumber {
  /// As printed, without a closing dot or bracket.
  let printed: String
  /// The number that counts up from item to item.
  let ordinal: Int
  /// What the number is made of: its letters and marks.
  let form: String
  /// Its numbers, left to right.
  private let numbers: [Int]

  /// The number of a heading below another, `7(a)`.
  init(printed: String, ordinal: Int) {
    (self.printed, self.ordinal, form, numbers) = (printed, ordinal, "", [ordinal])
  }

  /// A Roman number in capitals with its dot.
  init?(roman label: String) {
    let bytes = label.utf8
    guard (2...8).contains(bytes.count),
      bytes.last == UInt8(ascii: ".") || bytes.last == UInt8(ascii: ")")
    else { return nil }
    var sum = 0
    var last = 0
    for letter in bytes.dropLast().reversed() {
      let value: Int
      switch letter {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      case UInt8(ascii: "L"): value = 50
      default: return nil
      }
      sum += value < last ? -value : value
      last = max(last, value)
    }
    guard sum > 0, sum < 60 else { return nil }
    (printed, ordinal, form, numbers) = (String(label.dropLast()), sum, "ROMAN", [sum])
  }

  /// A Roman number in a column of its own, with or without its dot, where the one before was one.
  init?(roman label: String, after last: ItemNumber?) {
    guard last == nil || last?.form == "ROMAN" else { return nil }
    let bare = label.hasSuffix(".") ? label : label + "."
    guard let number = ItemNumber(roman: bare), last != nil || number.ordinal == 1 else {
      return nil
    }
    self = number
  }

  /// Reads a label that is a number and nothing else.
  ///
  /// With `isPrefixed`, letters and more may stand before what counts, `FC29/23` or `ESC/16/25`; with
  /// `isApart` the letters may have a blank behind them, `HS 30`.
  init?(_ label: String, isPrefixed: Bool = false, isApart: Bool = false) {
    // "No. 4", "Item 4" in a column of their own.
    if let first = label.utf8.first.map({ $0 | 0x20 }),
      first == UInt8(ascii: "n") || first == UInt8(ascii: "i"),
      case let head = label.prefix(12).lowercased(),
      let word = Self.words.first(where: { head.hasPrefix($0) })
    {
      let rest = label.dropFirst(word.count)
      guard rest.first?.isNumber == true, let number = ItemNumber(String(rest)) else { return nil }
      self = number
      return
    }
    if let plain = Self.plain(label) {
      printed = plain
      (ordinal, form, numbers) = (Int(plain) ?? 0, "", [Int(plain) ?? 0])
      guard ordinal > 0 else { return nil }
      return
    }
    // But for a single letter, a number has a figure.
    guard label.utf8.contains(where: \.isDigit) || label.utf8.count(where: \.isLetter) == 1 else {
      return nil
    }
    var text = Substring(label)
    while let first = text.first, first == "(" || first == " " { text = text.dropFirst() }
    while let last = text.last, ".):- \u{2013}".contains(last) { text = text.dropLast() }
    printed = String(text)
    if isApart { text = Substring(text.filter { $0 != " " }) }
    // Many a cell is asked: its first blank tells that it is none.
    guard text.utf8.allSatisfy(Self.mayHold), !text.isEmpty else { return nil }
    if !isPrefixed || text.count < label.count, text.count == 1, let letter = text.utf8.first,
      letter.isUpper
    {
      (ordinal, form, numbers) = (Int(letter) - 0x40, "A", [Int(letter) - 0x40])
      return
    }
    let isPlain =
      text.allSatisfy { $0.isNumber || $0 == "/" || $0 == "." }
      || isPrefixed && Self.isDashed(text)
    guard isPlain || isPrefixed else { return nil }
    let marks = text.filter { !$0.isNumber && !$0.isLetter }
    guard marks.allSatisfy({ "/.:-".contains($0) }), text.first?.isLetter == true || isPlain else {
      return nil
    }
    let parts = text.split(whereSeparator: { "/.:-".contains($0) })
    let letters = parts.first.map { $0.prefix(while: \.isLetter) } ?? ""
    guard letters.count <= 6, letters.allSatisfy(\.isUppercase) || Self.isShortName(letters, marks)
    else { return nil }
    let numbers = parts.map { Int($0.drop(while: \.isLetter)) ?? -1 }
    guard parts.count <= 4, let first = numbers.first else { return nil }
    guard parts.dropFirst().allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
    var counting = first
    var place = 0
    // "24/029", "GBP/2223/001": the year stands first; "112/23", "FC29/23": it stands last.
    if parts.count >= 2, marks.first == "/" || !letters.isEmpty || marks.first == "-" {
      if first < 0 {
        place = numbers.count - 1
        if parts.count == 3, parts[2].count == 2, parts[1].count != 4 { place = 1 }
      } else if let last = parts.last, marks == "/-" || Self.isYearFirst(parts[0], last) {
        place = numbers.count - 1
      }
      counting = numbers[place]
    }
    guard counting > 0, counting < 100_000 else { return nil }
    ordinal = counting
    form = String(letters) + marks
    self.numbers = numbers
  }

  /// Whether figures are parted by one dash, `12-24` or `2024/25-12`, and are not two years running.
  private static func isDashed(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      parts.joined().allSatisfy({ $0.isNumber || $0 == "/" })
    else { return false }
    guard let first = Int(parts[0].suffix(2)), let last = Int(parts[1].suffix(2)),
      parts[0].count == 4 || parts[0].count == parts[1].count
    else { return true }
    return (first + 1) % 100 != last
  }

  /// Whether letters before a dot shorten a body's name, as in "Ex.58", and no other word.
  private static func isShortName(_ letters: Substring, _ marks: String) -> Bool {
    let others: Set<String> = [
      "no", "nos", "fig", "sec", "app", "art", "para", "vol", "pp", "ch", "cl", "reg", "ref", "st",
      "rd", "item", "page", "tel", "ext", "cllr", "mr", "mrs", "ms", "dr", "min", "sch", "est",
      "approx",
      "feb", "jan", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "rec",
    ]
    return marks == "." && (2...4).contains(letters.count) && letters.first?.isUppercase == true
      && letters.dropFirst().allSatisfy(\.isLowercase) && !others.contains(letters.lowercased())
  }

  private static func mayHold(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte.isWordByte || (0x2D...0x2F).contains(byte) || byte == 0x3A
  }

  /// Words that stand before a number and are no part of it.
  private static let words = ["no. ", "no ", "item ", "item no. "]

  /// The figures of a label that is nothing but a few figures and what closes them: `7.`, `12)`.
  private static func plain(_ label: String) -> String? {
    let figures = label.utf8.prefix(while: \.isDigit)
    guard !figures.isEmpty, figures.count <= 4,
      label.utf8.dropFirst(figures.count).allSatisfy({
        $0 == 0x2E || $0 == 0x29 || $0 == 0x3A || $0 == 0x2D || $0 == 0x20
      })
    else { return nil }
    return String(Substring(figures))
  }

  /// Of `24/029` and `112/23` the first begins with the year: what counts has more figures, or
  /// leading noughts.
  private static func isYearFirst(_ first: Substring, _ last: Substring) -> Bool {
    guard first.allSatisfy(\.isNumber) else { return false }
    if last.count == 4, last.hasPrefix("20") { return false }
    if first.count == 4, first.hasPrefix("20") || first.hasPrefix("19") { return true }
    return first.count == 2 && (last.count >= 3 || last.hasPrefix("0"))
  }

  /// Whether this can be the number after another; one may be missing, and 0 is before all.
  func follows(_ last: Int) -> Bool { last == 0 || ordinal > last && ordinal <= last + 2 }

  /// Whether this can be the number after another of its form: one of its parts counts on.
  func follows(_ last: ItemNumber) -> Bool {
    guard form == last.form, numbers.count == last.numbers.count else { return false }
    let differ = numbers.indices.filter { numbers[$0] != last.numbers[$0] }
    guard differ.count == 1, let part = differ.first else { return false }
    // References with letters in them are no list's: what was taken in private leaves a gap.
    let most = form.contains(where: \.isLetter) && form != "ROMAN" && form != "A" ? 6 : 2
    return (1...most).contains(numbers[part] - last.numbers[part])
  }
}
