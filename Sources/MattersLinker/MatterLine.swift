public import MattersRecords
public import MattersText

/// A matter as one line of a list shows it, where all that papers say of it is known and no person
/// said anything: the register keeps these words, and need not work them out.
public struct MatterLine: Sendable {
  /// The permanent reference.
  public var reference: String
  /// The label as printed.
  public var label: String?
  /// The words.
  public var text: String
  /// What it is about.
  public var subject: String?
  /// Whom it was put to, by its own words.
  public var addressedTo: String?
  /// Who owes the answer, by a tracker.
  public var responsible: String?
  /// The day of the meeting at which it was asked, ISO 8601.
  public var raised: String?
  /// The day on which it was completed.
  public var completed: PlainDate?
  /// The state.
  public var state: MatterState
  /// The latest response.
  public var response: String?
  /// The day of the latest response, ISO 8601.
  public var updated: String?
  /// The committee that asked.
  public var body: String
  /// The number of the minute.
  public var minute: String?
  /// The file that it was read from.
  public var documentName: String
  /// The lines that it was read from.
  public var lines: LineRange
  /// The id of the record that was read.
  public var record: String

  /// A line, from what tells it apart and where it was read.
  public init(
    reference: String, text: String, body: String, state: MatterState, documentName: String,
    lines: LineRange, record: String
  ) {
    self.reference = reference
    self.text = text
    self.body = body
    self.state = state
    self.documentName = documentName
    self.lines = lines
    self.record = record
  }
}

extension MatterLine {
  /// The line of a matter that stands so.
  public init(_ registered: RegisteredMatter, _ position: Position) {
    let matter = registered.matter
    let laid = matter.principal.laid
    self.init(
      reference: registered.reference, text: matter.text, body: matter.body,
      state: position.state, documentName: laid.documentName, lines: laid.record.lines,
      record: laid.record.id.description)
    label = matter.label
    subject = matter.subject
    addressedTo = matter.addressedTo
    responsible = matter.responsible
    raised = matter.raised?.iso
    completed = position.completed
    response = position.response
    updated = position.updated
    minute = matter.minute
  }

  /// The label and the words as a row gives them.
  public var wording: String { Matter.wording(label, text) }

  /// The file and the lines.
  public var place: String { LaidRecord.place(documentName, lines) }
}

/// A matter of a list: its line where that is all there is to say, or the matter with its events.
public enum ListedMatter: Sendable {
  /// All that a list says of it.
  case line(MatterLine)
  /// The whole matter.
  case whole(RegisteredMatter)
}
