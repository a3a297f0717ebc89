public import MattersRecords
public import MattersText

/// One thing the committee asked for, through all the papers that speak of it.
///
/// A request made at a meeting, said again in a report and kept in a tracker is one matter. What
/// became of it is worked out from its events; nothing is overwritten.
public struct Matter: Sendable {
  /// How a record belongs to a matter.
  public enum Role: String, Sendable, Comparable {
    /// The minutes in which it was asked.
    case origin
    /// A paper that says it again.
    case restated
    /// A row of a tracker that follows it.
    case tracked
    /// A response to it.
    case answered

    /// Origins come first.
    public static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }
    private var rank: Int {
      switch self {
      case .origin: 0
      case .restated: 1
      case .tracked: 2
      case .answered: 3
      }
    }
  }

  /// A record that belongs to the matter, and why.
  public struct Member: Sendable {
    /// The record in its document.
    public var laid: LaidRecord
    /// How it belongs.
    public var role: Role
    /// How firmly.
    public var grade: LinkGrade
    /// Why, in one line.
    public var because: String

    /// A member from its parts.
    public init(laid: LaidRecord, role: Role, grade: LinkGrade, because: String) {
      self.laid = laid
      self.role = role
      self.grade = grade
      self.because = because
    }
  }

  /// What was asked.
  public var kind: Asked.Kind
  /// The council, where any of its papers says.
  public var council: String?
  /// The committee that asked.
  public var body: String
  /// The day of the meeting at which it was asked.
  public var raised: PlainDate?
  /// The number of the minute.
  public var minute: String?
  /// The label as printed.
  public var label: String?
  /// The words.
  public var text: String
  /// What it is about: a tracker's subject, or the minute's title in ordinary letters.
  public var subject: String?
  /// Whom it was put to, by its own words.
  public var addressedTo: String?
  /// Who owes the answer, by a tracker.
  public var responsible: String?
  /// The council's own reference.
  public var printedReference: String?
  /// The records, origins first.
  public var members: [Member]
  /// What happened, in order.
  public var events: [MatterEvent]

  /// A matter from its parts.
  public init(
    kind: Asked.Kind, council: String?, body: String, raised: PlainDate?, minute: String?,
    label: String?, text: String, subject: String?, addressedTo: String?, responsible: String?,
    printedReference: String?, members: [Member], events: [MatterEvent]
  ) {
    self.kind = kind
    self.council = council
    self.body = body
    self.raised = raised
    self.minute = minute
    self.label = label
    self.text = text
    self.subject = subject
    self.addressedTo = addressedTo
    self.responsible = responsible
    self.printedReference = printedReference
    self.members = members
    self.events = events
  }

  /// The record the matter is shown by: its first origin, else the first that speaks of it.
  public var principal: Member { members[0] }

  /// Names that stay the same when papers are added: the permanent reference hangs on them.
  public var keys: [String] {
    var keys: [String] = []
    func add(_ key: String) { if !keys.contains(key) { keys.append(key) } }
    let stem = "\(kind.rawValue)|\(BodyKey(body))|\(raised?.iso ?? "")"
    let mark = LabelKey.of(label) ?? MatchKey(text).description
    if let minute { add("\(stem)|\(minute)|\(mark)") }
    for member in members {
      guard let reference = AskedReference(member.laid.record) else { continue }
      let label = LabelKey.of(reference.label) ?? ""
      add("\(stem)||\(label)|\(reference.key)")
    }
    return keys
  }
}

extension Matter {
  /// The label and the words as a row gives them: a full stop where the list had a joining mark.
  public var wording: String { Self.wording(label, text) }

  static func wording(_ label: String?, _ text: String) -> String {
    var words = text
    for joint in ["; and", "; or", ", and", ";", ","] where words.hasSuffix(joint) {
      words = String(words.dropLast(joint.count)) + "."
      break
    }
    return [label, words].compactMap { $0 }.joined(separator: " ")
  }

  /// Puts an event in its place among the others.
  public mutating func insert(_ event: MatterEvent) {
    let place = events.firstIndex { MatterEvent.inOrder(event, $0) } ?? events.count
    events.insert(event, at: place)
  }
}

extension AskedReference {
  /// What a record asks or refers to, if it is of such a kind.
  init?(_ record: PaperRecord) {
    if let asked = Asked(record) {
      self = asked.reference
    } else if case .trackerEntry(let entry) = record.content {
      self.init(entry)
    } else {
      return nil
    }
  }
}
