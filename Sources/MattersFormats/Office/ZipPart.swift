import CZlib
import MattersText

/// Takes one file out of a ZIP container, and puts another in its place.
package enum ZipPart {
  /// The bytes of a file; nothing where it is broken, locked, or larger than the limit.
  package static func read(_ entry: ZipDirectory.Entry, of bytes: [UInt8], limit: Int) -> [UInt8]? {
    let at = entry.header
    guard !entry.isEncrypted, at + 30 <= bytes.count, bytes.littleEndian(at, 4) == 0x0403_4B50
    else { return nil }
    let start = at + 30 + bytes.littleEndian(at + 26, 2) + bytes.littleEndian(at + 28, 2)
    guard start + entry.packedSize <= bytes.count else { return nil }
    let packed = bytes[start..<(start + entry.packedSize)]
    switch entry.method {
    case 0: return packed.count <= limit ? Array(packed) : nil
    case 8: return inflate(packed, limit: limit)
    default: return nil
    }
  }

  /// The container with other bytes for one of its files, which are stored as they are.
  ///
  /// The former bytes do not stay behind: some readers go by the files and not by their list.
  package static func replacing(
    _ entry: ZipDirectory.Entry, with new: [UInt8], in bytes: [UInt8], _ zip: ZipDirectory
  ) -> [UInt8] {
    let name = Array(entry.name.utf8)
    let sum = new.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
    var out: [UInt8] = []
    var list: [UInt8] = []
    let inOrder = zip.entries.sorted { $0.header < $1.header }
    for (index, other) in inOrder.enumerated() {
      let header = out.count
      guard other.header == entry.header else {
        let next = min(index + 1 < inOrder.count ? inOrder[index + 1].header : .max, zip.start)
        out += bytes[min(other.header, next)..<next]
        list += bytes[other.listed.lower..<(other.listed.lower + 42)]
        list.append(header, bytes: 4)
        list += bytes[(other.listed.lower + 46)..<other.listed.upper]
        continue
      }
      // Version, flags, method, time, date; sum, sizes; the lengths of name and extra field.
      let facts: [(Int, bytes: Int)] =
        [20, 0, 0, 0, 0x21].map { ($0, 2) } + [sum, new.count, new.count].map { ($0, 4) }
        + [(name.count, 2), (0, 2)]
      out.append(0x0403_4B50, bytes: 4)
      list.append(0x0201_4B50, bytes: 4)
      list.append(20, bytes: 2)
      for fact in facts {
        out.append(fact.0, bytes: fact.bytes)
        list.append(fact.0, bytes: fact.bytes)
      }
      out += name + new
      // No comment, the first disk, no attributes.
      for width in [2, 2, 2, 4] { list.append(0, bytes: width) }
      list.append(header, bytes: 4)
      list += name
    }
    let start = out.count
    out += list
    out.append(0x0605_4B50, bytes: 4)
    for number in [0, 0, zip.entries.count, zip.entries.count] { out.append(number, bytes: 2) }
    out.append(list.count, bytes: 4)
    out.append(start, bytes: 4)
    out.append(0, bytes: 2)
    return out
  }

  private static func inflate(_ packed: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var stream = z_stream()
    // A negative window says that there is no header of zlib's own.
    guard
      inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var out: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var input = Array(packed)
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while true {
        let (status, count) = chunk.withUnsafeMutableBufferPointer { chunk in
          stream.next_out = chunk.baseAddress
          stream.avail_out = UInt32(chunk.count)
          let status = CZlib.inflate(&stream, Z_NO_FLUSH)
          return (status, chunk.count - Int(stream.avail_out))
        }
        out += chunk[..<count]
        if out.count > limit { return nil }
        if status == Z_STREAM_END { return out }
        guard status == Z_OK, count > 0 || stream.avail_in > 0 else { return nil }
      }
    }
  }
}
