import MattersText

/// The list of files at the end of a ZIP container: enough to tell a Word file from a workbook,
/// and a small paper from a bomb, without unpacking anything.
package struct ZipDirectory {
  /// A file of the container.
  package struct Entry {
    package var name: String
    /// 0 where the file is stored as it is, 8 where it is deflated.
    var method: Int
    var isEncrypted: Bool
    var packedSize: Int
    /// What the file says it unpacks to.
    var unpackedSize: Int
    /// Where its own header begins.
    var header: Int
    /// Where its place in the list begins and ends.
    var listed: ByteRange
  }

  /// The files, in the order of the list.
  package private(set) var entries: [Entry] = []

  /// Where the list begins: behind the last file.
  private(set) var start = 0

  /// How many bytes the files say that they unpack to.
  var unpackedSize: Int { entries.reduce(0) { $0 + $1.unpackedSize } }

  /// Reads the list; nothing where the container is broken.
  package init?(_ bytes: [UInt8]) {
    guard let end = Self.end(of: bytes) else { return nil }
    let count = bytes.littleEndian(end + 10, 2)
    var at = bytes.littleEndian(end + 16, 4)
    start = min(at, bytes.count)
    for _ in 0..<count {
      guard at + 46 <= bytes.count, bytes.littleEndian(at, 4) == 0x0201_4B50 else { return nil }
      let nameLength = bytes.littleEndian(at + 28, 2)
      let next =
        at + 46 + nameLength + bytes.littleEndian(at + 30, 2) + bytes.littleEndian(at + 32, 2)
      guard next <= bytes.count else { return nil }
      entries.append(
        Entry(
          name: String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self),
          method: bytes.littleEndian(at + 10, 2),
          isEncrypted: bytes.littleEndian(at + 8, 2) & 1 == 1,
          packedSize: bytes.littleEndian(at + 20, 4), unpackedSize: bytes.littleEndian(at + 24, 4),
          header: bytes.littleEndian(at + 42, 4), listed: ByteRange(at, next)))
      at = next
    }
  }

  /// The form of paper that the container holds, by the one file that each must have.
  package func form(of bytes: [UInt8]) -> OfficeForm? {
    // Some programs number the part.
    if entries.contains(where: { $0.name.hasPrefix("word/document") && $0.name.hasSuffix(".xml") })
    {
      return .docx
    }
    if entries.contains(where: { $0.name == "xl/workbook.xml" }) { return .xlsx }
    // An OpenDocument file begins with its type, stored as it is.
    let head = String(decoding: bytes.prefix(120), as: UTF8.self)
    return head.contains("opendocument.text") ? .odt : nil
  }

  /// Where the end record begins: the last one in the file.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var at = bytes.count - 22
    let lowest = max(0, at - 0xFFFF)
    while at >= lowest {
      if bytes[at] == 0x50, bytes.littleEndian(at, 4) == 0x0605_4B50 { return at }
      at -= 1
    }
    return nil
  }
}

/// Forms that office programs pack into a ZIP container.
package enum OfficeForm {
  case docx, xlsx, odt
}

extension [UInt8] {
  /// The number in some bytes, the least significant first.
  func littleEndian(_ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[at + $1]) << (8 * $1) }
  }

  /// Adds a number in so many bytes, the least significant first.
  mutating func append(_ number: Int, bytes: Int) {
    for index in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
