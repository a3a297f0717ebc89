import MattersBlocks
import MattersText

/// A fact of a paper's head and the label before it: `When: Thursday 6 March`, `Venue | Town Hall`.
///
/// Clerks print such facts as lines with a colon, as two columns, as a table, or as a label with
/// its value in the line below; the labels are the same in all of them.
struct HeadField {
  /// What a label tells of.
  enum Kind { case body, date, time, place }

  let kind: Kind
  let value: String

  private static let labels: [String: Kind] = [
    "meeting": .body, "committee": .body, "meeting of": .body, "name of meeting": .body,
    "body": .body, "board": .body, "panel": .body, "committee name": .body,
    "name of committee": .body, "meeting name": .body, "meeting title": .body,
    "title of meeting": .body, "meeting of the": .body, "cyfarfod": .body,
    "minutes of": .body, "minutes of the": .body, "minute of": .body, "notes of": .body,
    "minutes of meeting": .body, "minutes of meeting of": .body, "agenda for": .body,
    "minutes of the meeting of": .body, "title": .body, "group": .body,
    "date and time": .date, "date": .date, "meeting date": .date, "date time": .date,
    "date of meeting": .date, "when": .date, "day": .date, "date and time of meeting": .date,
    "day and date": .date, "day and time": .date, "meeting date and time": .date,
    "day date and time": .date, "dyddiad": .date, "dyddiad ac amser": .date, "date held": .date,
    "date day": .date, "held on": .date, "on": .date, "date of the meeting": .date,
    "time and date": .date, "d\u{E1}ta": .date,
    "time": .time, "start time": .time, "meeting time": .time, "time of meeting": .time,
    "start": .time, "starts": .time, "starts at": .time, "starting time": .time,
    "commencing": .time, "amser": .time, "times": .time, "start and end time": .time,
    "place": .place, "venue": .place, "location": .place, "where": .place,
    "place of meeting": .place, "meeting place": .place, "held at": .place,
    "meeting venue": .place, "meeting location": .place, "venue of meeting": .place,
    "lleoliad": .place, "room": .place, "location of meeting": .place, "held in": .place,
  ]
  private static let longest = 28

  /// What a label tells of, if it is one.
  static func kind(of label: String) -> Kind? {
    guard (3...longest).contains(label.utf8.count), label.first?.isLetter == true else {
      return nil
    }
    return labels[MatchKey(label).description]
  }

  /// The fact that a line with a colon holds.
  static func of(_ line: String) -> HeadField? {
    guard let colon = line.utf8.prefix(longest + 1).firstIndex(of: UInt8(ascii: ":")),
      let kind = kind(of: String(line[..<colon]))
    else { return nil }
    let value = line[line.utf8.index(after: colon)...].drop { $0 == " " }
    return value.isEmpty ? nil : HeadField(kind, String(value))
  }

  /// The facts of a row: a label in a cell of its own or with its value; none where its first words
  /// are no label.
  static func of(row: Block, in paper: Paper) -> [HeadField] {
    let cells = paper.cells(row).filter { !$0.isEmpty }
    guard (1...8).contains(cells.count), let first = cells.first, first.count <= 160 else {
      return []
    }
    var fields: [HeadField] = []
    var label: Kind?
    for cell in cells {
      guard cell.count <= 300 else { return [] }
      let text = paper.text(cell)
      if let kind = label {
        fields.append(HeadField(kind, text))
        label = nil
      } else if let whole = of(text) {
        fields.append(whole)
      } else if let kind = kind(of: text) {
        label = kind
      } else if fields.isEmpty {
        return []
      }
    }
    return fields
  }

  /// Whether a block is a row of such facts that says on what day, when, where or who meets.
  static func holds(_ block: Block, in paper: Paper) -> Bool {
    block.kind == .row && of(row: block, in: paper).contains { $0.isSaid }
  }

  /// Whether the value is what the label promises.
  var isSaid: Bool {
    switch kind {
    case .body: BodyName.isBody(value)
    case .date: DateReader.first(in: value) != nil
    case .time: TimeReader.first(in: value) != nil
    case .place: value.utf8.count <= 200 && value.contains(where: \.isLetter)
    }
  }

  init(_ kind: Kind, _ value: String) {
    (self.kind, self.value) = (kind, value)
  }
}
