import MattersBlocks
import MattersText

/// What a web site's generator writes above a page, between `---` or `+++`: its title, and in the
/// title what meeting the page is of.
struct FrontMatter {
  /// The title as written.
  var title: String
  var body: String?
  var date: PlainDate?
  /// The line of the title.
  var line: Int

  /// Reads the head of a paper.
  init?(_ paper: Paper) {
    let source = paper.source
    guard source.lineCount > 2 else { return nil }
    let mark = source.bytes.string(source.bytes.trimmed(source.line(1)))
    guard mark == "---" || mark == "+++" else { return nil }
    var named: (title: String, line: Int)?
    var day: PlainDate?
    for number in 2...min(source.lineCount, 30) {
      let line = source.bytes.string(source.bytes.trimmed(source.line(number)))
      if line == mark { break }
      if let value = Self.value(of: line, named: "title") {
        named = named ?? (value, number)
      } else if day == nil {
        // `date` is mostly the day on which the page was put up.
        for key in ["start", "dated", "meeting_date", "meeting-date"] {
          if let value = Self.value(of: line, named: key) {
            day = DateReader.first(in: String(value.prefix(10)))
          }
        }
      }
    }
    guard let named else { return nil }
    title = named.title
    line = named.line
    if day == nil, DateReader.first(in: title) == nil { day = Self.printedDay(paper) }
    date = DateReader.first(in: title) ?? day
    body = Self.body(in: title)
  }

  /// The day of `date` where the page's first line prints it too, and so the meeting's.
  private static func printedDay(_ paper: Paper) -> PlainDate? {
    let source = paper.source
    let end = end(of: paper)
    guard end > 2 else { return nil }
    for number in 2..<end {
      let line = source.bytes.string(source.bytes.trimmed(source.line(number)))
      guard let value = value(of: line, named: "date"),
        let day = DateReader.first(in: String(value.prefix(10)))
      else { continue }
      let first = paper.blocks.first {
        Int($0.lines.first) > end && $0.kind != .furniture && $0.kind != .row
      }
      guard let first, first.text.count <= 80, DateReader.first(in: paper.text(first)) == day
      else { return nil }
      return day
    }
    return nil
  }

  /// The line that closes what stands above a paper; 0 where nothing does.
  static func end(of paper: Paper) -> Int {
    let source = paper.source
    guard source.lineCount > 2, let first = source.bytes.first, first == 0x2D || first == 0x2B
    else { return 0 }
    let mark = source.bytes.string(source.bytes.trimmed(source.line(1)))
    guard mark == "---" || mark == "+++" else { return 0 }
    return (2...min(source.lineCount, 60)).first {
      source.bytes.string(source.bytes.trimmed(source.line($0))) == mark
    } ?? 0
  }

  /// Whether the title says that the page is of a meeting.
  var isOfMeeting: Bool {
    let folded = title.lowercased()
    if folded.contains("meeting") || folded.contains("minutes") { return true }
    // "2019-06-04 Ponds Board": a day and a body, and nothing else.
    guard let body, date != nil else { return false }
    return title.split(separator: " ").count - body.split(separator: " ").count <= 4
  }

  /// Whether the title calls the page the notes or the minutes of a meeting.
  var isMinutes: Bool {
    let folded = title.lowercased()
    return folded.contains("meeting")
      && ["minutes of ", "notes of ", "notes from ", "minutes from "].contains {
        folded.hasPrefix($0)
      }
  }

  private static func value(of line: String, named name: String) -> String? {
    guard line.lowercased().hasPrefix(name) else { return nil }
    var rest = line.dropFirst(name.count)
    while rest.first == " " { rest = rest.dropFirst() }
    guard rest.first == ":" || rest.first == "=" else { return nil }
    rest = rest.dropFirst()
    while let first = rest.first, " \"'".contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, " \"'".contains(last) { rest = rest.dropLast() }
    return rest.isEmpty ? nil : String(rest)
  }

  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "inaugural",
  ]

  /// The body's name in a title: no day, no count and no word for what the page is.
  private static func body(in title: String) -> String? {
    let bytes = Array(title.utf8)
    var text = title
    if let day = DateReader.first(in: bytes, ByteRange(0, bytes.count)) {
      let before = bytes.string(ByteRange(0, day.range.lower))
      let after = bytes.string(ByteRange(day.range.upper, bytes.count))
      text = before.contains(where: \.isLetter) ? before : after
    }
    if let name = HeadWording.bodyOfMeeting(text), BodyName.isBody(name) {
      return HeadWording.ofPrefix(text, name) ?? name
    }
    let part = text.components(parted: [" - ", " \u{2013} ", ": ", "&#58;"]) ?? text
    var words = part.split(separator: " ")
    let around: Set<String> = [
      "minutes", "meeting", "agenda", "the", "of", "draft", "notes", "-", "\u{2013}",
    ]
    while let last = words.last?.lowercased(), around.contains(last) || isCount(last) {
      words.removeLast()
    }
    while let first = words.first?.lowercased(), around.contains(first) || isCount(first) {
      words.removeFirst()
    }
    let name = words.joined(separator: " ").trimmingMarks
    // "Notes from Mill Park Meeting": who met is not said otherwise.
    let lead = part.lowercased()
    if lead.hasPrefix("notes from ") || lead.hasPrefix("notes of "), !BodyName.isBody(name) {
      let rest = part.split(separator: " ").dropFirst(2).drop { $0.lowercased() == "the" }
      guard let end = rest.firstIndex(where: { $0.lowercased() == "meeting" }),
        (2...7).contains(rest[...end].count),
        rest[...end].allSatisfy({ $0.first?.isUppercase == true })
      else { return nil }
      return rest[...end].joined(separator: " ")
    }
    return BodyName.isBody(name) && words.count <= 10 ? HeadWording.body(name) : nil
  }

  private static func isCount(_ word: String) -> Bool {
    ordinals.contains(word) || word.first?.isNumber == true && word.count <= 4
  }
}
