import MattersText

/// Cuts the text of a CSV file into its records, and finds where each field begins.
///
/// A record that a quote holds together may run over several lines. Papers are made by hand, so
/// that quotes go wrong: one that stands inside a field is a mark like any other, and one that is
/// never closed must not swallow the rest of the file.
struct CSVCutter {
  /// A record: its text with every quote as a strict reader wants it, and where it stood.
  struct Line {
    var text: [UInt8] = []
    var fieldStarts: [Int] = []
    var lines: LineRange
    /// Whether nothing but delimiters and white space is in it.
    var isBlank = true
  }

  /// What was wrong with a quote, on which line.
  struct Fault {
    var isUnclosed: Bool
    var line: Int
  }

  private let source: SourceText
  private let delimiter: UInt8
  private var at = 0
  private var line = 1
  /// How many bytes may still be read in vain for a quote that closes; keeps the time linear.
  private var patience: Int
  /// Quotes that went wrong, in order.
  private(set) var faults: [Fault] = []

  init(_ source: SourceText, delimiter: UInt8) {
    self.source = source
    self.delimiter = delimiter
    patience = source.bytes.count * 2
  }

  /// The next record; nothing at the end.
  mutating func next() -> Line? {
    let bytes = source.bytes
    guard at < bytes.count else { return nil }
    var record = Line(lines: LineRange(line, line))
    var atFieldStart = true
    record.fieldStarts.append(at)
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x0A {
        at += 1
        line += 1
        break
      }
      if byte == delimiter {
        record.text.append(byte)
        at += 1
        record.fieldStarts.append(at)
        atFieldStart = true
      } else if byte == 0x22 {
        if atFieldStart, let end = closing(at) {
          quoted(to: end, &record)
        } else {
          // A mark inside the words, such as inches; doubled, a strict reader takes it as one.
          if !atFieldStart { note(isUnclosed: false) }
          record.text += atFieldStart ? [0x22, 0x22, 0x22] : [0x22, 0x22]
          at += 1
          if atFieldStart { literalRest(&record) }
        }
        record.isBlank = false
        atFieldStart = false
      } else if byte.isSpace {
        // Page breaks and lone carriage returns end no record; one before a line end is part of it,
        // and no blank behind the last field.
        let isOfTheEnd = byte == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
        if !isOfTheEnd { record.text.append(byte == 0x09 ? byte : 0x20) }
        at += 1
      } else {
        record.text.append(byte)
        record.isBlank = false
        atFieldStart = false
        at += 1
      }
    }
    return record
  }

  /// Takes a quoted field over, with lone quotes inside it doubled.
  private mutating func quoted(to end: Int, _ record: inout Line) {
    let bytes = source.bytes
    record.text.append(0x22)
    at += 1
    while at < end {
      let byte = bytes[at]
      if byte == 0x22 {
        record.text += [0x22, 0x22]
        if at + 1 < end, bytes[at + 1] == 0x22 { at += 1 } else { note(isUnclosed: false) }
      } else {
        if byte == 0x0A { line += 1 }
        record.text.append(byte)
      }
      at += 1
    }
    record.text.append(0x22)
    record.lines.last = line
    at = end + 1
  }

  /// Takes over the rest of a field whose opening quote is not closed, as one quoted field.
  private mutating func literalRest(_ record: inout Line) {
    let bytes = source.bytes
    note(isUnclosed: true)
    while at < bytes.count, bytes[at] != delimiter, bytes[at] != 0x0A {
      record.text += bytes[at] == 0x22 ? [0x22, 0x22] : [bytes[at]]
      at += 1
    }
    record.text.append(0x22)
  }

  /// The quote that closes the one at an offset: only blanks stand between it and the field's end.
  ///
  /// A quote that opens a field in its turn says that this one was never closed.
  private mutating func closing(_ open: Int) -> Int? {
    let bytes = source.bytes
    var at = open + 1
    while at < bytes.count, patience > 0 {
      guard bytes[at] == 0x22 else {
        at += 1
        continue
      }
      if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
        at += 2
        continue
      }
      if endsField(at + 1) { return at }
      if opensField(at, after: open) { break }
      at += 1
    }
    patience -= at - open
    return nil
  }

  private func endsField(_ offset: Int) -> Bool {
    var at = offset
    let bytes = source.bytes
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0D { at += 1 }
    return at >= bytes.count || bytes[at] == delimiter || bytes[at] == 0x0A
  }

  private func opensField(_ quote: Int, after open: Int) -> Bool {
    let before = source.bytes[quote - 1]
    return quote - 1 > open && (before == delimiter || before == 0x0A)
  }

  private mutating func note(isUnclosed: Bool) {
    if faults.count < 100, faults.last?.line != line {
      faults.append(Fault(isUnclosed: isUnclosed, line: line))
    }
  }
}
