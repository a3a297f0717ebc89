import MattersText

/// What a line of prose is by its first marks: a heading, a list item with or without a label, or a
/// paragraph.
struct LineShape {
  var kind: Block.Kind
  var label: ByteRange
  var content: ByteRange
  var level: UInt8
  var style: Block.Style

  /// The shape of a trimmed line that stood `indent` bytes from the margin.
  static func of(_ bytes: [UInt8], _ line: ByteRange, indent: Int) -> LineShape {
    var shape = LineShape(
      kind: .paragraph, label: .none, content: line,
      level: UInt8(truncatingIfNeeded: min(indent, 32) / 2), style: [])
    var at = line.lower
    let end = line.upper

    if bytes[at] == 0x23 {
      var depth = 0
      while at < end, bytes[at] == 0x23 { (at, depth) = (at + 1, depth + 1) }
      if depth <= 6, at < end, bytes[at].isBlank {
        shape.kind = .heading
        shape.level = UInt8(depth)
        while at < end, bytes[at].isBlank { at += 1 }
        shape.content = ByteRange(at, end)
      } else {
        at = line.lower
      }
    } else if let next = bullet(bytes, at, end) {
      shape.kind = .item
      shape.style.insert(.bullet)
      at = next
      shape.content = ByteRange(at, end)
    }

    if isMarked(bytes, shape.content, "**", "**") || isMarked(bytes, shape.content, "<b>", "</b>")
      || isMarked(bytes, shape.content, "<strong>", "</strong>")
    {
      shape.style.insert(.bold)
    }
    if isMarked(bytes, shape.content, "~~", "~~") { shape.style.insert(.struck) }

    let labelStart = skipOpeners(bytes, at, end)
    if let (label, next) = LabelScanner.scan(bytes, labelStart, end) {
      shape.label = label
      shape.content = bytes.trimmed(ByteRange(next, end))
      if shape.kind == .paragraph { shape.kind = .item }
    }
    return shape
  }

  /// The offset after a bullet and its blanks, if the line begins with one.
  private static func bullet(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var at = start
    switch bytes[at] {
    case 0x2D, 0x2A, 0x2B: at += 1
    case 0xE2:  // bullets, triangles, squares and ticks begin with this byte
      guard start + 2 < end else { return nil }
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x97, _), (0x96, _), (0x81, 0x83): at += 3
      default: return nil
      }
    case 0xC2 where start + 1 < end && bytes[start + 1] == 0xB7: at += 2
    case 0xEF where start + 2 < end && bytes[start + 1] == 0x82: at += 3  // symbol-font bullets
    default: return nil
    }
    guard at < end, bytes[at].isBlank else { return nil }
    while at < end, bytes[at].isBlank { at += 1 }
    return at < end ? at : nil
  }

  private static func skipOpeners(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      if bytes[at] == 0x2A || bytes[at].isBlank {
        at += 1
      } else if bytes.matches("<b>", at: at, before: end) || bytes.matches("<i>", at: at, before: end)
        || bytes.matches("<p>", at: at, before: end)
      {
        at += 3
      } else if bytes.matches("<strong>", at: at, before: end) {
        at += 8
      } else {
        break
      }
    }
    return at
  }

  private static func isMarked(
    _ bytes: [UInt8], _ content: ByteRange, _ open: StaticString, _ close: StaticString
  ) -> Bool {
    content.count > open.utf8CodeUnitCount + close.utf8CodeUnitCount
      && bytes.matches(open, at: content.lower, before: content.upper)
      && bytes.matches(close, at: content.upper - close.utf8CodeUnitCount, before: content.upper)
  }
}
