/// The text of a paper as it was received: UTF-8 bytes and where its lines begin.
///
/// Only LF and CRLF end a line, as in an editor; a form feed starts a page but not a line. Where
/// there is no LF at all, CR ends lines, as it did on old Macs.
public struct SourceText: Sendable {
  /// What the paper is called: a file name, or `-` for standard input.
  public let name: String
  /// The bytes, valid UTF-8, untouched but for a decoding from another encoding.
  public let bytes: [UInt8]
  /// The encoding the bytes arrived in.
  public let encoding: SourceEncoding
  /// Offset of each line's first byte.
  public let lineStarts: [UInt32]

  /// Wraps bytes that are known to be UTF-8.
  public init(name: String, utf8 bytes: [UInt8], encoding: SourceEncoding = .utf8) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    self.lineStarts = Self.findLines(bytes)
  }

  /// Wraps a string.
  public init(name: String, text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  /// How many lines the paper has; a closing line end starts no further line.
  public var lineCount: Int { lineStarts.count }

  /// The bytes of a line, 1-based, without its line end.
  @inlinable
  public func line(_ number: Int) -> ByteRange {
    let start = Int(lineStarts[number - 1])
    var end = number < lineStarts.count ? Int(lineStarts[number]) : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(start, end)
  }

  /// The line that a byte stands on, 1-based; offsets past the end stand on the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The words of some lines exactly as the source has them.
  public func quote(_ lines: LineRange) -> [String] {
    guard lines.first >= 1, lines.first <= lineCount else { return [] }
    return (lines.first...min(lines.last, lineCount)).map { bytes.string(line($0)) }
  }

  /// Some of the lines as a text of their own, which ends lines as the whole does.
  package func part(_ lines: LineRange) -> SourceText {
    let start = Int(lineStarts[lines.first - 1])
    let end = lines.last < lineCount ? Int(lineStarts[lines.last]) : bytes.count
    return SourceText(
      name: name, bytes: Array(bytes[start..<end]), encoding: encoding,
      lineStarts: lineStarts[lines.first - 1..<lines.last].map { $0 - UInt32(start) })
  }

  private init(
    name: String, bytes: [UInt8], encoding: SourceEncoding, lineStarts: [UInt32]
  ) {
    (self.name, self.bytes, self.encoding, self.lineStarts) = (name, bytes, encoding, lineStarts)
  }

  private static func findLines(_ bytes: [UInt8]) -> [UInt32] {
    guard !bytes.isEmpty else { return [] }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 80 + 1)
    let lineEnd: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while let next = ByteSearch.first(lineEnd, in: bytes, from: at) {
        at = next + 1
        if at < bytes.count { starts.append(UInt32(at)) }
      }
    }
    return starts
  }
}

/// The encoding a paper's bytes arrived in.
public enum SourceEncoding: String, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// UTF-8 in which some characters were damaged; the replacement character stands for them.
  case damagedUTF8 = "UTF-8 with damaged characters"
  /// UTF-16, least significant byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "UTF-16BE"
  /// The Windows code page of Western Europe.
  case windows1252 = "Windows-1252"
}
