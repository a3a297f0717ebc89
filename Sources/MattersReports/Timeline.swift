public import MattersLinker
import MattersRecords
import MattersText

/// What happened to a matter, in order, with the source of each step.
public enum Timeline {
  /// The steps as a table.
  public static func table(_ registered: RegisteredMatter) -> ReportTable {
    ReportTable(
      caption: "\(registered.reference): \(registered.matter.wording)",
      columns: ["Date", "What happened", "Words", "Source"],
      rows: registered.matter.events.map { event in
        [event.date.iso, event.inWords, event.words, event.place]
      })
  }

  /// The steps as a JSON object with the matter's reference.
  public static func json(_ registered: RegisteredMatter) -> String {
    var json = JSONText()
    json.beginObject()
    json.field("reference", registered.reference)
    json.field("text", registered.matter.text)
    json.key("history")
    write(registered.matter.events, to: &json)
    json.endObject()
    return json.text + "\n"
  }

  /// Writes steps as an array.
  static func write(_ events: [MatterEvent], to json: inout JSONText) {
    json.beginArray()
    for event in events {
      json.beginObject()
      json.field("date", event.date.iso)
      json.field("event", event.kind.rawValue)
      json.field("state", event.state?.rawValue)
      json.field("decision", event.ruling?.decision?.rawValue)
      json.field("implementation", event.ruling?.implementation?.rawValue)
      json.field("response", event.response)
      json.field("from", event.from)
      json.field("minute", event.minute)
      switch event.source {
      case .paper(_, let name, let lines, let record):
        json.field("document", name)
        json.key("lines")
        json.beginArray()
        json.number(lines.first)
        json.number(lines.last)
        json.endArray()
        json.field("record", record.description)
      case .person(let name, let at):
        json.field("entered_by", name)
        json.field("entered_at", at)
      }
      json.field("because", event.because)
      json.endObject()
    }
    json.endArray()
  }
}

extension MatterEvent.Kind {
  /// What happened, in words that people use.
  fileprivate var inWords: String {
    switch self {
    case .reRequested: "asked for again"
    case .carriedForward: "carried forward"
    case .edited: "typed into a tracker"
    case .judged: "set by hand"
    case .noticed: "notice given"
    case .assigned: "given to an owner"
    case .corrected: "corrected by hand"
    case .retracted: "taken back as never asked"
    case .noted: "note"
    case .chased: "letter sent to ask for an answer"
    default: rawValue
    }
  }
}

extension MatterEvent {
  /// What happened, in words.
  var inWords: String {
    var words = kind == .corrected && !isPersons ? "corrected by later minutes" : kind.inWords
    if let decision = ruling?.decision { words += ": \(decision.inWords)" }
    if let implementation = ruling?.implementation { words += ", \(implementation.inWords)" }
    if let state, state.rawValue != kind.rawValue { words += ", \(state.inWords)" }
    if let minute { words += ", minute \(minute)" }
    return words
  }

  /// The words of the step: the response, else the rule that makes it so.
  var words: String {
    guard let response else { return because }
    return from.map { "\($0): \(response)" } ?? response
  }

  /// The document and line, or the person.
  var place: String {
    switch source {
    case .paper(_, let name, let lines, _): "\(name):\(lines.first)"
    case .person(let name, let at): "entered by \(name), \(at)"
    }
  }
}
