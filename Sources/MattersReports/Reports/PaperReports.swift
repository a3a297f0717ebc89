public import MattersLinker
import MattersRecords
import MattersText

/// Reports that give back what the newest paper of a kind says.
public enum PaperReports {
  /// The columns of the work programme.
  public static let programmeColumns: [ReportColumn] = [
    ReportColumn("item", "Item", weight: 18), ReportColumn("purpose", "Purpose", weight: 30),
    ReportColumn("cabinet_members", "Cabinet members", weight: 14),
    ReportColumn("officers", "Officers", weight: 16),
    ReportColumn("witnesses", "Witnesses", weight: 14),
    ReportColumn("reports_deadline", "Reports due", weight: 11),
    ReportColumn("note", "Note", weight: 14),
    ReportColumn("meeting", "Meeting", weight: 11, isShown: false),
    ReportColumn("source", "Read in", weight: 14, isShown: false),
  ]

  /// The work programme: what each meeting is to consider, from the newest paper that says so, and
  /// with what people entered since.
  public static func programme(
    _ records: [LaidRecord], entered items: [ProgrammeItem] = [], _ scope: ReportScope
  ) -> PlainReport {
    var entered = EnteredProgramme(items, asOf: scope.asOf)
    var meetings: [String: [ReportGrid.Entry]] = [:]
    var seen: Set<String> = []
    for laid in newest(records, scope) {
      guard case .workProgrammeItem(let item) = laid.record.content else { continue }
      let printed = item.state == .reserve ? "" : item.meetingDate ?? ""
      let now = entered.take(item.title, of: laid.setting.body)
      guard now?.move != .dropped else { continue }
      let day = now.map { $0.meeting?.iso ?? "" } ?? printed
      if let date = PlainDate(iso: day), !scope.includes(date) { continue }
      // A pack and the programme that was cut out of it say the same.
      guard seen.insert("\(day)|\(MatchKey(item.title))").inserted else { continue }
      meetings[day, default: []].append(
        ReportGrid.Entry([
          ReportCell(item.title), ReportCell(item.purpose),
          ReportCell(item.cabinetMembers.joined(separator: "\n")),
          ReportCell(item.officers.joined(separator: "\n")),
          ReportCell(item.witnesses.joined(separator: "\n")), ReportCell(iso: item.reportsDeadline),
          ReportCell(item.note ?? now?.note), ReportCell(iso: day), ReportCell(laid.place),
        ]))
    }
    for item in entered.rest where item.move != .dropped {
      if let date = item.meeting, !scope.includes(date) { continue }
      let day = item.meeting?.iso ?? ""
      meetings[day, default: []].append(
        ReportGrid.Entry([
          ReportCell(item.title), "", "", "", "", "", ReportCell(item.note), ReportCell(iso: day),
          ReportCell(item.source),
        ]))
    }
    let dated = meetings.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
    let groups =
      dated.map { (PlainDate(iso: $0.key)?.inWords ?? $0.key, $0.value) }
      + [("No meeting set", meetings[""] ?? [])].filter { !$0.1.isEmpty }
    return report(
      "work-programme", scope.title("work programme"), scope, groups, programmeColumns,
      caption: { "Work programme: \($0)" }, nothing: "There is no work programme to report.")
  }

  /// The columns of the questions.
  public static let questionColumns: [ReportColumn] = [
    ReportColumn("questioner", "Asked by", weight: 14),
    ReportColumn("question", "Question", weight: 36),
    ReportColumn("answer", "Answer", weight: 42),
    ReportColumn("kind", "Kind", weight: 8),
    ReportColumn("committee", "Committee", weight: 14, isShown: false),
    ReportColumn("meeting", "Meeting", weight: 11, isShown: false),
    ReportColumn("source", "Read in", weight: 14, isShown: false),
  ]

  /// Questions of the public and their answers, newest meeting first.
  public static func questions(_ records: [LaidRecord], _ scope: ReportScope) -> PlainReport {
    var meetings: [String: [ReportGrid.Entry]] = [:]
    var seen: Set<String> = []
    for laid in records {
      guard case .publicQuestion(let question) = laid.record.content else { continue }
      let day = question.meetingDate ?? laid.setting.date?.iso ?? ""
      if let date = PlainDate(iso: day), !scope.includes(date) || date > scope.asOf { continue }
      // The same sheet may be printed with the agenda and again with the minutes.
      guard
        seen.insert("\(day)|\(MatchKey(question.questioner))|\(MatchKey(question.question))")
          .inserted
      else { continue }
      meetings[day, default: []].append(
        ReportGrid.Entry([
          ReportCell(question.questioner), ReportCell(question.question),
          ReportCell(question.response),
          ReportCell(question.supplementary ? "Supplementary" : "Question"),
          ReportCell(laid.setting.body), ReportCell(iso: day), ReportCell(laid.place),
        ]))
    }
    let groups = meetings.sorted { $0.key > $1.key }.map {
      (PlainDate(iso: $0.key)?.inWords ?? "Date not known", $0.value)
    }
    return report(
      "questions", scope.title("questions from the public"), scope, groups, questionColumns,
      caption: { "Questions and answers: \($0)" },
      nothing: "There are no questions from the public to report.")
  }

  // MARK: - What they share

  static func report(
    _ name: String, _ title: String, _ scope: ReportScope,
    _ groups: [(heading: String, entries: [ReportGrid.Entry])], _ columns: [ReportColumn],
    caption: (String) -> String, nothing: String
  ) -> PlainReport {
    PlainReport(
      name: name, title: title, purpose: scope.purpose, facts: scope.facts,
      parts: (groups.isEmpty ? [("", [])] : groups).map { heading, entries in
        .grid(
          ReportGrid(
            heading: heading, caption: caption(heading), columns: columns, entries: entries))
      }, nothing: nothing)
  }

  /// The records of the newest paper of each body that has any, up to the day of the report.
  static func newest(_ records: [LaidRecord], _ scope: ReportScope) -> [LaidRecord] {
    var latest: [BodyKey: (day: String, document: String)] = [:]
    for laid in records {
      let day = laid.setting.date?.iso ?? ""
      guard day <= scope.asOf.iso else { continue }
      let key = BodyKey(laid.setting.body ?? "")
      if latest[key].map({ ($0.day, $0.document) < (day, laid.documentName) }) ?? true {
        latest[key] = (day, laid.documentName)
      }
    }
    return records.filter {
      latest[BodyKey($0.setting.body ?? "")]?.document == $0.documentName
    }
  }
}

extension LaidRecord {
  /// The document and the lines it was read from.
  var place: String {
    let lines = record.lines
    return lines.first == lines.last
      ? "\(documentName):\(lines.first)" : "\(documentName):\(lines.first)-\(lines.last)"
  }
}
