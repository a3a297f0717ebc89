/// Why bytes could not be taken as the text of a paper.
public enum SourceTextError: Error, Equatable, Sendable {
  /// There are no bytes, or none but white space.
  case empty
  /// The bytes are a kind of file that is not text.
  case notText(FileKind)
  /// More than four gibibytes, which offsets here cannot count.
  case tooLarge

  /// One line: what is wrong and what to do.
  public var explanation: String {
    switch self {
    case .empty: "the file has no text in it; check that it was saved or copied whole"
    case .notText(let kind): "\(kind.name), not text; \(kind.advice)"
    case .tooLarge: "over 4 GiB; split the file into its papers"
    }
  }
}

/// Kinds of file that people hand over where text is meant, known by their first bytes.
public enum FileKind: String, Sendable, CaseIterable {
  /// A Portable Document Format file.
  case pdf
  /// A ZIP container: Word, Excel and OpenDocument files are such.
  case zip
  /// A legacy Microsoft Office file.
  case oldOffice
  /// A picture.
  case image
  /// A Rich Text Format file, whose letters are text but whose words are not.
  case richText
  /// A compressed file.
  case compressed
  /// An SQLite database, such as a register.
  case sqlite
  /// Bytes that are no text in an encoding that is known here.
  case binary

  /// The kind in words.
  public var name: String {
    switch self {
    case .pdf: "a PDF file"
    case .zip: "a ZIP container such as a Word, Excel or OpenDocument file"
    case .oldOffice: "an old Microsoft Office file"
    case .image: "a picture"
    case .richText: "a Rich Text (RTF) file"
    case .compressed: "a compressed file"
    case .sqlite: "an SQLite database"
    case .binary: "binary data"
    }
  }

  /// What the user can do about it.
  public var advice: String {
    switch self {
    case .pdf: "make text of it first: pdftotext -layout FILE.pdf FILE.txt"
    case .zip, .richText: "save it as plain text (UTF-8) first"
    case .oldOffice: "save it as .docx or .xlsx first"
    case .image: "a scan has to go through text recognition first"
    case .compressed: "unpack it first"
    case .sqlite: "name it with --register if it is a register"
    case .binary: "give the paper as plain text"
    }
  }

  /// The kind that the first bytes give away, if any.
  static func sniff(_ bytes: [UInt8]) -> FileKind? {
    func starts(_ signature: [UInt8], at offset: Int = 0) -> Bool {
      bytes.count >= offset + signature.count
        && bytes[offset..<offset + signature.count].elementsEqual(signature)
    }
    if starts(Array("%PDF-".utf8)) { return .pdf }
    if starts(Array("{\\rtf".utf8)) { return .richText }
    if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .oldOffice }
    if starts([0x89, 0x50, 0x4E, 0x47]) || starts([0xFF, 0xD8, 0xFF]) || starts(Array("GIF8".utf8))
      || starts([0x49, 0x49, 0x2A, 0x00]) || starts([0x4D, 0x4D, 0x00, 0x2A])
    {
      return .image
    }
    if starts([0x1F, 0x8B]) || starts(Array("BZh".utf8)) || starts([0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      return .compressed
    }
    if starts(Array("SQLite format 3".utf8)) { return .sqlite }
    return nil
  }
}

extension SourceText {
  /// Takes a file's bytes as the text of a paper, whatever common encoding they are in.
  ///
  /// UTF-8 is tried first, then UTF-16 (by its byte-order mark, or by the zero bytes that every
  /// other letter has), then Windows-1252, which any bytes without control characters fit. NUL
  /// characters, which some converters leave between words, are taken out, and so are characters
  /// that take no room: zero-width spaces, soft hyphens.
  ///
  /// - Throws: ``SourceTextError`` where the bytes are empty or no text.
  public init(name: String, contents: [UInt8]) throws(SourceTextError) {
    guard contents.count < Int(UInt32.max) else { throw .tooLarge }
    if let kind = FileKind.sniff(contents) { throw .notText(kind) }
    let decoded = try Self.decode(contents)
    let bytes = InvisibleCharacters.removed(from: decoded.bytes)
    guard bytes.contains(where: { !$0.isSpace }) else { throw .empty }
    self.init(name: name, utf8: bytes, encoding: decoded.encoding)
  }

  private static func decode(
    _ contents: [UInt8]
  ) throws(SourceTextError) -> (bytes: [UInt8], encoding: SourceEncoding) {
    if contents.starts(with: [0xFF, 0xFE]) {
      return (utf16(contents.dropFirst(2), bigEndian: false), .utf16LittleEndian)
    }
    if contents.starts(with: [0xFE, 0xFF]) {
      return (utf16(contents.dropFirst(2), bigEndian: true), .utf16BigEndian)
    }
    // Most texts have no zero byte: they are UTF-16 in no order, and are not copied.
    let hasZero = contents.firstIndex(of: 0, in: ByteRange(0, contents.count)) != nil
    if hasZero, let bigEndian = isBigEndianUTF16(contents) {
      return (
        utf16(contents[...], bigEndian: bigEndian),
        bigEndian ? .utf16BigEndian : .utf16LittleEndian
      )
    }
    var body = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(contents.dropFirst(3)) : contents
    let count = body.count
    if hasZero { body.removeAll { $0 == 0 } }
    guard (count - body.count) * 50 <= count else { throw .notText(.binary) }
    if UTF8Check.isValid(body) { return (body, .utf8) }
    let controls = body.count { $0 < 0x20 && !$0.isSpace }
    guard controls * 100 <= body.count else { throw .notText(.binary) }
    let repaired = String(decoding: body, as: UTF8.self)
    if isMostlyWhole(repaired) { return (Array(repaired.utf8), .damagedUTF8) }
    return (windows1252(body), .windows1252)
  }

  /// Whether what is outside ASCII is for the greater part whole, as in UTF-8 that was cut badly.
  ///
  /// Windows-1252 hardly ever looks like UTF-8 in so many places.
  private static func isMostlyWhole(_ repaired: String) -> Bool {
    var (whole, damaged) = (0, 0)
    for scalar in repaired.unicodeScalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" { damaged += 1 } else { whole += 1 }
    }
    return whole >= damaged
  }

  /// The byte order of UTF-16 without a byte-order mark, told by where the zero bytes stand;
  /// nothing where it is not UTF-16.
  private static func isBigEndianUTF16(_ contents: [UInt8]) -> Bool? {
    let (even, odd) = zeroBytes(contents)
    let half = min(contents.count, sampleSize) / 2
    if odd * 10 > half * 4, even * 10 < half { return false }
    if even * 10 > half * 4, odd * 10 < half { return true }
    return nil
  }

  /// How many bytes are looked at to tell UTF-16.
  private static let sampleSize = 65_536

  private static func zeroBytes(_ bytes: [UInt8]) -> (even: Int, odd: Int) {
    var counts = (even: 0, odd: 0)
    for (offset, byte) in bytes.prefix(sampleSize).enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { counts.even += 1 } else { counts.odd += 1 }
    }
    return counts
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var offset = bytes.startIndex
    while offset + 1 < bytes.endIndex {
      let (a, b) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      let unit = bigEndian ? a << 8 | b : b << 8 | a
      if unit != 0 { units.append(unit) }
      offset += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      if (0x80...0x9F).contains(byte) {
        text.append(windows1252High[Int(byte) - 0x80])
      } else {
        text.append(Unicode.Scalar(byte))
      }
    }
    return Array(String(text).utf8)
  }

  /// What the code page has at 0x80 to 0x9F; its five holes read as the replacement character.
  private static let windows1252High: [Unicode.Scalar] = [
    "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
    "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
  ]
}
