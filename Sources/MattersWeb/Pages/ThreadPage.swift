import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText
import Mustache

/// One matter: what was asked, what happened, and where each was read.
struct ThreadPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("thread") { request, context in
      guard let reference = FormFields(of: request)["reference"] else { throw WebError.notFound }
      return try await show(reference, request, context)
    }
    router.get("thread/**") { request, context in
      try await show(Self.reference(request, under: "/thread/"), request, context)
    }
  }

  /// The reference that stands in an address behind a path.
  static func reference(_ request: Request, under root: String) throws -> String {
    let path = request.uri.path
    guard path.hasPrefix(root), path.utf8.count < 1000 else { throw WebError.notFound }
    return path.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
      .map { FormFields.decode($0.replacing("+", with: "%2B")) }.joined(separator: "/")
  }

  private func show(
    _ reference: String, _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let done = FormFields(of: request)["done"]
    let (audience, today, nation) = (context.visitor.audience, site.today, site.options.nation)
    let mayChange = context.visitor.role == .officer && site.register.isWritable
    let site = site
    return try await site.ask { register in
      guard let matter = try register.matter(named: reference).seen(by: audience) else {
        throw WebError.notFound
      }
      let sources = try register.sources(of: matter, for: audience)
      let papers = try register.paperNumbers(matter.papers)
      let entries = mayChange ? try register.entryLines(of: matter.reference) : []
      let verdicts =
        mayChange ? try register.verdictLines(of: matter.reference, most: 100) : []
      let view = ThreadView(
        entries: entries, verdicts: verdicts, registered: matter, sources: sources,
        papers: papers, today: today, nation: nation,
        arrangements: try register.council()?.arrangements, mayChange: mayChange, done: done)
      guard mayChange else {
        return site.show(
          "thread", "\(matter.reference): \(matter.matter.text.prefix(60))", view.values, request,
          context)
      }
      return site.showForm(
        "thread", "\(matter.reference): \(matter.matter.text.prefix(60))", view.values, request,
        context)
    }
  }
}

extension RegisteredMatter {
  /// The hashes of the papers its events are known from.
  var papers: Set<String> {
    Set(
      matter.events.compactMap { event in
        if case .paper(let hash, _, _, _) = event.source { hash } else { nil }
      })
  }
}

/// A matter as it is shown.
struct ThreadView {
  let entries: [EntryLine]
  let verdicts: [VerdictLine]
  let registered: RegisteredMatter
  let sources: [MemberSource]
  let papers: [String: Int64]
  let today: PlainDate
  let nation: Nation
  /// How the council is governed: the law's time is that of an executive.
  let arrangements: CouncilSettings.Arrangements?
  let mayChange: Bool
  let done: String?

  private var matter: Matter { registered.matter }

  var values: [String: Any] {
    // What is entered for a day to come counts as soon as it is entered, as it does in the lists.
    let last = matter.events.last.map { max($0.date, today) } ?? today
    let position = matter.position(.endOf(last))
    let tag = StateTag(position?.state ?? .pending)
    var values: [String: Any] = [
      "reference": registered.reference, "singular": matter.kind.singular,
      "wording": matter.wording,
      "stateWords": tag.words, "stateClass": tag.style, "facts": facts(position),
      "events": matter.events.map { EventView(event: $0, papers: papers) },
      "hasMembers": !sources.isEmpty,
      "members": sources.map {
        MemberView($0, changing: mayChange ? registered.reference : nil)
      },
    ]
    if mayChange {
      values["actions"] = [
        "choices": ChangeForm.links(to: registered, daily: true),
        "others": ChangeForm.links(to: registered, daily: false),
      ]
      values["hasVerdicts"] = !verdicts.isEmpty
      values["verdicts"] = verdicts.map { VerdictView(verdict: $0, of: registered.reference) }
      values["hasEntries"] = !entries.isEmpty
      values["entries"] = entries.map { EntryView(entry: $0) }
    }
    if let done = done.flatMap(Done.init(rawValue:)) { values["done"] = done.inWords }
    return values
  }

  private func facts(_ position: Position?) -> [Fact] {
    let clock = ResponseClock(matter, nation: nation, arrangements: arrangements)
    let isWaiting = ResponseClock.answered(matter) == nil
    return [
      Fact("Committee", matter.body),
      Fact(
        "Task group", matter.group,
        link: matter.group.map { Address.query("/groups", [("name", $0)]) }),
      Fact("About", matter.subject),
      Fact(
        "Asked",
        matter.raised.map { day in
          day.inWords + (matter.minute.map { ", minute \($0)" } ?? "")
        },
        link: matter.raised.map {
          Address.meeting(BodyKey(matter.body).description, $0.iso)
        }),
      Fact(matter.kind == .recommendation ? "Put to" : "Owed by", owner),
      Fact(
        "Open for",
        matter.daysOpen(asOf: today).map { $0 == 1 ? "1 day" : "\($0) days" }),
      Fact("Decision", position?.ruling?.decision?.inWords),
      Fact("Decided by", position?.ruling?.decidedBy),
      Fact("Work", position?.ruling?.implementation?.inWords),
      Fact("Due", position?.ruling?.due.map { ListRow.inWords($0) }),
      Fact(
        "Time for an answer",
        clock.map { clock in
          "to \(clock.lastDay.inWords)\(clock.isEstimated ? ", estimated from the meeting" : "") "
            + "(\(clock.rule.law))"
            + (isWaiting && clock.lastDay < today ? "; past" : "")
        }),
      Fact("Latest answer", position?.response),
    ].compactMap { $0 }
  }

  private var owner: String? { matter.responsible ?? matter.addressedTo }
}

/// Something that happened, as a timeline shows it.
struct EventView: MustacheParent {
  let event: MatterEvent
  let papers: [String: Int64]

  func child(named key: String) -> Any? {
    switch key {
    case "date": event.date.inWords
    case "happened": happened
    case "words": words.map { $0 as Any } ?? false
    case "from": Self.words(of: event.source)
    case "address": address.map { $0 as Any } ?? false
    case "reason": words == event.because ? false : event.because as Any
    default: nil
    }
  }

  var happened: String {
    var words: [String] = []
    switch event.kind {
    case .raised: words = ["Asked by the committee"]
    case .reported: words = ["Shown in the tracker"]
    case .responded: words = ["Answered" + (event.from.map { " by \($0)" } ?? "")]
    case .completed: words = ["Agreed as completed"]
    case .withdrawn: words = ["Withdrawn by the committee"]
    case .endorsed: words = ["Made the committee’s own"]
    case .proposed: words = ["An answer was proposed by officers"]
    case .decided: words = ["Decided by the decision maker"]
    case .reRequested: words = ["Asked for again by the committee"]
    case .carriedForward: words = ["Carried forward by the committee"]
    case .discontinued: words = ["Let go by the committee"]
    case .edited: words = ["Typed into a tracker"]
    case .judged: words = ["Set by hand"]
    case .received: words = ["Received by those it was put to"]
    case .noticed: words = ["Written notice given"]
    case .assigned: words = ["Given to an owner"]
    case .corrected: words = ["Corrected by hand"]
    case .retracted: words = ["Taken back as never asked"]
    case .noted: words = ["Note"]
    case .chased: words = ["Letter sent to ask for an answer"]
    }
    if let decision = event.ruling?.decision { words.append(decision.inWords) }
    if let work = event.ruling?.implementation { words.append(work.inWords) }
    if [.reported, .responded, .edited, .judged].contains(event.kind), let state = event.state {
      words.append(state.inWords)
    }
    if let minute = event.minute { words.append("minute \(minute)") }
    return words.joined(separator: ", ")
  }

  /// The words of an answer, or of a note.
  private var words: String? { event.response ?? (event.kind == .noted ? event.because : nil) }

  /// Where something is known from: a paper and its line, or a person and a moment.
  static func words(of source: MatterEvent.Source) -> String {
    switch source {
    case .paper(_, let name, let lines, _): "\(name), line \(lines.first)"
    case .person(let name, let at): "Entered by \(name), \(TimeOfDay.inWords(at))"
    }
  }

  private var address: String? {
    guard case .paper(let hash, _, let lines, _) = event.source, let id = papers[hash] else {
      return nil
    }
    return Address.paper(id, marking: lines)
  }
}

/// Where a record of a matter was read, as it is shown.
struct MemberView: MustacheParent {
  private let source: MemberSource
  /// The matter, for somebody who may say that the record is none of it.
  private let changing: String?

  init(_ source: MemberSource, changing: String?) {
    self.source = source
    self.changing = changing
  }

  func child(named key: String) -> Any? {
    switch key {
    case "memberHeading": heading
    case "address": Address.paper(source.paper, marking: source.lines)
    case "paperName": source.member.laid.documentName
    case "place": source.lines.inWords
    case "because": source.member.because
    case "sourceLines":
      QuotedLines.values(source.quotation, source.lines, source.member.laid.record)
    case "wrong": wrong ?? false
    case "hasTies": !source.links.isEmpty
    case "ties": source.links.map(Self.tie)
    default: nil
    }
  }

  private var heading: String {
    switch source.member.role {
    case .origin: "Where it was asked"
    case .restated: "Said again"
    case .tracked: "In a tracker"
    case .answered: "An answer"
    }
  }

  /// Where somebody says that the record belongs elsewhere; what was asked first belongs here.
  private var wrong: String? {
    guard let changing, source.member.role != .origin else { return nil }
    return Address.query(
      "/change/belongs",
      [
        ("reference", changing), ("paper", String(source.paper)),
        ("record", source.member.laid.record.id.description),
      ])
  }

  private static func tie(_ link: LinkDetail) -> [String: Any] {
    let relation = link.relation.rawValue.replacing("_", with: " ")
    // An id begins with the kind of its record.
    let kind = RecordKind(rawValue: String(link.other.description.prefix { $0 != "-" }))
    let other = kind.map { kind in
      let words = kind.inWords.lowercased()
      return (words.first.map("aeiou".contains) == true ? "an " : "a ") + words
    }
    let place = "\(link.documentName), \(link.lines.inWords)"
    let words = other ?? link.other.description
    let way = link.isOutgoing ? "\(relation) \(words)" : "\(words) \(relation) this"
    return [
      "tie": way.capitalised, "tiePlace": place, "tieReason": link.because,
    ]
  }
}
