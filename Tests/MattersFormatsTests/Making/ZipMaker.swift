import CZlib

/// Makes ZIP containers, honest and hostile.
enum ZipMaker {
  struct File {
    var name: String
    var bytes: [UInt8]
    var isDeflated = false
    /// What the container says that the file unpacks to, where that is a lie.
    var claimedSize: Int?
  }

  static func zip(_ files: [File]) -> [UInt8] {
    var out: [UInt8] = []
    var list: [UInt8] = []
    for file in files {
      let header = out.count
      let packed = file.isDeflated ? deflated(file.bytes) : file.bytes
      let sum = file.bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
      var facts: [UInt8] = []
      for number in [20, 0, file.isDeflated ? 8 : 0, 0, 0x21] { add(number, 2, to: &facts) }
      for number in [Int(sum), packed.count, file.claimedSize ?? file.bytes.count] {
        add(number, 4, to: &facts)
      }
      for number in [file.name.utf8.count, 0] { add(number, 2, to: &facts) }
      add(0x0403_4B50, 4, to: &out)
      out += facts + file.name.utf8 + packed
      add(0x0201_4B50, 4, to: &list)
      add(20, 2, to: &list)
      list += facts
      for width in [2, 2, 2, 4] { add(0, width, to: &list) }
      add(header, 4, to: &list)
      list += file.name.utf8
    }
    let start = out.count
    out += list
    add(0x0605_4B50, 4, to: &out)
    for number in [0, 0, files.count, files.count] { add(number, 2, to: &out) }
    add(list.count, 4, to: &out)
    add(start, 4, to: &out)
    add(0, 2, to: &out)
    return out
  }

  private static func add(_ number: Int, _ bytes: Int, to out: inout [UInt8]) {
    for index in 0..<bytes { out.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var out = [UInt8](repeating: 0, count: bytes.count / 500 + 4096)
    var input = bytes
    let count = input.withUnsafeMutableBufferPointer { input in
      out.withUnsafeMutableBufferPointer { out in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(out.count)
        precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END)
        return out.count - Int(stream.avail_out)
      }
    }
    return Array(out[..<count])
  }
}
