/// Writes JSON into bytes: compact, keys in the order they are given, text escaped as little as
/// RFC 8259 asks.
public struct JSONText: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Nothing written yet.
  public init() {}

  /// The JSON as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What has been written, which is then forgotten.
  mutating func take() -> [UInt8] {
    defer {
      bytes = []
      bytes.reserveCapacity(RecordWriter.block * 2)
    }
    return bytes
  }

  /// Opens an object.
  public mutating func beginObject() { open(0x7B) }
  /// Closes an object.
  public mutating func endObject() { close(0x7D) }
  /// Opens an array.
  public mutating func beginArray() { open(0x5B) }
  /// Closes an array.
  public mutating func endArray() { close(0x5D) }

  /// Writes a key.
  public mutating func key(_ name: StaticString) {
    comma()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a key that is made at run time.
  public mutating func key(named name: String) {
    comma()
    quoted(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes words.
  public mutating func string(_ value: String) {
    comma()
    quoted(value)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    comma()
    var digits = value.magnitude
    var place: UInt = 1
    while digits / place >= 10 { place *= 10 }
    if value < 0 { bytes.append(0x2D) }
    while place > 0 {
      bytes.append(UInt8(0x30 + digits / place))
      digits %= place
      place /= 10
    }
    needsComma = true
  }

  /// Writes a number rounded to so many decimal places, so that the same figure is always written
  /// the same way; one that is no number becomes `null`.
  public mutating func number(_ value: Double, places: Int) {
    comma()
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    if let scaled = Int(exactly: (value * Double(scale)).rounded()) {
      let fraction = String(scaled.magnitude % scale.magnitude)
      var text = (scaled < 0 ? "-" : "") + String(scaled.magnitude / scale.magnitude)
      if places > 0 {
        text += "." + String(repeating: "0", count: places - fraction.count) + fraction
      }
      bytes.append(contentsOf: text.utf8)
    } else {
      bytes.append(contentsOf: "null".utf8)
    }
    needsComma = true
  }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) {
    comma()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    comma()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Ends a line of JSON Lines.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func comma() {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  private mutating func open(_ byte: UInt8) {
    comma()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func quoted(_ value: String) {
    bytes.append(0x22)
    var value = value
    value.withUTF8 { text in
      let raw = UnsafeRawBufferPointer(text)
      var start = 0
      var index = 0
      while index < text.count {
        if index + 8 <= text.count,
          Self.isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index += 8
          continue
        }
        let byte = text[index]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
          bytes.append(contentsOf: text[start..<index])
          escape(byte)
          start = index + 1
        }
        index += 1
      }
      bytes.append(contentsOf: text[start..<text.count])
    }
    bytes.append(0x22)
  }

  /// Whether none of eight bytes is escaped.
  @inline(__always)
  private static func isPlain(_ eight: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The high bit of a byte is set where it is less than a blank, or is one of the three.
    var found = (eight &- ones &* 0x20) & ~eight
    for byte: UInt64 in [0x22, 0x5C, 0x7F] {
      let differing = eight ^ (ones &* byte)
      found |= (differing &- ones) & ~differing
    }
    return found & (ones &* 0x80) == 0
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(0x6E)
    case 0x0D: bytes.append(0x72)
    case 0x09: bytes.append(0x74)
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
    }
  }
}
