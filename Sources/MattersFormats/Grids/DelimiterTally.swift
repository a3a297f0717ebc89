import MattersText

/// How often each mark stands in a text, so that prose is told from CSV before it is cut.
struct DelimiterTally {
  /// The lines at the head of a file that may have no delimiter.
  private static let titles = 10

  private var counts: [Int] = Array(repeating: 0, count: 256)
  /// Lines that are not blank.
  private var lines = 0
  /// The marks behind which a quote opens a field, a line's end among them.
  private var quoting: Set<UInt8> = []

  init(_ bytes: [UInt8]) {
    counts.withUnsafeMutableBufferPointer { counts in
      var former = UInt8(ascii: "\n")
      for byte in bytes {
        counts[Int(byte)] += 1
        if byte > 0x22 {
          if former == 0x0A { lines += 1 }
          former = byte
        } else if byte == 0x0A {
          former = byte
        } else if !byte.isSpace {
          if byte == 0x22 { quoting.insert(former) }
          if former == 0x0A { lines += 1 }
          former = byte
        } else if byte == 0x09, former != 0x0A {
          // A tab may itself be what a quote stands behind.
          former = byte
        }
      }
    }
  }

  /// Whether there may be records that a mark parts into three fields or more: where no quote holds
  /// lines together, nearly every line must then have it twice.
  func mayPart(by delimiter: UInt8) -> Bool {
    if quoting.contains(delimiter) || quoting.contains(0x0A) { return true }
    return counts[Int(delimiter)] >= lines - Self.titles
  }
}
