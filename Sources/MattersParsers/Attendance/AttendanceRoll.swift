import MattersBlocks
import MattersRecords
import MattersText

/// Collects who took part in one meeting, each person once.
struct AttendanceRoll {
  private let date: String?
  /// Whether the body is a Cabinet, whose members are no committee's.
  let isExecutive: Bool
  private var known: Set<String> = []

  init(date: PlainDate?, body: String?) {
    self.date = date?.iso
    isExecutive = body.map(BodyName.isExecutive) ?? false
  }

  /// Whether somebody of this name was recorded.
  func holds(_ name: String) -> Bool { known.contains(MatchKey(name).description) }

  /// Records a person under a label.
  mutating func add(
    _ person: Person, _ presence: Presence, as capacity: Capacity?, lines: LineRange,
    blocks: Range<Int>, doubt: String? = nil, into sink: inout RecordSink
  ) {
    guard !person.name.isEmpty, known.insert(MatchKey(person.name).description).inserted else {
      return
    }
    var attendance = Attendance()
    attendance.meetingDate = date
    attendance.name = person.name
    attendance.title = person.title
    attendance.role = person.role
    attendance.substitutingFor = person.substitutingFor
    attendance.presence = presence == .present && person.isRemote ? .remote : presence
    attendance.capacity = self.capacity(of: person, as: capacity)
    let because =
      doubt
      ?? (person.isRunTogether ? "the name is run together with the words before it" : nil)
    sink.add(
      .attendance(attendance), parts: [date, person.name], lines: lines, blocks: blocks,
      certainty: because == nil ? .certain : .probable, because: because)
  }

  private func capacity(of person: Person, as capacity: Capacity?) -> Capacity? {
    if person.substitutingFor != nil { return .substitute }
    if capacity != .guest {
      switch person.office {
      case .chair: return .chairperson
      case .viceChair: return .viceChairperson
      case nil: break
      }
    }
    if let role = person.role, Self.isOfCabinet(role) { return .cabinetMember }
    if isExecutive, capacity == .member { return .cabinetMember }
    return capacity
  }

  /// Whether a role is one of the executive's.
  static func isOfCabinet(_ role: String) -> Bool {
    let key = MatchKey(role).description
    return [
      "cabinet member", "executive member", "portfolio holder", "leader of the council",
      "deputy leader", "lead member", "member of the cabinet", "member of the executive",
    ].contains { key.contains($0) } || key == "leader"
  }
}
