import CZlib

/// A ZIP container of parts that are stored as they are.
package enum ZipFile {
  /// The container of some named parts, or nothing where there are more than it can hold.
  package static func holding(_ parts: [(name: String, text: String)]) -> [UInt8]? {
    var size = 22
    for (name, text) in parts { size += 2 * name.utf8.count + text.utf8.count + 76 }
    return parts.count < 0xFFFF && size < Int(UInt32.max) ? file(parts) : nil
  }

  /// The container of a few small parts.
  static func file(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in parts {
      let (name, bytes) = (Array(name.utf8), Array(text.utf8))
      let start = out.count
      var common: [UInt8] = []
      common.number(20, 2)  // the version that can read it
      common.number(0x0800, 2)  // names are UTF-8
      common.number(0, 2)  // stored
      common.number(0x0021_0000, 4)  // 1 January 1980: the same file each time
      common.number(Int(checksum(bytes)), 4)
      common.number(bytes.count, 4)
      common.number(bytes.count, 4)
      common.number(name.count, 2)
      common.number(0, 2)
      out += [0x50, 0x4B, 0x03, 0x04] + common + name + bytes
      directory += [0x50, 0x4B, 0x01, 0x02]
      directory.number(20, 2)
      directory += common
      directory.number(0, 2)  // no comment
      directory.number(0, 2)  // one volume
      directory.number(0, 2)
      directory.number(0, 4)
      directory.number(start, 4)
      directory += name
    }
    let start = out.count
    out += directory + [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    out.number(parts.count, 2)
    out.number(parts.count, 2)
    out.number(directory.count, 4)
    out.number(start, 4)
    out.number(0, 2)
    return out
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt {
    bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func number(_ value: Int, _ count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }
}
