import Foundation
import MattersArising
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
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SettingsFile.Problem(
        "\(path): the file cannot be read; check that it exists and that you may read it")
    }
    let text = String(decoding: data, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    let name = URL(filePath: path).lastPathComponent
    if lines.first?.hasSuffix("BEGIN:VCALENDAR") ?? false {
      return events(lines, body: body, name: name, path: path)
    }
    return try table(lines, body: body, name: name, path: path)
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

  private static let columns = ["date", "body", "time", "status", "reason"]

  private static func table(
    _ lines: [String], body: String?, name: String, path: String
  ) throws -> Contents {
    var contents = Contents()
    let heads = fields(lines.first ?? "").map { MatchKey($0).description }
    guard let dateColumn = heads.firstIndex(of: "date"),
      body != nil || heads.contains("body")
    else {
      throw SettingsFile.Problem(
        "\(path):1: neither iCalendar nor a table with the columns date and body; other columns are "
          + "time, status and reason, and --body gives the body of all")
    }
    for (index, line) in lines.enumerated().dropFirst() {
      let cells = fields(line)
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      func cell(_ head: String) -> String? {
        guard let at = heads.firstIndex(of: head), at < cells.count, !cells[at].isEmpty else {
          return nil
        }
        return cells[at]
      }
      guard dateColumn < cells.count, let iso = DateReader.whole(cells[dateColumn]),
        let date = PlainDate(iso: iso)
      else {
        contents.problems.append("\(path):\(index + 1): the row has no day; left out")
        continue
      }
      guard let named = body ?? cell("body") else {
        contents.problems.append("\(path):\(index + 1): the row names no body; left out")
        continue
      }
      let status = cell("status")?.lowercased() ?? "planned"
      guard ["planned", "held", "cancelled", "adjourned", "inquorate"].contains(status) else {
        contents.problems.append(
          "\(path):\(index + 1): \(status): write planned, held, cancelled, adjourned or inquorate")
        continue
      }
      contents.days.append(
        .init(
          body: named, date: date, time: cell("time"), status: status, reason: cell("reason"),
          source: name))
    }
    return contents
  }

  /// The fields of a line of CSV; a quoted field may hold commas and doubled quotes.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        // The second of two quotes stands for one.
        if !isQuoted, fields[fields.count - 1].isEmpty == false { fields[fields.count - 1] += "\"" }
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields.map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
