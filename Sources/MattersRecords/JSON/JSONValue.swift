/// A JSON value, and a small strict reader of RFC 8259 text.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads one JSON value that is the whole text, or nothing where it is not JSON.
  public init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    reader.skipSpace()
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    guard reader.at == reader.bytes.count else { return nil }
    self = value
  }

  /// The member of an object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The words, if it is text.
  public var text: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The whole number, if it is one.
  public var whole: Int? {
    guard case .number(let value) = self else { return nil }
    return Int(exactly: value)
  }

  /// The elements, if it is an array.
  public var elements: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    mutating func skipSpace() {
      while at < bytes.count, bytes[at] <= 0x20,
        bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x09 || bytes[at] == 0x0D
      {
        at += 1
      }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      skipSpace()
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
      return true
    }

    mutating func value(depth: Int) -> JSONValue? {
      skipSpace()
      guard at < bytes.count, depth < 200 else { return nil }
      switch bytes[at] {
      case 0x7B: return object(depth)
      case 0x5B: return array(depth)
      case 0x22: return string().map(JSONValue.string)
      case 0x74: return literal("true", .bool(true))
      case 0x66: return literal("false", .bool(false))
      case 0x6E: return literal("null", .null)
      default: return number()
      }
    }

    mutating func literal(_ word: String, _ value: JSONValue) -> JSONValue? {
      guard bytes[at...].starts(with: word.utf8) else { return nil }
      at += word.utf8.count
      return value
    }

    mutating func object(_ depth: Int) -> JSONValue? {
      at += 1
      var members = [String: JSONValue](minimumCapacity: 12)
      if take(0x7D) { return .object(members) }
      repeat {
        skipSpace()
        guard let key = string(), take(0x3A), let member = value(depth: depth + 1) else {
          return nil
        }
        members[key] = member
      } while take(0x2C)
      return take(0x7D) ? .object(members) : nil
    }

    mutating func array(_ depth: Int) -> JSONValue? {
      at += 1
      var elements: [JSONValue] = []
      if take(0x5D) { return .array(elements) }
      repeat {
        guard let element = value(depth: depth + 1) else { return nil }
        elements.append(element)
      } while take(0x2C)
      return take(0x5D) ? .array(elements) : nil
    }

    mutating func string() -> String? {
      guard at < bytes.count, bytes[at] == 0x22 else { return nil }
      at += 1
      let start = at
      while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
      guard at < bytes.count else { return nil }
      // Most have nothing that is escaped, and are as valid as the text that they stand in.
      if bytes[at] == 0x22 {
        at += 1
        return String(decoding: bytes[start..<at - 1], as: UTF8.self)
      }
      var out = Array(bytes[start..<at])
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        switch byte {
        case 0x22: return String(validating: out, as: UTF8.self)
        case 0x5C: guard escape(into: &out) else { return nil }
        case 0..<0x20: return nil
        default: out.append(byte)
        }
      }
      return nil
    }

    mutating func escape(into out: inout [UInt8]) -> Bool {
      guard at < bytes.count else { return false }
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x22, 0x5C, 0x2F: out.append(byte)
      case 0x6E: out.append(0x0A)
      case 0x72: out.append(0x0D)
      case 0x74: out.append(0x09)
      case 0x62: out.append(0x08)
      case 0x66: out.append(0x0C)
      case 0x75:
        guard var unit = hex() else { return false }
        if (0xD800..<0xDC00).contains(unit), at + 1 < bytes.count, bytes[at] == 0x5C,
          bytes[at + 1] == 0x75
        {
          at += 2
          guard let low = hex(), (0xDC00..<0xE000).contains(low) else { return false }
          unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(unit) else { return false }
        out.append(contentsOf: String(scalar).utf8)
      default: return false
      }
      return true
    }

    mutating func hex() -> UInt32? {
      guard at + 4 <= bytes.count else { return nil }
      var value: UInt32 = 0
      for byte in bytes[at..<at + 4] {
        switch byte {
        case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
        default: return nil
        }
      }
      at += 4
      return value
    }

    /// `-12`, `0.5`, `1e-3`; no leading zeros or plus, and a digit on each side of the point.
    mutating func number() -> JSONValue? {
      let start = at
      if peek == 0x2D { at += 1 }
      if peek == 0x30 { at += 1 } else if !digits() { return nil }
      if peek == 0x2E {
        at += 1
        guard digits() else { return nil }
      }
      if peek == 0x65 || peek == 0x45 {
        at += 1
        if peek == 0x2B || peek == 0x2D { at += 1 }
        guard digits() else { return nil }
      }
      guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)), value.isFinite
      else { return nil }
      return .number(value)
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    /// Passes over digits; whether there was one.
    private mutating func digits() -> Bool {
      let start = at
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
      return at > start
    }
  }
}
