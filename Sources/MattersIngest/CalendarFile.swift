import Foundation
import MattersArising
import MattersFormats
public import MattersLinker

/// Reads meetings from a calendar file: iCalendar (ICS) or CSV.
///
/// Of iCalendar it reads what a calendar of meetings says: each event's day and time, its title,
/// whether it is cancelled, and why. Days as UTC are taken as printed. An event that repeats is named
/// as one that cannot be read whole: each of its meetings is wanted as an event of its own.
public enum CalendarFile {
  /// What was read.
  public struct Contents: Sendable {
    /// The meetings.
    public var days: [MeetingCalendar.Day] = []
    /// What could not be read, each in one line with its place.
    public var problems: [String] = []
  }

  /// Reads a file.
  ///
  /// - Parameter body: whose meetings they are; without it the title of each event says so.
  /// - Throws: ``SettingsFile/Problem`` where the file is no calendar.
  public static func read(_ path: String, body: String?) throws -> Contents {
    try read(try SettingsFile.contents(path), name: path, body: body)
  }

  /// Reads what a file holds.
  ///
  /// - Parameters:
  ///   - contents: its bytes.
  ///   - path: what it is called where something is wrong; its last part is named as the source.
  ///   - body: whose meetings they are; without it the title of each event says so.
  /// - Throws: ``SettingsFile/Problem`` where it is no calendar.
  public static func read(_ contents: [UInt8], name path: String, body: String?) throws -> Contents
  {
    let text = String(decoding: contents, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    let name = URL(filePath: path).lastPathComponent
    if lines.first?.hasSuffix("BEGIN:VCALENDAR") ?? false {
      return events(lines, body: body, name: name, path: path)
    }
    return try table(
      CSVRows.read(SourceText(name: name, utf8: contents)), body: body, name: name, path: path)
  }

  // MARK: - iCalendar

  private static func events(
    _ lines: [String], body: String?, name: String, path: String
  ) -> Contents {
    var contents = Contents()
    var event: [String: String] = [:]
    var start: Int?
    for (number, line) in unfolded(lines) {
      guard let colon = valueStart(line) else { continue }
      let key = String(line[..<colon].prefix { $0 != ";" }).uppercased()
      let value = String(line[line.index(after: colon)...])
      switch (key, value.uppercased()) {
      case ("BEGIN", "VEVENT"): (event, start) = ([:], number)
      case ("END", "VEVENT"):
        if let start { take(event, at: start, body, name, path, &contents) }
        start = nil
      default: if start != nil, event[key] == nil { event[key] = value }
      }
    }
    return contents
  }

  private static func take(
    _ event: [String: String], at line: Int, _ body: String?, _ name: String, _ path: String,
    _ contents: inout Contents
  ) {
    let digits = event["DTSTART"] ?? ""
    guard digits.count >= 8,
      let date = PlainDate(
        iso: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6).prefix(2))"
      )
    else {
      contents.problems.append("\(path):\(line): the event has no day (DTSTART); left out")
      return
    }
    if event["RRULE"] != nil {
      contents.problems.append(
        "\(path):\(line): the event repeats, and only its first day is taken; export each meeting")
    }
    var title = unescaped(event["SUMMARY"] ?? "")
    let isNamedOff = title.uppercased().hasPrefix("CANCELLED")
    if isNamedOff {
      title = String(title.dropFirst(9)).trimmingCharacters(in: CharacterSet(charactersIn: " :-–—"))
    }
    guard let named = body ?? (title.isEmpty ? nil : title) else {
      contents.problems.append("\(path):\(line): the event has no title; give --body")
      return
    }
    let isOff = isNamedOff || event["STATUS"]?.uppercased() == "CANCELLED"
    let time =
      digits.count >= 13
      ? "\(digits.dropFirst(9).prefix(2)):\(digits.dropFirst(11).prefix(2))" : nil
    contents.days.append(
      .init(
        body: named, date: date, time: time, status: isOff ? "cancelled" : "planned",
        reason: isOff ? event["COMMENT"].map(unescaped) : nil, source: name))
  }

  /// Lines with those joined that were folded: a space or tab begins what goes on.
  private static func unfolded(_ lines: [String]) -> [(number: Int, line: String)] {
    var joined: [(number: Int, line: String)] = []
    for (index, line) in lines.enumerated() {
      if let first = line.first, first == " " || first == "\t", !joined.isEmpty {
        joined[joined.count - 1].line += line.dropFirst()
      } else {
        joined.append((index + 1, line))
      }
    }
    return joined
  }

  /// The colon before a property's value: not one inside a quoted parameter.
  private static func valueStart(_ line: String) -> String.Index? {
    var isQuoted = false
    return line.indices.first { index in
      if line[index] == "\"" { isQuoted.toggle() }
      return line[index] == ":" && !isQuoted
    }
  }

  private static func unescaped(_ value: String) -> String {
    var out = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        out.append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        out.append(character)
      }
    }
    return out
  }

  // MARK: - CSV

  /// What a column may be called, by what it holds.
  private static let headings = [
    "date": ["date", "meeting date", "day", "date of meeting"],
    "body": ["body", "committee", "meeting", "name", "title", "subject", "summary"],
    "time": ["time", "start", "start time"],
    "status": ["status"],
    "reason": ["reason", "note", "notes"],
  ]

  private static func table(
    _ rows: [CSVRows.Fields], body: String?, name: String, path: String
  ) throws -> Contents {
    var contents = Contents()
    let heads = (rows.first?.cells ?? []).map { MatchKey($0).description }
    func column(_ part: String) -> Int? {
      headings[part]?.lazy.compactMap { heads.firstIndex(of: $0) }.first
    }
    let columns = Dictionary(
      uniqueKeysWithValues: headings.keys.compactMap { part in column(part).map { (part, $0) } })
    guard let dateColumn = columns["date"], body != nil || columns["body"] != nil else {
      throw SettingsFile.Problem(
        "\(path):1: neither iCalendar nor a table with the columns date and body; other columns are "
          + "time, status and reason, and --body gives the body of all")
    }
    for row in rows.dropFirst() {
      let cells = row.cells
      func cell(_ head: String) -> String? {
        guard let at = columns[head], at < cells.count, !cells[at].isEmpty else {
          return nil
        }
        return cells[at]
      }
      guard dateColumn < cells.count, let iso = DateReader.whole(cells[dateColumn]),
        let date = PlainDate(iso: iso)
      else {
        contents.problems.append("\(path):\(row.line): the row has no day; left out")
        continue
      }
      guard let named = body ?? cell("body") else {
        contents.problems.append("\(path):\(row.line): the row names no body; left out")
        continue
      }
      let status = cell("status")?.lowercased() ?? "planned"
      guard ["planned", "held", "cancelled", "adjourned", "inquorate"].contains(status) else {
        contents.problems.append(
          "\(path):\(row.line): \(status): write planned, held, cancelled, adjourned or inquorate")
        continue
      }
      contents.days.append(
        .init(
          body: named, date: date, time: cell("time"), status: status, reason: cell("reason"),
          source: name))
    }
    return contents
  }
}
