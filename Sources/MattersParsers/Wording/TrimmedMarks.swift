extension String {
  /// The text without blanks and closing marks around it.
  var trimmingMarks: String {
    let bytes = utf8
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end, bytes[start] == 0x20 { start = bytes.index(after: start) }
    while start < end {
      let last = bytes.index(before: end)
      switch bytes[last] {
      case 0x20, 0x2C, 0x2E, 0x3A, 0x3B: end = last
      default: return String(self[start..<end])
      }
    }
    return ""
  }
}
