import MattersLinker
import MattersRecords
import MattersRegister
import MattersText

/// What a register holds, as the standards see it: bodies, meetings, people, and what became of what
/// was asked.
///
/// Nothing that the public may not see is among it.
struct Holdings: Sendable {
  /// A committee, a cabinet or another body that meets.
  struct Body: Sendable {
    var key: BodyKey
    var name: String
    var council: String?
    var isExecutive: Bool { key.isExecutive }
  }

  /// A meeting with everything its papers say of it.
  struct Meeting: Sendable {
    var body: Body
    var date: PlainDate
    var heads: [MattersRecords.Meeting] = []
    var papers: [Paper] = []
    var agenda: [(laid: LaidRecord, item: AgendaItem)] = []
    var minutes: [(laid: LaidRecord, minute: Minute)] = []
    var resolutions: [(laid: LaidRecord, resolution: Resolution)] = []
    var attendance: [Attendance] = []
    var votes: [(laid: LaidRecord, vote: Vote)] = []
    var questions: [(laid: LaidRecord, question: PublicQuestion)] = []

    /// The first value that one of the meeting's heads gives.
    func first<Value>(_ path: KeyPath<MattersRecords.Meeting, Value?>) -> Value? {
      heads.lazy.compactMap { $0[keyPath: path] }.first
    }

    /// Whether minutes of it are there.
    var hasMinutes: Bool { heads.contains { $0.documentRole == .minutes } }
    /// A name that no other meeting has.
    var name: String { "\(body.council ?? "")|\(body.key)|\(date.iso)" }
  }

  /// A paper of a meeting.
  struct Paper: Sendable, Hashable {
    var name: String
    var hash: String
    var isMinutes: Bool
  }

  /// A councillor, a co-optee or the holder of a named post.
  struct Person: Sendable {
    var name: String
    var posts: [(body: Body?, role: String)]
  }

  var bodies: [Body] = []
  var meetings: [Meeting] = []
  var people: [Person] = []
  var matters: [RegisteredMatter] = []

  /// The councils, in alphabetical order.
  var councils: [String] { Set(bodies.compactMap(\.council)).sorted() }

  /// Gathers what a register holds.
  init(_ register: Register) throws {
    let records = try register.records(RecordKind.allCases).filter { $0.record.access == .public }
    var bodies: [BodyKey: Body] = [:]
    for laid in records {
      guard let name = laid.setting.body else { continue }
      let key = BodyKey(name)
      var body = bodies[key] ?? Body(key: key, name: name, council: nil)
      body.council = body.council ?? laid.setting.council
      bodies[key] = body
    }
    self.bodies = bodies.values.sorted { $0.name < $1.name }
    meetings = Self.meetings(records, bodies)
    people = Self.people(meetings)
    matters = try Asked.Kind.allCases.flatMap { kind in
      try register.matters(MatterFilter(kind: kind)).compactMap { $0.seen(by: .everyone) }
    }
  }

  /// The body that a matter belongs to.
  func body(of matter: Matter) -> Body {
    bodies.first { $0.key == BodyKey(matter.body) }
      ?? Body(key: BodyKey(matter.body), name: matter.body, council: matter.council)
  }

  /// The body that a decision maker's name means, where it is one of the register's.
  func body(named name: String?) -> Body? {
    name.flatMap { name in bodies.first { $0.key == BodyKey(name) } }
  }

  // MARK: - Gathering

  private static func meetings(
    _ records: [LaidRecord], _ bodies: [BodyKey: Body]
  ) -> [Meeting] {
    var meetings: [String: Meeting] = [:]
    func with(_ laid: LaidRecord, _ date: String?, _ change: (inout Meeting) -> Void) {
      guard let name = laid.setting.body, let body = bodies[BodyKey(name)],
        let day = date.flatMap(PlainDate.init(iso:))
      else { return }
      let key = "\(body.key)|\(day.iso)"
      change(&meetings[key, default: Meeting(body: body, date: day)])
    }
    for laid in records {
      guard case .meeting(let head) = laid.record.content else { continue }
      with(laid, head.date ?? laid.setting.date?.iso) { meeting in
        meeting.heads.append(head)
        let paper = Paper(
          name: laid.documentName, hash: laid.document, isMinutes: head.documentRole == .minutes)
        if !meeting.papers.contains(paper) { meeting.papers.append(paper) }
      }
    }
    for laid in records {
      switch laid.record.content {
      case .agendaItem(let item):
        with(laid, item.meetingDate) { meeting in
          let isKnown = meeting.agenda.contains {
            $0.item.number == item.number && MatchKey($0.item.title) == MatchKey(item.title)
          }
          if !isKnown { meeting.agenda.append((laid, item)) }
        }
      case .minute(let minute):
        with(laid, minute.meetingDate) { meeting in
          let isKnown = meeting.minutes.contains { $0.minute.number == minute.number }
          if !isKnown { meeting.minutes.append((laid, minute)) }
        }
      case .resolution(let resolution):
        with(laid, resolution.meetingDate) { meeting in
          let isKnown = meeting.resolutions.contains {
            $0.resolution.minute == resolution.minute
              && MatchKey($0.resolution.text) == MatchKey(resolution.text)
          }
          if !isKnown { meeting.resolutions.append((laid, resolution)) }
        }
      case .attendance(let attendance):
        with(laid, attendance.meetingDate) { $0.attendance.append(attendance) }
      case .vote(let vote): with(laid, vote.meetingDate) { $0.votes.append((laid, vote)) }
      case .publicQuestion(let question):
        with(laid, question.meetingDate ?? laid.setting.date?.iso) {
          $0.questions.append((laid, question))
        }
      default: break
      }
    }
    return meetings.values.filter { !$0.heads.isEmpty }.sorted {
      ($0.date, $0.body.name) < ($1.date, $1.body.name)
    }
  }

  /// Only who holds an office becomes a person: no member of the public, no guest.
  private static func people(_ meetings: [Meeting]) -> [Person] {
    var people: [String: Person] = [:]
    for meeting in meetings {
      for attendance in meeting.attendance {
        guard let role = role(of: attendance) else { continue }
        let key = MatchKey(attendance.name).description
        let body = attendance.capacity == .officer ? nil : meeting.body
        var person = people[key] ?? Person(name: attendance.name, posts: [])
        let isKnown = person.posts.contains { $0.role == role && $0.body?.key == body?.key }
        if !isKnown { person.posts.append((body, role)) }
        people[key] = person
      }
    }
    return people.values.sorted { $0.name < $1.name }
  }

  private static func role(of attendance: Attendance) -> String? {
    switch attendance.capacity {
    case .chairperson: "Chairperson"
    case .viceChairperson: "Vice-Chairperson"
    case .member: "Member"
    case .coOptee: "Co-optee"
    case .substitute: "Substitute"
    case .cabinetMember: attendance.role ?? "Cabinet Member"
    // An officer is named by a post; a name alone is somebody who happened to be there.
    case .officer: attendance.role
    case .guest, nil: nil
    }
  }
}

extension LaidRecord {
  /// The document and the lines in words.
  var place: String {
    if entered != nil { return placeInWords }
    let lines = record.lines
    return lines.first == lines.last
      ? "\(documentName), line \(lines.first)"
      : "\(documentName), lines \(lines.first)-\(lines.last)"
  }
}

extension PlainDate {
  /// The municipal year as a session's name: `2023-24`.
  var session: String {
    let next = (municipalYear + 1) % 100
    return "\(municipalYear)-\(next < 10 ? "0" : "")\(next)"
  }
}
