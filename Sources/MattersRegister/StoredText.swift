import CZlib
import Foundation
import GRDB

/// The text of a paper as the register keeps it: compressed where that makes it smaller.
///
/// What is compressed begins with a byte that no text has, so that the two are told apart and a
/// text which an older version stored is read as it lies there. A paper's SHA-256 is that of its
/// text, whichever way it lies.
enum StoredText {
  /// No UTF-8 has this byte; the second tells how the rest is kept.
  private static let mark: [UInt8] = [0xFF, 0x01]
  /// Larger than any paper; what would be more was not stored by this program.
  private static let limit = 1 << 30

  /// A text as it is to be stored.
  static func packed(_ text: [UInt8]) -> Data {
    guard text.count <= limit else { return Data(text) }
    var size = compressBound(UInt(text.count))
    var out = [UInt8](repeating: 0, count: mark.count + Int(size))
    out.replaceSubrange(..<mark.count, with: mark)
    let status = out.withUnsafeMutableBufferPointer { out in
      text.withUnsafeBufferPointer { text in
        // The fastest way: a text is stored once, while somebody waits.
        compress2(
          out.baseAddress.map { $0 + mark.count }, &size, text.baseAddress, UInt(text.count), 1)
      }
    }
    let length = mark.count + Int(size)
    return status == Z_OK && length < text.count ? Data(out[..<length]) : Data(text)
  }

  /// Compresses the texts that an older version stored as they were.
  static func packAll(_ database: Database) throws {
    for id in try Int64.fetchAll(database, sql: "SELECT id FROM document") {
      let text = try Data.fetchOne(
        database, sql: "SELECT text FROM document WHERE id = ?", arguments: [id])
      guard let text, !text.starts(with: mark) else { continue }
      try database.execute(
        sql: "UPDATE document SET text = ? WHERE id = ?", arguments: [packed(Array(text)), id])
    }
  }

  /// A stored text as it was; nothing where it was damaged.
  static func plain(_ stored: Data) -> [UInt8] {
    guard stored.starts(with: mark) else { return Array(stored) }
    var input = Array(stored.dropFirst(mark.count))
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { inflateEnd(&stream) }
    var out: [UInt8] = []
    out.reserveCapacity(input.count * 4)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while true {
        let (status, count) = chunk.withUnsafeMutableBufferPointer { chunk in
          stream.next_out = chunk.baseAddress
          stream.avail_out = UInt32(chunk.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          return (status, chunk.count - Int(stream.avail_out))
        }
        out += chunk[..<count]
        if status == Z_STREAM_END { return out }
        if status != Z_OK || count == 0 || out.count > limit { return [] }
      }
    }
  }
}
