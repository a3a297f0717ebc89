import MattersBlocks
import MattersText

/// How the titles of minutes that number nothing are set: all of one set of minutes are set alike.
enum TitleForm: Hashable {
  /// A Markdown mark or a heading of a page, by its depth.
  case marked(Int)
  /// In bold, alone or with words running on behind a mark.
  case bold
  /// In bold, with words running on behind no mark.
  case boldRunning
  /// Underlined or in italics.
  case emphasized
  /// In capitals, alone or with words running on.
  case capitals
  /// Plain words over those that belong to them.
  case plain
  /// A few plain words with a full stop.
  case stopped
  /// Plain words with a colon behind them, the minute's words in the same line or below.
  case colon
  /// Plain words with a dash behind them.
  case dash
  /// One of these behind a bullet.
  indirect case bullet(TitleForm)

  /// How plainly the form by itself says that words are a title.
  var weight: Int {
    switch self {
    case .marked: 6
    case .bold: 5
    case .boldRunning, .emphasized: 4
    case .capitals: 3
    case .colon, .dash, .stopped: 1
    case .plain: 2
    case .bullet(let form): form.weight - 1
    }
  }

  /// Whether the form is one that prose and lists have too.
  var isPlain: Bool {
    switch self {
    case .plain, .colon, .dash, .stopped: true
    case .bullet(let form): form.isPlain || form == .boldRunning || form == .emphasized
    default: false
    }
  }
}

/// A title, and what runs on behind it in the same block.
struct FormedTitle {
  var form: TitleForm
  var title: ByteRange
  var rest: ByteRange = .none
}

extension FormedTitle {
  private static let longest = 90

  /// The title that a block is or begins with; nothing where no sign sets one apart.
  init?(_ block: Block, in paper: Paper) {
    guard block.label.isEmpty, block.text.count >= 3 else { return nil }
    let isBullet = block.kind == .item && block.style.contains(.bullet)
    guard block.kind == .paragraph || block.kind == .heading || isBullet else { return nil }
    guard var found = Self.read(block, in: paper), found.title.count >= 3 else { return nil }
    if isBullet { found.form = .bullet(found.form) }
    self = found
  }

  /// A title behind a number that is set apart from the words it runs into: in bold, or in capitals.
  static func running(
    _ block: Block, _ words: ByteRange, in paper: Paper
  ) -> (title: ByteRange, rest: ByteRange)? {
    let bytes = paper.clean.bytes
    guard !words.isEmpty, bytes[words.lower].isUpper,
      PeopleList.title(Substring(paper.text(words).prefix { $0 != " " })) == nil
    else { return nil }
    if block.lead >= 3, words.lower == block.text.lower, Int(block.lead) < words.count {
      let end = words.lower + Int(block.lead)
      let title = unmarked(ByteRange(words.lower, end), in: bytes)
      let rest = withoutMark(bytes.trimmed(ByteRange(end, words.upper)), in: bytes)
      return title.count >= 3 && title.count <= longest && !rest.isEmpty ? (title, rest) : nil
    }
    guard words.count >= 12, let loud = capitals(words, in: bytes), !loud.rest.isEmpty,
      bytes[words.lower..<words.upper].contains(where: \.isLower), loud.title.count >= 6
    else { return nil }
    return (loud.title, loud.rest)
  }

  private static func read(_ block: Block, in paper: Paper) -> FormedTitle? {
    let bytes = paper.clean.bytes
    if block.kind == .heading {
      guard block.text.count <= 120 else { return nil }
      return FormedTitle(
        form: .marked(Int(block.level)), title: unmarked(block.text, in: bytes))
    }
    if block.style.contains(.bold) || block.style.contains(.emphasized) {
      let form: TitleForm = block.style.contains(.bold) ? .bold : .emphasized
      if block.text.count <= 120 {
        return FormedTitle(form: form, title: unmarked(block.text, in: bytes))
      }
    }
    if block.lead >= 3, Int(block.lead) < block.text.count {
      let end = block.text.lower + Int(block.lead)
      let title = unmarked(ByteRange(block.text.lower, end), in: bytes)
      var rest = bytes.trimmed(ByteRange(end, block.text.upper))
      let isMarked = title.upper < end || isMark(bytes, rest)
      rest = withoutMark(rest, in: bytes)
      guard title.count <= longest else { return nil }
      if rest.isEmpty { return FormedTitle(form: .bold, title: title) }
      return FormedTitle(form: isMarked ? .bold : .boldRunning, title: title, rest: rest)
    }
    if block.text.count <= 120, paper.capitalShare(block.text) > 0.9 {
      return FormedTitle(form: .capitals, title: unmarked(block.text, in: bytes))
    }
    if let loud = capitals(block.text, in: bytes), !loud.rest.isEmpty { return loud }
    return marked(block.text, in: bytes)
  }

  /// Whether a title in capitals with its mark stands at the head of some words: `BUDGET: The ...`.
  static func opensInCapitals(_ words: ByteRange, in bytes: [UInt8]) -> Bool {
    guard words.count >= 8, let loud = capitals(words, in: bytes), !loud.rest.isEmpty else {
      return false
    }
    return bytes[loud.title.upper] == 0x3A
  }

  /// Words in capitals at the head of a line, and what runs on behind them.
  private static func capitals(_ words: ByteRange, in bytes: [UInt8]) -> FormedTitle? {
    guard bytes[words.lower].isUpper else { return nil }
    var at = words.lower
    var end = at
    var letters = 0
    while at < words.upper, at - words.lower <= longest {
      let start = at
      while at < words.upper, !bytes[at].isSpace { at += 1 }
      let word = bytes[start..<at]
      if word.contains(where: \.isLower) { break }
      letters += word.count(where: \.isUpper)
      // A mark that parts a title from its words: but for "ST." no word before it is short.
      if [0x3A, 0x2E].contains(bytes[at - 1]), at - start >= 4 || bytes[at - 1] == 0x3A {
        end = at
        break
      }
      if word.contains(where: \.isWordByte) { end = at }
      while at < words.upper, bytes[at].isSpace { at += 1 }
    }
    guard letters >= 4, end > words.lower else { return nil }
    let title = unmarked(ByteRange(words.lower, end), in: bytes)
    let rest = withoutMark(bytes.trimmed(ByteRange(end, words.upper)), in: bytes)
    if rest.isEmpty { return FormedTitle(form: .capitals, title: title) }
    // "FINANCE The clerk said": words behind it begin a sentence; "NHS trusts" does not.
    guard letters >= 6 || title.upper < end,
      bytes[rest.lower].isUpper || bytes[rest.lower].isDigit || bytes[rest.lower] >= 0x80
    else { return nil }
    return FormedTitle(form: .capitals, title: title, rest: rest)
  }

  /// Plain words before a colon or a dash: few, with a capital, and no sentence.
  private static func marked(_ words: ByteRange, in bytes: [UInt8]) -> FormedTitle? {
    guard bytes[words.lower].isUpper else { return nil }
    let window = ByteRange(words.lower, min(words.upper, words.lower + 70))
    var at = window.lower
    while at < window.upper {
      let next = at + 1 < words.upper ? bytes[at + 1] : 0x20
      switch bytes[at] {
      case 0x2E where next.isSpace, 0x3B, 0x2C: return nil
      case 0x3A where next.isSpace:
        return FormedTitle(
          form: .colon, title: bytes.trimmed(ByteRange(words.lower, at)),
          rest: bytes.trimmed(ByteRange(min(at + 1, words.upper), words.upper)))
      case 0x20 where dash(bytes, at, words.upper) > 0:
        let width = dash(bytes, at, words.upper)
        return FormedTitle(
          form: .dash, title: ByteRange(words.lower, at),
          rest: bytes.trimmed(ByteRange(at + width, words.upper)))
      default: break
      }
      at += 1
    }
    return nil
  }

  /// How many bytes a dash between blanks takes, the first blank included; 0 where none stands.
  private static func dash(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    if at + 3 < end, bytes[at + 1] == 0x2D, bytes[at + 2] == 0x20 { return 3 }
    guard at + 5 < end, bytes[at + 1] == 0xE2, bytes[at + 2] == 0x80,
      bytes[at + 3] == 0x93 || bytes[at + 3] == 0x94, bytes[at + 4] == 0x20
    else { return 0 }
    return 5
  }

  /// Words without the colon, the stop or the dash that closes a title.
  private static func unmarked(_ words: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var end = words.upper
    while end > words.lower {
      if [0x3A, 0x2E, 0x2D, 0x20].contains(bytes[end - 1]) {
        end -= 1
      } else if end - words.lower > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
        bytes[end - 1] == 0x93 || bytes[end - 1] == 0x94
      {
        end -= 3
      } else {
        break
      }
    }
    return ByteRange(words.lower, end)
  }

  private static func isMark(_ bytes: [UInt8], _ rest: ByteRange) -> Bool {
    guard !rest.isEmpty else { return false }
    return withoutMark(rest, in: bytes).lower > rest.lower
  }

  /// Words without the colon or the dash that parts them from a title.
  private static func withoutMark(_ words: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var at = words.lower
    while at < words.upper {
      if [0x3A, 0x2D, 0x2E, 0x20].contains(bytes[at]) {
        at += 1
      } else if at + 2 < words.upper, bytes[at] == 0xE2, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94
      {
        at += 3
      } else {
        break
      }
    }
    return ByteRange(at, words.upper)
  }
}
