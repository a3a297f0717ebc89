import MattersRecords
import MattersText

/// Links between the papers of one meeting: a minute and the agenda's item, an item and its report,
/// where they stand in papers of their own.
struct MeetingLinks {
  /// The links.
  private(set) var links: [CrossLink] = []

  /// Something with a title, and what a paper says of its purpose.
  private struct Titled {
    var laid: LaidRecord
    var key: MatchKey
    var words: Set<Substring>
    var all: Set<Substring>

    init(_ laid: LaidRecord, _ title: String, _ purpose: String?) {
      self.laid = laid
      let own = MatchKey(MeetingLinks.plain(title))
      key = own
      words = Set(own.words)
      all = Set(own.words + (purpose.map { MatchKey($0).words } ?? []))
    }
  }

  /// A title without what an agenda adds to it: whose report it is, and of what meeting the minutes
  /// are.
  private static func plain(_ title: String) -> String {
    let key = MatchKey(title)
    let words = key.words
    guard let first = words.first, first == "minute" || first == "minutes" else { return title }
    let isOfMeeting =
      words.count == 1
      || words.contains { $0 == "meeting" || $0 == "meetings" } && words.count <= 14
    return isOfMeeting ? "minutes" : title
  }

  /// All that is titled, by the meeting.
  private struct Meeting {
    var items: [Titled] = []
    var minutes: [Titled] = []
    var reports: [Titled] = []
  }

  /// Finds them among the records of one body.
  init(_ records: [LaidRecord]) {
    var meetings: [String: Meeting] = [:]
    for laid in records {
      switch laid.record.content {
      case .agendaItem(let item):
        guard let day = item.meetingDate else { continue }
        meetings[day, default: Meeting()].items.append(Titled(laid, item.title, item.purpose))
      case .minute(let minute):
        guard let day = minute.meetingDate else { continue }
        meetings[day, default: Meeting()].minutes.append(Titled(laid, minute.title, nil))
      case .report(let report):
        guard let day = report.meetingDate else { continue }
        meetings[day, default: Meeting()].reports.append(Titled(laid, report.title, nil))
      default: continue
      }
    }
    for (_, meeting) in meetings.sorted(by: { $0.key < $1.key }) {
      link(
        meeting.minutes, to: meeting.items, .minutesItem,
        exact:
          "the item of the same title on the agenda of the same meeting",
        strong: "the only item on the agenda of the same meeting whose title shares its words")
      link(
        meeting.items, to: meeting.reports, .considers,
        exact: "the report to this meeting has the item's title",
        strong: "the only report to this meeting whose title shares the item's words")
    }
  }

  /// Links each paper's titles to those of other papers; one that its own paper links is left.
  private mutating func link(
    _ all: [Titled], to others: [Titled], _ relation: Relation, exact: String, strong: String
  ) {
    guard !all.isEmpty, !others.isEmpty else { return }
    for (document, own) in Dictionary(grouping: all, by: \.laid.document).sorted(by: {
      $0.key < $1.key
    }) {
      guard !others.contains(where: { $0.laid.document == document }) else { continue }
      // One item, however many papers print it.
      var seen: Set<MatchKey> = []
      let distinct = others.filter { seen.insert($0.key).inserted }
      let doubled = Set(
        distinct.map(\.key).filter { key in
          let same = others.filter { $0.key == key }
          return Set(same.map(\.laid.document)).count < same.count
        })
      var taken: Set<MatchKey> = []
      var left: [Titled] = []
      for one in own {
        guard let same = distinct.first(where: { $0.key == one.key }), !doubled.contains(same.key)
        else {
          left.append(one)
          continue
        }
        taken.insert(same.key)
        add(one, same, relation, .exact, exact)
      }
      let free = distinct.filter { !taken.contains($0.key) && !doubled.contains($0.key) }
      var chosen: [(one: Titled, other: Titled)] = []
      for one in left {
        let alike = free.filter { Self.share(one.words, $0.words) }
        let told = alike.isEmpty ? free.filter { Self.tells(one.words, $0.all) } : alike
        if told.count == 1 { chosen.append((one, told[0])) }
      }
      for (one, other) in chosen where chosen.count(where: { $0.other.key == other.key }) == 1 {
        add(one, other, relation, .strong, strong)
      }
    }
  }

  private mutating func add(
    _ one: Titled, _ other: Titled, _ relation: Relation, _ grade: LinkGrade, _ because: String
  ) {
    links.append(
      CrossLink(
        from: one.laid, to: other.laid, relation: relation, grade: grade, because: because))
  }

  /// Whether one title has nearly all the words of the other.
  private static func share(_ a: Set<Substring>, _ b: Set<Substring>) -> Bool {
    let fewer = min(a.count, b.count)
    return fewer >= 2 && a.intersection(b).count * 4 >= fewer * 3
  }

  /// Whether a title's words stand in another's title and purpose together.
  private static func tells(_ title: Set<Substring>, _ words: Set<Substring>) -> Bool {
    let telling = title.filter { $0.count >= 3 && !WordIndex.dull.contains(String($0)) }
    return telling.count >= 2 && telling.intersection(words).count * 4 >= telling.count * 3
  }
}
