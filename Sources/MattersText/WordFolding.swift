/// Folds words for comparison byte by byte, as nearly all of a paper's words allow.
///
/// What is neither ASCII, nor a letter of Latin-1, nor a mark of the printer's (dashes, curly
/// quotes, bullets, ellipses) needs Unicode's tables; a text that holds any is folded by its
/// characters. Both ways give canonically equivalent words.
enum WordFolding {
  /// The folded words of a text as UTF-8, joined by single spaces; a last "and" or "or" is left
  /// out unless it is kept.
  static func fold(_ text: String, keepingConnector: Bool = false) -> [UInt8] {
    var folded = Folded()
    let isFolded = text.utf8.withContiguousStorageIfAvailable { folded.append(bytes: $0) }
    if isFolded != true {
      folded = Folded()
      folded.append(characters: text)
    }
    if !keepingConnector { folded.dropConnector() }
    return folded.bytes
  }

  /// Folds the first words of a text and keeps where each is printed.
  static func words(_ text: String, first limit: Int) -> Folded {
    var folded = Folded(limit: limit)
    let isFolded = text.utf8.withContiguousStorageIfAvailable { folded.append(bytes: $0) }
    if isFolded != true {
      folded = Folded(limit: limit)
      folded.append(characters: text)
    }
    folded.part(at: text.utf8.count)
    return folded
  }

  /// What becomes of each ASCII byte: itself in lower case, 0 where it parts words, or 1 where it
  /// is left out.
  private static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) + 32
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
    case UInt8(ascii: "'"): 1
    default: 0
    }
  }

  /// Words while they are folded.
  struct Folded {
    /// A word: its bytes among those that were folded, and in the text.
    struct Word {
      var folded: Range<Int>
      var printed: Range<Int>
    }

    var bytes: [UInt8] = []
    /// The words, where they are asked for.
    private(set) var words: [Word] = []
    /// How many words are kept; 0 where only the bytes are asked for.
    private let limit: Int
    /// Whether the last byte is of a word that may go on.
    private var isOpen = false
    private var start = (folded: 0, printed: 0)

    init(limit: Int = 0) {
      self.limit = limit
      words.reserveCapacity(min(limit, 20))
    }

    private mutating func put(_ byte: UInt8, at offset: Int) {
      if !isOpen {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        start = (bytes.count, offset)
        isOpen = true
      }
      bytes.append(byte)
    }

    /// Ends a word, if one is open.
    mutating func part(at offset: Int) { part(at: offset, end: bytes.count) }

    private mutating func part(at offset: Int, end: Int) {
      guard isOpen else { return }
      isOpen = false
      if limit > 0 {
        words.append(Word(folded: start.folded..<end, printed: start.printed..<offset))
      }
    }

    /// Whether as many words are kept as were asked for.
    private var isFull: Bool { limit > 0 && words.count >= limit }

    /// Folds the bytes, or gives up with `false` at one that needs Unicode's tables.
    mutating func append(bytes source: UnsafeBufferPointer<UInt8>) -> Bool {
      // An array of no room is the one that all empty arrays share, and its count would be written.
      guard !source.isEmpty else { return true }
      var isFolded = true
      // What is folded is never longer than what is printed.
      bytes = [UInt8](unsafeUninitializedCapacity: source.count) { out, count in
        isFolded = fold(source, into: out, &count)
      }
      return isFolded
    }

    private mutating func fold(
      _ source: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>,
      _ count: inout Int
    ) -> Bool {
      WordFolding.ascii.withUnsafeBufferPointer { table in
        var at = 0
        while at < source.count {
          let byte = source[at]
          let folded = byte < 0x80 ? table[Int(byte)] : 2
          if folded > 2 {
            if !isOpen { open(at, out, &count) }
            // To the end of the word, or to what is not told by a byte.
            var letter = folded
            var end = count
            repeat {
              out[end] = letter
              end += 1
              at += 1
              letter = at < source.count && source[at] < 0x80 ? table[Int(source[at])] : 0
            } while letter > 2
            count = end
          } else if folded < 2 {
            if folded == 0, isOpen {
              part(at: at, end: count)
              if isFull { return true }
            }
            at += 1
          } else {
            guard let width = Wide.width(source, at) else { return false }
            switch Wide.kind(source, at) {
            case .letter:
              if !isOpen { open(at, out, &count) }
              out[count] = 0xC3
              out[count + 1] = source[at + 1] < 0x9F ? source[at + 1] + 0x20 : source[at + 1]
              count += 2
            case .mark:
              part(at: at, end: count)
              if isFull { return true }
            case .apostrophe: break
            }
            at += width
          }
        }
        return true
      }
    }

    private mutating func open(
      _ at: Int, _ out: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
    ) {
      if count > 0 {
        out[count] = UInt8(ascii: " ")
        count += 1
      }
      start = (count, at)
      isOpen = true
    }

    mutating func append(characters text: String) {
      var at = 0
      for character in limit > 0 ? text : text.lowercased() {
        defer { at += character.utf8.count }
        if character.isLetter || character.isNumber {
          var isFirst = true
          for byte in character.lowercased().utf8 {
            if isFirst { put(byte, at: at) } else { bytes.append(byte) }
            isFirst = false
          }
        } else if character != "'", character != "\u{2019}", character != "\u{2018}" {
          part(at: at)
          if isFull { return }
        }
      }
    }

    /// A last "and" or "or" only joins a list's items.
    mutating func dropConnector() {
      for connector: StaticString in ["and", "or"] {
        let length = connector.utf8CodeUnitCount
        guard bytes.count >= length,
          bytes.matches(connector, at: bytes.count - length, before: bytes.count),
          bytes.count == length || bytes[bytes.count - length - 1] == UInt8(ascii: " ")
        else { continue }
        bytes.removeLast(min(length + 1, bytes.count))
        return
      }
    }
  }

  /// Characters outside ASCII that are known without Unicode's tables.
  private enum Wide {
    enum Kind { case letter, mark, apostrophe }

    /// How many bytes the character at an offset has; nothing where it is not known.
    static func width(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
      guard at + 1 < source.count else { return nil }
      let next = source[at + 1]
      switch source[at] {
      case 0xC3: return 2
      case 0xC2:
        // Superscripts, fractions and the ordinal signs count as letters or digits.
        switch next {
        case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE: return nil
        default: return 2
        }
      case 0xE2:
        // U+2010 to U+203F but for joiners and marks of direction.
        guard next == 0x80, at + 2 < source.count, source[at + 2] >= 0x90,
          !(0xAA...0xAE).contains(source[at + 2])
        else { return nil }
        return 3
      default: return nil
      }
    }

    /// What a character that is known is.
    static func kind(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> Kind {
      switch source[at] {
      case 0xC3: source[at + 1] == 0x97 || source[at + 1] == 0xB7 ? .mark : .letter
      case 0xE2: source[at + 2] == 0x98 || source[at + 2] == 0x99 ? .apostrophe : .mark
      default: .mark
      }
    }
  }
}
