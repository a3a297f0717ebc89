public import MattersBlocks
public import MattersRecords
import MattersText

/// What one council calls by words of its own: its trackers' columns, its statuses, its decisions,
/// the bodies that decide.
///
/// A council that only renames things is such a value and no rule: papers are read without any, and
/// a profile adds what its words alone do not tell. The rim makes these values from files.
public struct CouncilProfile: Sendable, Equatable {
  /// The council's name as its papers print it.
  public var council: String
  /// Headings of its trackers, and what stands under them.
  public var headings: [String: TrackerColumn]
  /// Words of its status columns, and where a matter with such a status stands.
  public var statuses: [String: MatterState]
  /// Words of its decision columns, and what they mean.
  public var decisions: [String: Decision]
  /// The bodies that decide, beside a Cabinet or an Executive.
  public var executives: [String]

  /// A profile; what is not given is as with other councils.
  public init(
    council: String, headings: [String: TrackerColumn] = [:], statuses: [String: MatterState] = [:],
    decisions: [String: Decision] = [:], executives: [String] = []
  ) {
    self.council = council
    // Words are compared as all headings are: letter case and marks aside.
    self.headings = Self.folded(headings)
    self.statuses = Self.folded(statuses)
    self.decisions = Self.folded(decisions)
    self.executives = executives
  }

  private static func folded<Meaning>(_ words: [String: Meaning]) -> [String: Meaning] {
    Dictionary(
      words.map { (MatchKey($0.key).description, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a heading means in this council's trackers.
  func column(_ heading: String) -> TrackerColumn? { headings[MatchKey(heading).description] }

  /// Where a matter with a status stands.
  func state(_ status: String) -> MatterState? { statuses[MatchKey(status).description] }

  /// What a decision means.
  func decision(_ words: String) -> Decision? { decisions[MatchKey(words).description] }

  /// Whether a body decides.
  func isExecutive(_ body: String) -> Bool {
    BodyName.isExecutive(body) || executives.contains { BodyName.isSame($0, body) }
  }
}

/// The profiles to read papers with.
public struct CouncilProfiles: Sendable {
  /// The profiles, of which a paper takes the first whose council it names.
  public var all: [CouncilProfile]

  /// Some profiles.
  public init(_ all: [CouncilProfile] = []) { self.all = all }

  /// How many blocks at a paper's head may name its council.
  private static let reach = 40

  /// The profile of the council that a paper's head names.
  public func of(_ paper: Paper) -> CouncilProfile? {
    guard !all.isEmpty else { return nil }
    let head = paper.blocks.prefix(Self.reach).filter { $0.kind != .furniture }
      .map { " " + MatchKey(paper.text($0)).description + " " }
    return all.first { profile in
      let name = " " + MatchKey(profile.council).description + " "
      return name.count > 2 && head.contains { $0.contains(name) }
    }
  }
}
