public import MattersLinker
import MattersRecords
public import MattersText

/// A committee's work programme: where each item stands, and how it came there.
public struct ProgrammeListing: Sendable {
  /// The day at the end of which the list holds.
  public let asOf: PlainDate
  /// The items that were known by then.
  public let items: [ProgrammeItem]

  /// Lists a programme at the end of a day.
  ///
  /// - Parameter year: only items that were known or planned in this municipal year.
  public init(_ items: [ProgrammeItem], asOf day: PlainDate, year: Int? = nil) {
    asOf = day
    self.items = items.filter { item in
      guard item.step(asOf: day) != nil else { return false }
      guard let year else { return true }
      return item.steps.contains {
        $0.known <= day && ($0.meeting ?? $0.known).municipalYear == year
      }
    }
  }

  /// The items as a table.
  public var table: ReportTable {
    ReportTable(
      caption: "Work programme at \(asOf.inWords)",
      columns: ["Item", "Title", "Where it stands", "Meeting", "Moved", "History"],
      rows: items.map { item in
        [
          item.code, item.title, item.step(asOf: asOf)?.move.inWords ?? "",
          item.meeting(asOf: asOf)?.iso ?? "", String(item.moves(asOf: asOf)),
          steps(item).map(\.inWords).joined(separator: "; "),
        ]
      })
  }

  /// How many items stood where, and how often they were moved, as a table.
  public var figures: ReportTable {
    var table = ReportTable(
      caption: "The work programme in figures at \(asOf.inWords)", columns: ["Figure", "Items"],
      rows: counts.map { [$0.figure, String($0.items)] })
    table.figures = [1]
    return table
  }

  /// How many items stood where, and how often they were moved.
  var counts: [(figure: String, items: Int)] {
    let now = items.compactMap { $0.step(asOf: asOf)?.move }
    let planned = now.count { $0 == .scheduled || $0 == .moved }
    let moved = items.count { $0.moves(asOf: asOf) > 0 }
    return [
      ("On the programme in all", items.count), ("Taken by a meeting", now.count { $0 == .done }),
      ("Planned for a meeting", planned),
      ("Planned for a meeting that was not held", now.count { $0 == .notHeld }),
      ("In reserve", now.count { $0 == .reserve }),
      ("Taken off", now.count { $0 == .dropped }),
      ("Moved at least once", moved),
      ("Times an item was moved", items.reduce(0) { $0 + $1.moves(asOf: asOf) }),
    ]
  }

  private func steps(_ item: ProgrammeItem) -> [ProgrammeItem.Step] {
    item.steps.filter { $0.known <= asOf }
  }

  /// One object an item, as an array.
  public var json: String {
    var json = JSONText()
    json.beginArray()
    for item in items {
      json.beginObject()
      json.field("item", item.code)
      json.field("body", item.body)
      json.field("title", item.title)
      json.field("state", item.step(asOf: asOf)?.move.rawValue)
      json.field("meeting", item.meeting(asOf: asOf)?.iso)
      json.key("moved")
      json.number(item.moves(asOf: asOf))
      json.key("history")
      json.beginArray()
      for step in steps(item) {
        json.beginObject()
        json.field("step", step.move.rawValue)
        json.field("known", step.known.iso)
        json.field("meeting", step.meeting?.iso)
        json.field("source", step.source.inWords)
        json.field("because", step.because)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}

extension ProgrammeItem.Move {
  /// The step in words.
  public var inWords: String {
    switch self {
    case .scheduled: "planned"
    case .moved: "moved"
    case .reserve: "in reserve"
    case .notHeld: "meeting not held"
    case .done: "done"
    case .dropped: "taken off"
    }
  }
}

extension ProgrammeItem.Step {
  /// The step with its day, its meeting and its source, in words.
  var inWords: String {
    let place = meeting.map { "\(move.joint)\($0.iso)" } ?? ""
    return "\(known.iso) \(move.inWords)\(place) (\(from))"
  }

  /// The document and line, or the person.
  var from: String {
    if case .person(let name, _) = source { "entered by \(name)" } else { source.inWords }
  }
}

extension ProgrammeItem.Move {
  /// What joins a step to its meeting.
  public var joint: String {
    switch self {
    case .done, .notHeld: " on "
    case .moved: " to "
    default: " for "
    }
  }
}

extension MatterEvent.Source {
  /// The document and line, or the person.
  var inWords: String {
    switch self {
    case .paper(_, let name, let lines, _): "\(name):\(lines.first)"
    case .person(let name, let at): "entered by \(name), \(at)"
    }
  }
}
