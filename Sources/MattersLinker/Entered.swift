import MattersRecords
import MattersText

/// A person's entry that stands where a paper's lines stand otherwise.
public struct Entered: Sendable, Hashable {
  /// The number of the entry.
  public var number: Int64
  /// Who entered it.
  public var person: String
  /// When, ISO 8601.
  public var at: String
  /// The permanent reference that it was given, once it has one.
  public var reference: String?
  /// Why, in the person's words.
  public var note: String?

  /// An entry of a person.
  public init(number: Int64, person: String, at: String, reference: String?, note: String?) {
    self.number = number
    self.person = person
    self.at = at
    self.reference = reference
    self.note = note
  }
}

extension Asked {
  /// By when it is due, where the record says so.
  public var due: String? {
    switch record.content {
    case .informationRequest(let content): content.due
    case .recommendation(let content): content.due
    case .action(let content): content.due
    default: nil
    }
  }
}

extension LaidRecord {
  /// The file and the lines, or who entered it.
  public var placeInWords: String {
    if let entered { return "entered by \(entered.person), \(entered.at)" }
    return Self.place(documentName, record.lines)
  }

  static func place(_ documentName: String, _ lines: LineRange) -> String {
    let range = lines.first == lines.last ? "\(lines.first)" : "\(lines.first)-\(lines.last)"
    return "\(documentName):\(range)"
  }

  /// Where it is known from, as an event says it.
  public var source: MatterEvent.Source {
    if let entered { return .person(name: entered.person, at: entered.at) }
    return .paper(
      document: document, name: documentName, lines: record.lines, record: record.id)
  }
}

extension Matter {
  /// Takes in what people say of the matter itself: who owes the answer, and what was read wrongly.
  ///
  /// The last word counts; the former ones stay in the events.
  public mutating func hearPeople() {
    for event in events {
      guard let change = event.change else { continue }
      responsible = change.owner ?? responsible
      if kind == .recommendation { addressedTo = addressedTo ?? change.owner }
      text = change.text ?? text
      subject = change.subject ?? subject
      label = change.label ?? label
      minute = change.minute ?? minute
      guard let day = change.raised else { continue }
      raised = day
      for index in events.indices where events[index].kind == .raised { events[index].date = day }
    }
    events.sort(by: MatterEvent.inOrder)
  }

  /// Whether a person took it back: it was never asked, or was entered by mistake.
  public var isRetracted: Bool { events.contains { $0.kind == .retracted } }
}
