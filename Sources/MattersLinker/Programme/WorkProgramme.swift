import MattersRecords
import MattersText

/// Works out the items of one committee's work programme from its papers and what people say.
public struct WorkProgramme {
  private var items: [ProgrammeItem] = []
  /// The places of the items with a title, the latest last.
  private var places: [String: [Int]] = [:]
  private let calendar: MeetingCalendar
  private let minutes: [(date: PlainDate, key: MatchKey, laid: LaidRecord)]

  /// The items of a committee, in order of their first meeting.
  ///
  /// - Parameters:
  ///   - records: its work programme items and minutes, of papers that nothing supersedes.
  ///   - words: what people say of its programme.
  public static func items(
    body: String, records: [LaidRecord], words: [ProgrammeWord], calendar: MeetingCalendar
  ) -> [ProgrammeItem] {
    var programme = WorkProgramme(records, calendar)
    programme.read(records, body: body)
    programme.hear(words, body: body)
    programme.finish()
    return programme.items
  }

  private init(_ records: [LaidRecord], _ calendar: MeetingCalendar) {
    self.calendar = calendar
    minutes = records.compactMap { laid in
      guard case .minute(let minute) = laid.record.content,
        let date = minute.meetingDate.flatMap(PlainDate.init(iso:))
      else { return nil }
      return (date, MatchKey(minute.title), laid)
    }
  }

  // MARK: - Papers

  /// One line of a programme: its title, and where it is planned.
  private struct Line {
    var laid: LaidRecord
    var title: String
    var meeting: PlainDate?
  }

  private mutating func read(_ records: [LaidRecord], body: String) {
    var papers: [(known: PlainDate, document: String, lines: [Line])] = []
    for laid in LaidRecord.inOrder(records) {
      guard case .workProgrammeItem(let item) = laid.record.content else { continue }
      let meeting =
        item.state == .reserve ? nil : item.meetingDate.flatMap(PlainDate.init(iso:))
      guard let known = laid.setting.date ?? meeting else { continue }
      let line = Line(laid: laid, title: item.title, meeting: meeting)
      if let last = papers.indices.last, papers[last].document == laid.document {
        papers[last].lines.append(line)
      } else {
        papers.append((known, laid.document, [line]))
      }
    }
    for paper in papers {
      var places: [String: [Line]] = [:]
      var order: [String] = []
      for line in paper.lines {
        let key = MatchKey(line.title).description
        if places[key] == nil { order.append(key) }
        places[key, default: []].append(line)
      }
      for key in order { take(places[key] ?? [], key, paper.known, body) }
    }
  }

  /// What one paper says of one title: the same meeting as before, another one, or a further one.
  private mutating func take(
    _ lines: [Line], _ key: String, _ known: PlainDate, _ body: String
  ) {
    var left = lines
    var open = (places[key] ?? []).filter { !isOver($0, known) }
    // What is planned as it was before has not moved.
    left.removeAll { line in
      guard let same = open.firstIndex(where: { current($0) == line.meeting }) else { return false }
      items[open[same]].title = line.title
      open.remove(at: same)
      return true
    }
    for line in left {
      guard !open.isEmpty else {
        begin(line, key, known, body)
        continue
      }
      let place = open.removeFirst()
      let before = current(place)
      items[place].steps.append(
        .init(
          line.meeting == nil ? .reserve : before == nil ? .scheduled : .moved, known: known,
          meeting: line.meeting, source: line.laid.source,
          because: before.map { "planned for \($0.iso) before" } ?? "in reserve before"))
      items[place].title = line.title
    }
  }

  private mutating func begin(_ line: Line, _ key: String, _ known: PlainDate, _ body: String) {
    // The same title again, once a meeting has taken it, is another item.
    let hasBeenTaken = (places[key] ?? []).contains { current($0) == line.meeting }
    if hasBeenTaken { return }
    var item = ProgrammeItem(
      code: "", body: body, title: line.title,
      steps: [
        .init(
          line.meeting == nil ? .reserve : .scheduled, known: known, meeting: line.meeting,
          source: line.laid.source, because: "on the work programme")
      ])
    item.isWithheld = line.laid.record.access != .public
    add(item, key)
  }

  private mutating func add(_ item: ProgrammeItem, _ key: String) {
    let ordinal = (places[key] ?? []).count
    places[key, default: []].append(items.count)
    var item = item
    item.code = Self.code("\(BodyKey(item.body))|\(key)|\(ordinal)")
    items.append(item)
  }

  private func current(_ place: Int) -> PlainDate? { items[place].steps.last?.meeting }

  /// Whether a meeting before a day took the item, so that its title means another one now.
  private func isOver(_ place: Int, _ day: PlainDate) -> Bool {
    guard let meeting = current(place), meeting < day else { return false }
    return taken(items[place].title, meeting) != nil
  }

  /// The minute by which a meeting took an item.
  private func taken(_ title: String, _ meeting: PlainDate) -> LaidRecord? {
    let key = MatchKey(title)
    return minutes.first {
      $0.date == meeting && !$0.key.isEmpty && Likeness.containment($0.key, key) >= 0.75
    }?.laid
  }

  // MARK: - People

  private mutating func hear(_ words: [ProgrammeWord], body: String) {
    for word in words {
      let key = MatchKey(word.title).description
      let step = ProgrammeItem.Step(
        word.move, known: word.date, meeting: word.meeting,
        source: .person(name: word.person, at: word.at), because: word.note ?? "entered by hand")
      if let place = places[key]?.last(where: { items[$0].steps.last?.move != .done }) {
        items[place].steps.append(step)
      } else {
        add(ProgrammeItem(code: "", body: body, title: word.title, steps: [step]), key)
      }
    }
  }

  // MARK: - Finishing

  /// Adds what became of each plan: the meeting was not held, or took the item.
  private mutating func finish() {
    for index in items.indices {
      items[index].steps.sort { ($0.known, $0.rank) < ($1.known, $1.rank) }
      for step in items[index].steps {
        guard let meeting = step.meeting, step.move == .scheduled || step.move == .moved,
          let off = calendar.off(items[index].body, on: meeting)
        else { continue }
        items[index].steps.append(
          .init(
            .notHeld, known: max(meeting, step.known), meeting: meeting, source: step.source,
            because: "the meeting was \(off.status)" + (off.reason.map { ": \($0)" } ?? "")))
      }
      items[index].steps.sort { ($0.known, $0.rank) < ($1.known, $1.rank) }
      guard let last = items[index].steps.last, [.scheduled, .moved].contains(last.move),
        let meeting = last.meeting, let laid = taken(items[index].title, meeting)
      else { continue }
      items[index].steps.append(
        .init(
          .done, known: max(meeting, last.known), meeting: meeting, source: laid.source,
          because: "a minute of the meeting has the same title"))
    }
    items.sort {
      ($0.steps.first?.known.iso ?? "", $0.steps.first?.meeting?.iso ?? "~", $0.title)
        < ($1.steps.first?.known.iso ?? "", $1.steps.first?.meeting?.iso ?? "~", $1.title)
    }
  }

  /// A short code: six digits of a hash.
  private static func code(_ words: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in words.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash & 0xFF_FFFF, radix: 16)
    return "w" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension ProgrammeItem.Step {
  /// On one day a meeting's papers come first, then people speak.
  fileprivate var rank: Int {
    if case .person = source { return 1 }
    return move == .notHeld ? 2 : 0
  }
}

extension MeetingCalendar {
  /// The meeting of a body on a day that was not held.
  func off(_ body: String, on day: PlainDate) -> Day? {
    self.day(of: body, on: day).flatMap { $0.isOff ? $0 : nil }
  }
}
