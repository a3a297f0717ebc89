public import MattersText

/// A report as a calendar (RFC 5545): a task for each row that has a due date.
extension PlainReport {
  /// What is to be done by a day.
  public var todos: [ReportTodo] { grids.flatMap { $0.entries.compactMap(\.todo) } }

  /// The calendar.
  ///
  /// - Parameter day: the day of the report, which a calendar wants to know.
  public func calendar(on day: PlainDate) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Matters Arising//matters//EN",
    ]
    if let head { lines.append("X-MATTERS-HEAD:\(head)") }
    for todo in ownTodos {
      lines += [
        "BEGIN:VTODO", "UID:\(Self.escape(todo.reference))@matters-arising",
        "DTSTAMP:\(Self.compact(day))T000000Z", "DUE;VALUE=DATE:\(Self.compact(todo.due))",
        "SUMMARY:\(Self.escape(todo.summary))", "DESCRIPTION:\(Self.escape(todo.details))",
        "STATUS:\(todo.status.rawValue)", "END:VTODO",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// Two clocks may run for one matter: a calendar knows a task once, by the earlier day.
  private var ownTodos: [ReportTodo] {
    let first = Dictionary(todos.map { ($0.reference, $0.due) }, uniquingKeysWith: min)
    var seen: Set<String> = []
    return todos.filter { first[$0.reference] == $0.due && seen.insert($0.reference).inserted }
  }

  private static func compact(_ day: PlainDate) -> String {
    String(day.iso.filter { $0 != "-" })
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\", ";", ",": out += "\\" + String(character)
      case "\n", "\r\n", "\r": out += "\\n"
      default: out.append(character)
      }
    }
    return out
  }

  /// A line in pieces of at most 75 bytes, none of which cuts a letter.
  private static func folded(_ line: String) -> String {
    var out = ""
    var room = 75
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if size > room {
        out += "\r\n "
        room = 74
      }
      out.unicodeScalars.append(scalar)
      room -= size
    }
    return out
  }
}
