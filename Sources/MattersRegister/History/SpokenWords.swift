import MattersRecords
import MattersText

extension RecordBody {
  /// What a record took from its paper word for word, one value each.
  var spoken: [String] {
    switch self {
    case .resolution(let content): [content.text]
    case .recommendation(let content): [content.text]
    case .informationRequest(let content): [content.text]
    case .action(let content): [content.text]
    case .suggestion(let content): [content.text]
    case .undertaking(let content): [content.text]
    case .executiveResponse(let content): [content.text]
    case .informationResponse(let content): [content.text]
    case .publicQuestion(let content): [content.question]
    case .finding(let content): [content.text]
    case .trackerEntry(let content): [content.text, content.response ?? ""]
    default: []
    }
  }

  /// The first word of the record that its lines do not say behind the words before it.
  ///
  /// Only plain letters and digits are compared: markup and entities stand between the others.
  func firstWordNotSaid(in source: SourceText, _ lines: LineRange) -> String? {
    let values = spoken
    guard values.contains(where: { !$0.isEmpty }) else { return nil }
    let said = Self.plain(source, lines)
    for value in values {
      var from = said.startIndex
      for word in value.split(whereSeparator: { $0.isWhitespace }) {
        let letters = word.utf8.filter { $0.isLetter || $0.isDigit }
        guard !letters.isEmpty, letters.count * 2 > word.utf8.count else { continue }
        guard let end = Self.end(of: letters, in: said[from...]) else { return String(word) }
        from = end
      }
    }
    return nil
  }

  private static func end(of letters: [UInt8], in said: ArraySlice<UInt8>) -> Int? {
    var at = said.startIndex
    while at + letters.count <= said.endIndex {
      if said[at] == letters[0], said[at...].starts(with: letters) { return at + letters.count }
      at += 1
    }
    return nil
  }

  /// The plain letters and digits of some lines, with what stands in tags and entities left out.
  private static func plain(_ source: SourceText, _ lines: LineRange) -> [UInt8] {
    var out: [UInt8] = []
    var at = source.line(lines.first).lower
    let end = source.line(lines.last).upper
    let bytes = source.bytes
    while at < end {
      let byte = bytes[at]
      if byte == 0x3C, let close = bytes[at..<min(end, at + 2_000)].firstIndex(of: 0x3E),
        at + 1 < end, bytes[at + 1].isLetter || bytes[at + 1] == 0x2F
      {
        at = close + 1
        continue
      }
      if byte == 0x26, let close = bytes[at..<min(end, at + 10)].firstIndex(of: 0x3B),
        bytes[(at + 1)..<close].allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x23 })
      {
        at = close + 1
        continue
      }
      if byte.isLetter || byte.isDigit { out.append(byte) }
      at += 1
    }
    return out
  }
}
