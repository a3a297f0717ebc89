import MattersRecords
import MattersText

/// Works out the matters of one body from all its records: a pure function, whatever the order in
/// which the papers came.
public struct MatterBuilder {
  /// The matters, and what could not be placed.
  public struct Outcome: Sendable {
    /// The matters, in order of meeting, minute and label.
    public var matters: [Matter] = []
    /// Records that refer to something and were not linked.
    public var unplaced: [Unplaced] = []
    /// Links that join no matter to another.
    public var crossLinks: [CrossLink] = []
  }

  var outcome = Outcome()
  /// The matters as later papers may refer to them; as many as there are matters.
  private var known = AskedIndex()
  private(set) var verdicts = Verdicts()
  private(set) var papers = OwnPapers(of: "", [], BodyNames())
  /// Which matters have a row in the tracker laid on each day.
  private(set) var tracked: [PlainDate: [Int]] = [:]
  /// The matters by the numbers that the rows of the tracker laid on each day bear.
  private(set) var numbered: [PlainDate: NumberedRows] = [:]
  /// What meetings made of the reports of task groups.
  var groupRulings = GroupRulings()
  private var casing: [String: SubjectCase] = [:]
  private(set) var minuteTitles: [String: String] = [:]

  /// Works out the matters of one body.
  ///
  /// - Parameter executive: what the executive bodies of the council said to recommendations, from
  ///   papers of their own.
  public static func build(
    body: String, records: [LaidRecord], executive: [LaidRecord] = [],
    names: BodyNames = BodyNames(), verdicts: Verdicts = Verdicts()
  ) -> Outcome {
    var builder = MatterBuilder()
    builder.verdicts = verdicts
    let ordered = LaidRecord.inOrder(records)
    builder.papers = OwnPapers(of: body, ordered, names)
    builder.learn(ordered)
    builder.placeOrigins(ordered)
    builder.placeEntered(ordered)
    builder.placeGroupReports(ordered)
    builder.placeRestatements(ordered)
    builder.placeTrackerRows(ordered)
    builder.noteTrackers()
    builder.hearReplies(ordered)
    builder.hearCorrections(ordered)
    builder.endorse(ordered)
    builder.hearResolutions(ordered)
    builder.hear(
      ExecutiveWord(executive.isEmpty ? ordered : LaidRecord.inOrder(ordered + executive)))
    builder.finish(ordered)
    builder.linkAcross(ordered)
    return builder.outcome
  }

  // MARK: - Titles

  private mutating func learn(_ records: [LaidRecord]) {
    for laid in records {
      switch laid.record.content {
      case .minute(let minute):
        minuteTitles["\(minute.meetingDate ?? "")|\(minute.number ?? "")"] = minute.title
      case .agendaItem(let item):
        casing[laid.document, default: SubjectCase()].learn(item.purpose ?? "")
      case .informationRequest(let request):
        casing[laid.document, default: SubjectCase()].learn(request.text)
      case .resolution(let resolution):
        casing[laid.document, default: SubjectCase()].learn(resolution.text)
      case .report(let report):
        casing[laid.document, default: SubjectCase()].learn(report.purpose ?? "")
      case .trackerEntry(let entry):
        casing[laid.document, default: SubjectCase()].learn(entry.text)
      default: break
      }
    }
  }

  // MARK: - Members

  private mutating func placeOrigins(_ records: [LaidRecord]) {
    var places: [String: [Int]] = [:]
    for laid in records {
      guard laid.entered == nil else { continue }
      // A Cabinet's report that says it again, with its minute, is not where it was asked.
      guard let asked = Asked(laid.record), asked.isOrigin(in: laid.setting), papers.hold(laid)
      else { continue }
      let mark = LabelKey.of(asked.label) ?? asked.key.description
      let place =
        "\(asked.kind.rawValue)|\(asked.meetingDate ?? "")|\(asked.minute ?? "")|\(mark)"
      let member = Matter.Member(
        laid: laid, role: .origin, grade: .exact, because: "the minutes of the meeting")
      // A revision may word it anew; a label that one minute uses twice is of two things.
      let copy = places[place, default: []].first {
        Likeness.share(known.all[$0].key, asked.key) >= 0.5
      }
      if let copy {
        outcome.matters[copy].members.append(member)
      } else {
        places[place, default: []].append(outcome.matters.count)
        begin(Matter(asked, member, body: papers.name(in: laid)))
      }
    }
  }

  private mutating func begin(_ matter: Matter) {
    guard var asked = Asked(matter, at: outcome.matters.count) else { return }
    if let change = groupRulings.change(to: matter.principal.laid) {
      asked.key = MatchKey(change.applied(to: asked.text))
    }
    outcome.matters.append(matter)
    known.append(
      asked,
      isMade: matter.principal.role == .origin || groupRulings.isOfReport(matter.principal.laid),
      title: title(of: matter))
  }

  /// Gives what a person entered to the one matter that minutes have of it, or starts one.
  private mutating func placeEntered(_ records: [LaidRecord]) {
    let read = outcome.matters.count
    for laid in records {
      guard laid.entered != nil, let asked = Asked(laid.record) else { continue }
      let found = known.match(asked.reference).candidates
        .compactMap { Int($0.record.id.description) }.filter { $0 < read }
      if found.count == 1 {
        outcome.matters[found[0]].members.append(
          Matter.Member(
            laid: laid, role: .restated, grade: .exact, because: "entered by hand as well"))
      } else {
        let member = Matter.Member(
          laid: laid, role: .origin, grade: .exact, because: "entered by hand")
        begin(Matter(asked, member, body: papers.name(in: laid)))
      }
    }
  }

  private mutating func placeRestatements(_ records: [LaidRecord]) {
    for laid in records where laid.entered == nil && !groupRulings.isOfReport(laid) {
      guard let asked = Asked(laid.record),
        !asked.isOrigin(in: laid.setting) || !papers.hold(laid)
      else { continue }
      let name = papers.name(in: laid)
      let begun = { (member: Matter.Member) in Matter(asked, member, body: name) }
      var reference = asked.reference
      reference.laidOn = laid.setting.date
      place(laid, reference, as: .restated, orBegin: begun)
    }
  }

  /// The rows of trackers with what each refers to.
  func trackerRows(_ records: [LaidRecord]) -> [TrackerRow] {
    records.compactMap { laid in
      guard case .trackerEntry(let entry) = laid.record.content else { return nil }
      let reference = AskedReference(entry)
      return TrackerRow(
        laid: laid, entry: entry, reference: reference, match: known.match(reference),
        among: known.all.count)
    }
  }

  /// What a row refers to among all that is known by now.
  private func match(_ row: TrackerRow) -> AskedMatch {
    row.among == known.all.count ? row.match : known.match(row.reference)
  }

  /// Gives a row to the one matter it refers to, or starts one.
  mutating func placeRow(_ row: TrackerRow, mayBeLoose: Bool = true) {
    let (laid, entry) = (row.laid, row.entry)
    var reference = row.reference
    reference.mayBeLoose = mayBeLoose
    let name = papers.name(in: laid)
    place(laid, reference, as: .tracked, match: mayBeLoose ? match(row) : nil) { member in
      Matter(
        kind: reference.kind, council: laid.setting.council, body: name,
        raised: entry.meetingDate.flatMap(PlainDate.init(iso:)), minute: nil,
        label: entry.label, text: entry.text, subject: nil, addressedTo: nil, responsible: nil,
        printedReference: nil, members: [member], events: [])
    }
  }

  /// What a row follows by words of its own alone.
  func isByWords(_ row: TrackerRow) -> Int? {
    guard verdicts.chosen(for: row.laid, among: outcome.matters) == nil else { return nil }
    let match = match(row)
    return match.isLoose ? match.candidates.first.flatMap { Int($0.record.id.description) } : nil
  }

  /// Whether no words tell what a row follows, nor a person.
  func mayBeOfSubject(_ row: TrackerRow) -> Bool {
    match(row).candidates.isEmpty
      && verdicts.chosen(for: row.laid, among: outcome.matters) == nil
      && !verdicts.isDismissed(row.laid)
  }

  /// The title of the minute that made a matter.
  func title(of matter: Matter) -> String? {
    matter.minute.flatMap { minuteTitles["\(matter.raised?.iso ?? "")|\($0)"] }
  }

  /// Gives a record to the one matter it refers to, or starts one where there is none.
  mutating func place(
    _ laid: LaidRecord, _ reference: AskedReference, as role: Matter.Role,
    match found: AskedMatch? = nil, orBegin begun: (Matter.Member) -> Matter
  ) {
    if let (place, person) = verdicts.chosen(for: laid, among: outcome.matters) {
      outcome.matters[place].members.append(
        Matter.Member(laid: laid, role: role, grade: .exact, because: "\(person) said so"))
      return
    }
    let match = found ?? known.match(reference)
    let found = match.candidates.compactMap { Int($0.record.id.description) }
      .filter { !verdicts.excludes(laid, from: outcome.matters[$0]) }
    switch found.count {
    case 0:
      suggest(laid, reference, as: role)
      begin(
        begun(
          Matter.Member(
            laid: laid, role: role, grade: .exact,
            because: "no minutes in the register say it; known from this paper")))
    case 1:
      outcome.matters[found[0]].members.append(
        Matter.Member(laid: laid, role: role, grade: match.grade, because: match.because))
    default:
      leave(laid, .several, found, "more than one matter fits: \(match.because)")
    }
  }

  /// Keeps what a record without a match may mean, for a person to say.
  private mutating func suggest(
    _ laid: LaidRecord, _ reference: AskedReference, as role: Matter.Role
  ) {
    let (asked, because) = known.suggestions(for: reference)
    // Rows that one paper keeps apart are not one another.
    let found = asked.compactMap { Int($0.record.id.description) }.filter { place in
      outcome.matters[place].principal.laid.document != laid.document
        && !verdicts.excludes(laid, from: outcome.matters[place])
    }
    if !found.isEmpty, !verdicts.isDismissed(laid) {
      leave(laid, .suggestion, found, because)
    } else if role == .tracked {
      leave(laid, .none, [], "no minutes in the register have it")
    }
  }

  /// Keeps a record that was not linked.
  mutating func leave(
    _ laid: LaidRecord, _ kind: Unplaced.Kind, _ places: [Int], _ because: String
  ) {
    let isAsked = kind == .none || !verdicts.isDismissed(laid)
    outcome.unplaced.append(
      Unplaced(
        kind: isAsked ? kind : .none, laid: laid,
        candidates: isAsked ? places.map { outcome.matters[$0].principal.laid } : [],
        because: because))
  }

  // MARK: - Events

  /// Notes which matters the tracker of each day shows.
  private mutating func noteTrackers() {
    for (index, matter) in outcome.matters.enumerated() {
      var days: Set<PlainDate> = []
      for member in matter.members where member.role == .tracked {
        if case .trackerEntry(let entry) = member.laid.record.content,
          outcome.matters[index].printedReference == nil
        {
          outcome.matters[index].printedReference = entry.reference
        }
        if case .trackerEntry(let entry) = member.laid.record.content,
          let day = member.laid.setting.date
        {
          numbered[day, default: NumberedRows()].add(entry, of: index)
        }
        if let day = member.laid.setting.date, days.insert(day).inserted {
          tracked[day, default: []].append(index)
        }
      }
    }
  }

  /// What executive bodies said to the recommendations.
  private mutating func hear(_ word: ExecutiveWord) {
    let (answers, unplaced) = word.answers(to: outcome.matters, verdicts)
    for answer in answers {
      let isMember = outcome.matters[answer.matter].members.contains {
        $0.laid.document == answer.member.laid.document
          && $0.laid.record.id == answer.member.laid.record.id
      }
      if !isMember { outcome.matters[answer.matter].members.append(answer.member) }
      outcome.matters[answer.matter].add(answer.event)
    }
    outcome.unplaced += unplaced
  }

  static func source(_ laid: LaidRecord) -> MatterEvent.Source { laid.source }

  /// What became of requests in other kinds of record.
  private mutating func linkAcross(_ records: [LaidRecord]) {
    var linker = CrossLinker()
    linker.linkActions(outcome.matters)
    linker.linkProgramme(records)
    outcome.crossLinks = linker.links + MeetingLinks(records).links
    outcome.unplaced += linker.unplaced.filter { !verdicts.isDismissed($0.laid) }
  }

  // MARK: - Finishing

  private mutating func finish(_ records: [LaidRecord]) {
    let drafts = DraftMinutes(records)
    var last: (document: String, title: String, subject: String)?
    for index in outcome.matters.indices {
      var matter = outcome.matters[index]
      matter.members.sort { ($0.role, 0) < ($1.role, 0) }
      if let raised = matter.raised {
        let event = MatterEvent(
          .raised, on: raised, state: .pending, source: Self.source(matter.principal.laid),
          because: (matter.minute.map { "minute \($0)" } ?? "as a later paper says")
            + (drafts.isOnlyDraft(matter) ? ", in draft minutes" : ""))
        matter.add(event)
      }
      let parts = TrackedParts(matter.members)
      for member in matter.members {
        guard case .trackerEntry(let entry) = member.laid.record.content else { continue }
        matter.subject = entry.subject ?? matter.subject
        matter.responsible = entry.responsible ?? matter.responsible
        matter.printedReference = matter.printedReference ?? entry.reference
        guard
          let date = member.laid.setting.date ?? entry.updated.flatMap(PlainDate.init(iso:))
            ?? matter.raised
        else { continue }
        var event = MatterEvent(
          .reported, on: max(date, matter.raised ?? date),
          state: Self.standing(parts.state(of: entry, in: member.laid), entry, of: matter),
          source: Self.source(member.laid), because: "the tracker laid at the meeting shows it so")
        let isNothing = entry.state == .pending
        event.response = isNothing ? entry.response : entry.response ?? entry.outcome
        event.updated = entry.updated
        event.row = entry
        if entry.tracker != .informationRequests
          || matter.kind == .recommendation && entry.decision != nil
        {
          event.ruling = Ruling(entry)
        }
        matter.add(event)
      }
      if matter.subject == nil {
        matter.subject = title(of: matter).map { title in
          let document = matter.principal.laid.document
          // A minute asks for several things.
          if let last, last.document == document, last.title == title { return last.subject }
          let subject = (casing[document] ?? SubjectCase()).title(title)
          last = (document, title, subject)
          return subject
        }
      }
      matter.events.sort(by: MatterEvent.inOrder)
      outcome.matters[index] = matter
    }
    outcome.matters.sort {
      ($0.raised?.iso ?? "", $0.minute ?? "", $0.label ?? "", $0.text)
        < ($1.raised?.iso ?? "", $1.minute ?? "", $1.label ?? "", $1.text)
    }
  }
}

extension Matter {
  /// A matter that begins with something asked.
  init(_ asked: Asked, _ member: Member, body: String) {
    self.init(
      kind: asked.kind, council: member.laid.setting.council, body: body,
      raised: asked.meetingDate.flatMap(PlainDate.init(iso:)), minute: asked.minute,
      label: asked.label, text: asked.text, subject: nil, addressedTo: asked.addressedTo,
      responsible: nil, printedReference: asked.printedReference, members: [member], events: [])
  }
}

extension Asked {
  /// A matter as something that later papers refer to, named by its place among the matters.
  fileprivate init?(_ matter: Matter, at index: Int) {
    var request = InformationRequest()
    request.text = matter.text
    self.init(
      PaperRecord(
        id: RecordID("\(index)"), lines: matter.principal.laid.record.lines,
        content: .informationRequest(request)))
    kind = matter.kind
    meetingDate = matter.raised?.iso
    minute = matter.minute
    label = matter.label
    addressedTo = matter.addressedTo
    printedReference = matter.printedReference
  }
}
