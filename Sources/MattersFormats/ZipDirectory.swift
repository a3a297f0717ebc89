import MattersText

/// The list of files at the end of a ZIP container: enough to tell a Word file from a workbook,
/// and a small paper from a bomb, without unpacking anything.
struct ZipDirectory {
  /// The names of the files.
  private(set) var names: Set<String> = []
  /// How many bytes the files say that they unpack to.
  private(set) var unpackedSize = 0

  /// Reads the list; nothing where the container is broken.
  init?(_ bytes: [UInt8]) {
    guard let end = Self.end(of: bytes) else { return nil }
    let count = Self.number(bytes, end + 10, 2)
    var at = Self.number(bytes, end + 16, 4)
    for _ in 0..<count {
      guard at + 46 <= bytes.count, Self.number(bytes, at, 4) == 0x0201_4B50 else { return nil }
      let nameLength = Self.number(bytes, at + 28, 2)
      let next =
        at + 46 + nameLength + Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
      guard next <= bytes.count else { return nil }
      names.insert(String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self))
      unpackedSize += Self.number(bytes, at + 24, 4)
      at = next
    }
  }

  /// The form of paper that the container holds, by the one file that each must have.
  func form(_ bytes: [UInt8]) -> OfficeForm? {
    // Some programs number the part.
    if names.contains(where: { $0.hasPrefix("word/document") && $0.hasSuffix(".xml") }) {
      return .docx
    }
    if names.contains("xl/workbook.xml") { return .xlsx }
    if names.contains("content.xml"), Self.firstWords(bytes).contains("opendocument.text") {
      return .odt
    }
    return nil
  }

  /// An OpenDocument file begins with its type, stored as it is.
  private static func firstWords(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(120), as: UTF8.self)
  }

  /// Where the end record begins: the last one whose comment reaches the end of the file.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var at = bytes.count - 22
    let lowest = max(0, at - 0xFFFF)
    while at >= lowest {
      if bytes[at] == 0x50, number(bytes, at, 4) == 0x0605_4B50 { return at }
      at -= 1
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }
}

/// Forms that office programs pack into a ZIP container.
enum OfficeForm: String {
  case docx, xlsx, odt
}
