public import MattersRecords
public import MattersText

/// What three kinds of record have in common: a request, a recommendation of the committee, or an
/// action, as something was asked at a meeting under a label.
public struct Asked: Sendable {
  /// What was asked.
  public enum Kind: String, Sendable, CaseIterable {
    /// A request for information.
    case request
    /// A recommendation of the committee.
    case recommendation
    /// An action.
    case action
  }

  /// The record.
  public var record: PaperRecord
  /// What was asked.
  public var kind: Kind
  /// The meeting at which it was asked.
  public var meetingDate: String?
  /// The number of the minute, where it was read from minutes.
  public var minute: String?
  /// The label as printed.
  public var label: String?
  /// The words.
  public var text: String
  /// Whom it was put to.
  public var addressedTo: String?
  /// The council's own reference.
  public var printedReference: String?
  /// The words in the form in which they are compared.
  public var key: MatchKey

  /// A record as something asked, or nothing where it is not.
  public init?(_ record: PaperRecord) {
    self.record = record
    switch record.content {
    case .informationRequest(let content):
      kind = .request
      (meetingDate, minute, label) = (content.meetingDate, content.minute, content.label)
      (text, addressedTo) = (content.text, content.addressedTo)
      printedReference = content.reference
    case .recommendation(let content)
    where content.madeIn == .minutes || content.madeIn == .scrutinyReport:
      kind = .recommendation
      (meetingDate, minute, label) = (content.meetingDate, content.minute, content.label)
      (text, addressedTo) = (content.text, content.addressedTo)
      printedReference = content.reference
    case .action(let content):
      kind = .action
      (meetingDate, minute, label) = (content.meetingDate, content.minute, content.label)
      (text, addressedTo) = (content.text, content.owner)
    default:
      return nil
    }
    key = Self.wording(text)
  }

  /// Words in the form in which they are compared: whether a paper prints the `That` before them says
  /// nothing of what was asked.
  static func wording(_ text: String) -> MatchKey {
    MatchKey(text.lowercased().hasPrefix("that ") ? String(text.dropFirst(5)) : text)
  }

  /// Whether it stands in the minutes of the meeting that asked: a later paper that repeats it, with
  /// its minute, is not where it was asked.
  public func isOrigin(in setting: RecordSetting) -> Bool {
    guard minute != nil else { return false }
    guard let day = setting.date, let meetingDate else { return true }
    return day.iso == meetingDate
  }

  /// All that was asked in some records.
  public static func all(in records: [PaperRecord]) -> [Asked] { records.compactMap(Asked.init) }

  /// How a later text would refer to it.
  public var reference: AskedReference {
    AskedReference(kind: kind, meetingDate: meetingDate, label: label, key: key)
  }
}

/// What a text says of something asked elsewhere: the meeting, the label, the words.
public struct AskedReference: Sendable {
  /// What was asked.
  public var kind: Asked.Kind
  /// The meeting at which it was asked.
  public var meetingDate: String?
  /// The label as printed.
  public var label: String?
  /// The words in the form in which they are compared.
  public var key: MatchKey
  /// Minutes that it may name, each with a label where one stands with it.
  var minutes: [MinuteCitation] = []
  /// The day of the meeting whose paper makes it.
  var laidOn: PlainDate?
  /// Whether a tracker makes it, which may call things by another name than the minutes.
  var isRow = false
  /// What the row says that it is about.
  var subject: String?
  /// Whether words of its own may tell what it is.
  var mayBeLoose = true

  /// A reference from its parts.
  public init(kind: Asked.Kind, meetingDate: String?, label: String?, key: MatchKey) {
    self.kind = kind
    self.meetingDate = meetingDate
    self.label = label
    self.key = key
  }

  /// What a tracker's row refers to.
  public init(_ entry: TrackerEntry) {
    let kind: Asked.Kind =
      switch entry.tracker {
      case .informationRequests: .request
      case .recommendations: .recommendation
      case .actions: .action
      }
    self.init(
      kind: kind, meetingDate: entry.meetingDate, label: entry.label,
      key: Asked.wording(entry.text))
    minutes = MinuteCitation.all(in: entry)
    isRow = true
    subject = entry.subject
  }
}

/// Which of some things asked a reference means, with the reason in words.
public struct AskedMatch: Sendable {
  /// The candidates that are left; a link is made only of one.
  public var candidates: [Asked]
  /// How firmly.
  public var grade: LinkGrade
  /// Why, in one line.
  public var because: String
  /// Whether the words are another's own, so that no second row of the paper may be of it too.
  var isLoose = false

  /// Compares a reference with what was asked: the same meeting first, then label, then words.
  public static func candidates(for reference: AskedReference, among all: [Asked]) -> AskedMatch {
    let day = reference.meetingDate
    let meeting = all.filter {
      $0.kind == reference.kind && (day == nil || $0.meetingDate == day)
    }
    let sameWords = distinct(meeting.filter { $0.key == reference.key })
    let label = LabelKey.of(reference.label)
    if !sameWords.isEmpty {
      let sameLabel = sameWords.filter { LabelKey.of($0.label) == label }
      return AskedMatch(
        candidates: sameLabel.isEmpty ? sameWords : sameLabel, grade: .exact,
        because: day == nil
          ? "the same words" : "the same words, asked at the meeting of \(day ?? "")")
    }
    guard day != nil else { return AskedMatch(candidates: [], grade: .weak, because: "") }
    let alike = distinct(
      meeting.filter { candidate in
        guard LabelKey.fits(reference.label, candidate) else { return false }
        return Likeness.share(candidate.key, reference.key) >= 0.6
          || Likeness.containment(candidate.key, reference.key) >= 0.85
            && min(candidate.key.words.count, reference.key.words.count) >= 4
      })
    if !alike.isEmpty || label == nil {
      return AskedMatch(
        candidates: alike, grade: .strong,
        because: "asked at the meeting of \(day ?? "")"
          + (label == nil ? "" : " under the same label") + " in nearly the same words")
    }
    // A report may number anew what it repeats: the words and figures then tell by themselves.
    return AskedMatch(
      candidates: distinct(
        meeting.filter { candidate in
          min(candidate.key.words.count, reference.key.words.count) >= 5
            && Likeness.share(candidate.key, reference.key) >= 0.85
            && candidate.key.figures == reference.key.figures
        }), grade: .strong,
      because: "asked at the meeting of \(day ?? "") in nearly the same words")
  }

  /// Drops copies: the same thing read again from a second printing of the same minutes.
  private static func distinct(_ asked: [Asked]) -> [Asked] {
    var seen: Set<String> = []
    return asked.filter {
      seen.insert("\($0.minute ?? "")|\(LabelKey.of($0.label) ?? "")|\($0.key)").inserted
    }
  }
}
