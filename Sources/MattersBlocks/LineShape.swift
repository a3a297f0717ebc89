import MattersText

/// What a line of prose is by its first marks: a heading, a list item with or without a label, or a
/// paragraph.
struct LineShape {
  var kind: Block.Kind
  var label: ByteRange
  var content: ByteRange
  var level: UInt8
  var style: Block.Style
  /// The emphasis mark that opened before the label and closes in the content.
  var openMark: UInt8?
  /// The offset past the words at its head that are set apart from the rest.
  var headEnd: Int?

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
      // A converter's bullet before the paper's own: "- • the report".
      if bytes[line.lower] < 0x80, bytes[at] >= 0x80, let own = bullet(bytes, at, end) { at = own }
      shape.content = ByteRange(at, end)
    }

    if isMarked(bytes, shape.content, "**", "**") || isMarked(bytes, shape.content, "<b>", "</b>")
      || isMarked(bytes, shape.content, "<strong>", "</strong>")
      || isMarked(bytes, shape.content, "__", "__")
    {
      shape.style.insert(.bold)
    }
    if isMarked(bytes, shape.content, "~~", "~~") { shape.style.insert(.struck) }

    let labelStart = skipOpeners(bytes, at, end)
    var opened: UInt8?
    let isTitle = shape.kind == .heading || shape.style.contains(.bold)
    if let (label, labelEnd) = LabelScanner.scan(bytes, labelStart, end)
      ?? LabelScanner.scanEscaped(bytes, labelStart, end)
      ?? (isTitle ? LabelScanner.scanBare(bytes, labelStart, end) : nil)
    {
      // A mark that opened before the label may close right after it.
      var next = labelEnd
      while next < end, bytes[next] == 0x2A || bytes[next] == 0x5F || bytes[next] == 0x7E,
        bytes[at..<labelStart].contains(bytes[next])
      {
        next += 1
      }
      shape.label = label
      shape.content = bytes.trimmed(ByteRange(next, end))
      if !bytes[next..<end].contains(where: \.isWordByte) { shape.content = ByteRange(end, end) }
      if next == labelEnd, labelStart > at {
        let mark = bytes[labelStart - 1]
        let isSingle = labelStart - 1 == at || bytes[labelStart - 2] != mark
        if mark == 0x2A || mark == 0x5F { opened = mark }
        if isSingle, mark == 0x2A || mark == 0x5F { shape.openMark = mark }
      }
      if shape.kind == .paragraph { shape.kind = .item }
      shape.takeInnerLabel(bytes)
    }
    if let end = EmphasizedHead.end(bytes, shape.content, open: shape.openMark ?? opened) {
      if end < shape.content.upper {
        shape.headEnd = end
      } else {
        shape.style.insert(.emphasized)
      }
    }
    return shape
  }

  /// Takes the item's own number, where a converter counted lists anew before it: `1. **3.** **Pond**`.
  private mutating func takeInnerLabel(_ bytes: [UInt8]) {
    guard label.count <= 4, bytes[label.lower].isDigit, content.count > 8,
      bytes[content.lower] == 0x2A, bytes[content.lower + 1] == 0x2A
    else { return }
    let start = Self.skipOpeners(bytes, content.lower, content.upper)
    guard let (inner, next) = LabelScanner.scan(bytes, start, content.upper),
      bytes[inner.lower].isDigit
    else { return }
    var at = next
    while at < content.upper, bytes[at] == 0x2A || bytes[at].isBlank { at += 1 }
    guard at < content.upper else { return }
    // The marks behind the number may have closed those before it, or open the title's.
    var words = next
    if bytes.matches("**", at: next, before: content.upper) { words = next + 2 }
    label = inner
    content = bytes.trimmed(ByteRange(words, content.upper))
    if Self.isMarked(bytes, content, "**", "**") { style.insert(.bold) }
    openMark = nil
  }

  /// The offset after a bullet and its blanks, if the line begins with one; with `alone`, after a
  /// bullet that has no words.
  static func bullet(_ bytes: [UInt8], _ start: Int, _ end: Int, alone: Bool = false) -> Int? {
    guard start < end else { return nil }
    var at = start
    switch bytes[at] {
    case 0x2D, 0x2A, 0x2B: at += 1
    case 0xE2:  // bullets, dashes, arrows, triangles and squares begin with this byte
      guard start + 2 < end else { return nil }
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x80, 0x93), (0x97, _), (0x96, _), (0x9E, _), (0x81, 0x83):
        at += 3
      default: return nil
      }
    case 0xC2
    where start + 1 < end && (bytes[start + 1] == 0xB7 || bytes[start + 1] == 0xA7):
      at += 2
    // The ring that word processors set under a dot.
    case 0x6F where start + 1 < end && bytes[start + 1].isBlank && !alone: at += 1
    case 0xEF where start + 2 < end && bytes[start + 1] == 0x82: at += 3  // symbol-font bullets
    default: return nil
    }
    if alone { return at }
    let mark = at
    while at < end {
      if bytes[at].isBlank {
        at += 1
      } else if bytes.isNoBreakSpace(at: at, before: end) {
        at += 2
      } else {
        break
      }
    }
    return at > mark && at < end ? at : nil
  }

  /// The offset after the marks and tags that open before a label.
  private static func skipOpeners(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      switch bytes[at] {
      case 0x2A, 0x5F, 0x7E, 0x20, 0x09: at += 1
      case 0x3C:
        guard let next = afterTag(bytes, at, end) else { return at }
        at = next
      default:
        guard bytes.isNoBreakSpace(at: at, before: end) else { return at }
        at += 2
      }
    }
    return at
  }

  /// The offset after an opening tag without attributes, such as `<b>`.
  private static func afterTag(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var at = start + 1
    while at < end, bytes[at].isLetter { at += 1 }
    guard at < end, bytes[at] == 0x3E, TagKind.of(bytes, ByteRange(start + 1, at)) != nil else {
      return nil
    }
    return at + 1
  }

  /// Whether all words of a line stand between these marks: `**1.** **TITLE**` does,
  /// `**A** and **B**` does not.
  private static func isMarked(
    _ bytes: [UInt8], _ content: ByteRange, _ open: StaticString, _ close: StaticString
  ) -> Bool {
    let end = content.upper
    var at = content.lower
    while at < end {
      guard bytes.matches(open, at: at, before: end) else { return false }
      let words = ByteRange(at + open.utf8CodeUnitCount, end)
      guard let last = bytes.firstIndex(of: close, in: words), last > words.lower else {
        return false
      }
      at = last + close.utf8CodeUnitCount
      while at < end, bytes[at].isBlank { at += 1 }
    }
    return content.lower < end
  }
}
