import MattersLinker
import MattersRecords
import MattersText

// What an officer's report needs to quote papers with their places.

extension ReportSource {
  /// The place of a record.
  init(_ laid: LaidRecord, reference: String? = nil) {
    if let entered = laid.entered {
      self.init("entered by \(entered.person), \(entered.at)", reference: reference)
      return
    }
    let lines = laid.record.lines
    self.init(laid.documentName, lines: [lines.first, lines.last], reference: reference)
  }
}

extension MatterEvent {
  /// The place from which it is known.
  func place(_ reference: String) -> ReportSource {
    switch source {
    case .paper(_, let name, let lines, _):
      ReportSource(name, lines: [lines.first, lines.last], reference: reference)
    case .person(let name, let at):
      ReportSource("entered by \(name), \(at)", reference: reference)
    }
  }
}

extension ProgressReport.Item {
  /// Where the request was made.
  var source: ReportSource { ReportSource(matter.principal.laid, reference: reference) }

  /// Where it was made, and where it is known from how it stands.
  var sources: [ReportSource] {
    guard let cause = position.cause?.place(reference), cause != source else { return [source] }
    return [source, cause]
  }
}

extension LaidRecord {
  /// The meeting and the minute of a record of minutes.
  var minuted: (date: PlainDate, minute: String)? {
    switch record.content {
    case .minute(let content):
      content.meetingDate.flatMap(PlainDate.init(iso:)).map { ($0, content.number ?? "") }
    case .resolution(let content):
      content.meetingDate.flatMap(PlainDate.init(iso:)).map { ($0, content.minute ?? "") }
    default: nil
    }
  }

  /// Whether another record is the same resolution, from another printing of the minutes.
  func says(_ other: LaidRecord) -> Bool {
    guard case .resolution(let a) = record.content, case .resolution(let b) = other.record.content
    else { return false }
    return MatchKey(a.text) == MatchKey(b.text)
  }
}

extension String {
  /// Words that end as a sentence does.
  var asSentence: String {
    guard let last else { return self }
    return ".!?".contains(last) ? self : trimmedOfJoints + "."
  }

  private var trimmedOfJoints: String {
    for joint in ["; and", "; or", ", and", ";", ",", ":"] where hasSuffix(joint) {
      return String(dropLast(joint.count))
    }
    return self
  }

  /// A title in capitals as it would stand in a sentence; all else as it is.
  var inSentenceCase: String {
    contains(where: \.isLowercase) ? self : lowercased().capitalizedFirst
  }

  /// Words of a title between quotation marks.
  var quoted: String { "\u{2018}\(self)\u{2019}" }
}
