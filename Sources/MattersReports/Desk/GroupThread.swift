public import MattersLinker
import MattersRecords
import MattersText

/// A task and finish group from its scope to the review of what it recommended, as one thread.
public struct GroupThread: Sendable {
  /// One step, of one or more of the group's recommendations.
  struct Step {
    var date: PlainDate
    var stage: Stage
    var what: String
    var words: String
    var place: String
    var references: [String]
  }

  /// The stages of a group's work.
  enum Stage: String {
    case scope, report, recommendation, endorsement, notice, response, review
  }

  /// The group's name.
  public let name: String
  private var steps: [Step] = []

  /// The thread of a group.
  ///
  /// - Parameters:
  ///   - matters: the recommendations that it made.
  ///   - records: resolutions and reports of its parent committee and of the group itself.
  public init(_ name: String, _ matters: [RegisteredMatter], _ records: [LaidRecord]) {
    self.name = name
    let reported = matters.flatMap(\.matter.members).compactMap(\.laid.setting.date).min()
    for laid in records { hear(laid, reported) }
    for registered in matters {
      for event in registered.matter.events { hear(event, registered) }
    }
    steps.sort { ($0.date, $0.references.first ?? "") < ($1.date, $1.references.first ?? "") }
  }

  private mutating func hear(_ laid: LaidRecord, _ reported: PlainDate?) {
    switch laid.record.content {
    case .resolution(let resolution):
      guard let date = resolution.meetingDate.flatMap(PlainDate.init(iso:)), names(resolution.text),
        reported.map({ date < $0 }) ?? true
      else { return }
      add(
        Step(
          date: date, stage: .scope,
          what: "the committee resolved" + (resolution.minute.map { ", minute \($0)" } ?? ""),
          words: resolution.text, place: laid.placeInWords, references: []))
    case .report(let report):
      guard let date = laid.setting.date, names(report.title) else { return }
      add(
        Step(
          date: date, stage: .report, what: "report laid", words: report.title,
          place: laid.placeInWords, references: []))
    default: break
    }
  }

  private mutating func hear(_ event: MatterEvent, _ registered: RegisteredMatter) {
    let stage: Stage =
      switch event.kind {
      case .raised: .recommendation
      case .endorsed: .endorsement
      case .received, .noticed, .chased: .notice
      case .proposed, .decided, .responded: .response
      default: .review
      }
    add(
      Step(
        date: event.date, stage: stage, what: event.inWords,
        words: event.kind == .raised ? registered.matter.wording : event.words,
        place: event.place, references: [registered.reference]))
  }

  /// The same said of several recommendations is one step.
  private mutating func add(_ step: Step) {
    let same = steps.firstIndex { other in
      other.date == step.date && other.what == step.what && other.words == step.words
        && (other.place == step.place || step.references.isEmpty)
    }
    if let same {
      steps[same].references += step.references
    } else {
      steps.append(step)
    }
  }

  /// Whether words name the group.
  private func names(_ words: String) -> Bool {
    let said = Set(MatchKey.words(words))
    let own = MatchKey.words(name).filter { $0.count > 3 }
    return !own.isEmpty && own.count(where: said.contains) * 4 >= own.count * 3
  }

  /// The thread as a table.
  public var table: ReportTable {
    ReportTable(
      caption: name, columns: ["Date", "Stage", "What happened", "Of", "Words", "Source"],
      rows: steps.map { step in
        [
          step.date.iso, step.stage.rawValue, step.what, step.references.joined(separator: ", "),
          step.words, step.place,
        ]
      })
  }

  /// The thread as one JSON object.
  public var json: String {
    var json = JSONText()
    json.beginObject()
    json.field("group", name)
    json.key("history")
    json.beginArray()
    for step in steps {
      json.beginObject()
      json.field("date", step.date.iso)
      json.field("stage", step.stage.rawValue)
      json.field("event", step.what)
      json.key("matters")
      json.beginArray()
      for reference in step.references { json.string(reference) }
      json.endArray()
      json.field("words", step.words)
      json.field("source", step.place)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.text + "\n"
  }
}
