import MattersBlocks
import MattersRecords
import MattersText

/// Reads a committee system's table of who came: `Attendee`, `Role`, `Attendance`.
enum AttendanceTable {
  /// Reads the tables of that form among some blocks.
  static func read(
    _ blocks: Range<Int>, of paper: Paper, _ roll: inout AttendanceRoll, into sink: inout RecordSink
  ) {
    var columns: Columns?
    for index in blocks {
      let block = paper.blocks[index]
      guard block.kind == .row else { continue }
      let cells = paper.cells(block).map { paper.text($0) }
      if let head = Columns(cells) {
        columns = head
        sink.claim(index)
        continue
      }
      guard let columns, let entry = columns.entry(cells) else { continue }
      roll.add(
        entry.person, entry.presence, as: entry.capacity, lines: block.lines,
        blocks: index..<index + 1, into: &sink)
    }
  }

  /// Which column holds what.
  private struct Columns {
    var name: Int
    var role: Int?
    var attendance: Int

    init?(_ cells: [String]) {
      func column(_ names: [String]) -> Int? {
        cells.firstIndex { names.contains($0.lowercased()) }
      }
      guard let name = column(["attendee", "name", "member", "councillor"]),
        let attendance = column(["attendance", "present", "status", "expected attendance"])
      else { return nil }
      self.name = name
      self.attendance = attendance
      role = column(["role", "position", "capacity"])
    }

    func entry(_ cells: [String]) -> (person: Person, presence: Presence, capacity: Capacity?)? {
      guard cells.indices.contains(name), cells.indices.contains(attendance) else { return nil }
      guard var person = PeopleList.read(cells[name]).first ?? Self.plain(cells[name]) else {
        return nil
      }
      let said = cells[attendance].lowercased()
      let role = self.role.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
      guard !said.isEmpty, !said.hasPrefix("absent"), !said.hasPrefix("not ") else { return nil }
      var presence = Presence.present
      if said.contains("apolog") {
        presence = .apologies
      } else if said.contains("virtual") || said.contains("remote") || said.contains("online") {
        presence = .remote
      } else if said.hasPrefix("expected") {
        presence = .membership
      }
      var capacity: Capacity? = .member
      let key = MatchKey(role).description
      if key.contains("substitute") || said.contains("substitute") {
        capacity = .substitute
        if let lead = cells[attendance].lowercasedRange(of: "substitute for ") {
          let words = cells[attendance][lead...].prefix { $0 != ")" }
          person.substitutingFor = PeopleList.read(String(words)).first?.name ?? String(words)
        }
      } else if let office = PostWords.office(role) {
        person.office = office
      } else if AttendanceRoll.isOfCabinet(role) {
        person.role = role
        capacity = .cabinetMember
      } else if said.contains("officer") || key.contains("officer") || person.title == nil {
        person.role = role.isEmpty ? nil : role
        capacity = said.contains("officer") || PostWords.isPost(role) ? .officer : .guest
      } else if said.contains("in attendance") || key.contains("guest") {
        capacity = .guest
      }
      return (person, presence, capacity)
    }

    /// A name without a title, which a list of people would not tell from other words.
    private static func plain(_ text: String) -> Person? {
      let words = text.split(separator: " ")
      guard (2...5).contains(words.count), words.allSatisfy({ PostWords.isNameWord($0) }) else {
        return nil
      }
      return Person(name: text)
    }
  }
}
