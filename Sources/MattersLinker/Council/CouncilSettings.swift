import MattersText

/// What a council says of itself in its one file: its bodies, its officers' posts, its own clocks.
public struct CouncilSettings: Sendable, Hashable, Codable {
  /// The council's name.
  public var name: String
  /// Whose law it is under.
  public var nation: Nation?
  /// How it is governed: the statutory clock is that of executive arrangements.
  public var arrangements: Arrangements?
  /// How references are made, with `{body}`, `{year}`, `{kind}` and `{number}` filled in.
  public var reference: String?
  /// Its committees and other bodies.
  public var body: [Body]?
  /// The posts that owe answers.
  public var owner: [Owner]?
  /// Its own times for an answer, which are never called law.
  public var clock: [LocalClock]?
  /// How it words its letters.
  public var letter: LetterWording?
  /// Whether those who put questions as members of the public are shown by name.
  public var namesQuestioners: Bool?

  private enum CodingKeys: String, CodingKey {
    case name, nation, arrangements, reference, body, owner, clock, letter
    case namesQuestioners = "name_questioners"
  }

  /// How a council is governed.
  public enum Arrangements: String, Sendable, Codable, CaseIterable {
    /// A Cabinet or a mayor decides.
    case executive
    /// Committees decide.
    case committeeSystem = "committee_system"
    /// A parish, town or community council.
    case parish
  }

  /// What kind of body it is.
  public enum BodyKind: String, Sendable, Codable, CaseIterable {
    /// An overview and scrutiny committee.
    case scrutiny
    /// A task-and-finish group.
    case taskGroup = "task_group"
    /// A joint committee.
    case joint
    /// A Cabinet or executive.
    case cabinet
    /// The full Council.
    case council
    /// A committee that decides policy.
    case policyCommittee = "policy_committee"
    /// A body of the National Health Service.
    case nhs
  }

  /// A body under one name.
  public struct Body: Sendable, Hashable, Codable {
    /// The full name.
    public var name: String
    /// Other names and initials that papers print.
    public var aliases: [String]?
    /// What kind it is.
    public var kind: BodyKind?
    /// The first day under this name, ISO 8601.
    public var from: String?
    /// The last day under this name, ISO 8601.
    public var to: String?
    /// The body that took over from it.
    public var successor: String?
    /// The short name that references begin with, where it is not its initials.
    public var short: String?
    /// The councils or bodies that a joint body is of.
    public var constituents: [String]?
    /// The parent committee of a task group.
    public var parent: String?
    /// Where letters go.
    public var email: String?
  }

  /// A post that owes answers.
  public struct Owner: Sendable, Hashable, Codable {
    /// The post.
    public var post: String
    /// Other names that papers print.
    public var aliases: [String]?
    /// Its directorate.
    public var directorate: String?
    /// The portfolio it answers in.
    public var portfolio: String?
    /// The first day, ISO 8601.
    public var from: String?
    /// The last day, ISO 8601.
    public var to: String?
    /// The post that took over from it.
    public var successor: String?
    /// Where letters go.
    public var email: String?
  }

  /// A time for an answer that the council chose itself.
  public struct LocalClock: Sendable, Hashable, Codable {
    /// What it is called.
    public var name: String
    /// What it is for: `request`, `recommendation` or `action`.
    public var appliesTo: String
    /// What starts it.
    public var base: Base
    /// How long it runs: `28 days`, `20 working days`, `8 weeks`, `2 months`, `next meeting`.
    public var length: String
    /// Whether the day that starts it is its first day.
    public var countsFirstDay: Bool?
    /// The first day on which it held, ISO 8601.
    public var from: String?
    /// The last day on which it held, ISO 8601.
    public var to: String?
    /// Where the rule stands, such as the part of the constitution.
    public var rule: String?

    private enum CodingKeys: String, CodingKey {
      case name, base, length, from, to, rule
      case appliesTo = "applies_to"
      case countsFirstDay = "counts_first_day"
    }

    /// What starts a local clock.
    public enum Base: String, Sendable, Codable, CaseIterable {
      /// The meeting that asked.
      case meeting
      /// Receipt of the recommendations or the notice, whichever is later.
      case receipt
      /// The first meeting of the Cabinet after it was asked.
      case cabinet
    }
  }

  /// Settings of which only the name is known.
  public init(name: String) { self.name = name }

  /// The keys that each part may have, for telling a slip of the pen.
  public static let keys: [String: Set<String>] = [
    "": [
      "name", "nation", "arrangements", "reference", "body", "owner", "clock", "letter",
      "name_questioners",
    ],
    "body": [
      "name", "aliases", "kind", "from", "to", "successor", "short", "constituents", "parent",
      "email",
    ],
    "owner": ["post", "aliases", "directorate", "portfolio", "from", "to", "successor", "email"],
    "letter": LetterWording.keys,
    "clock": [
      "name", "applies_to", "base", "length", "counts_first_day", "from", "to", "rule",
    ],
  ]
}

extension CouncilSettings {
  /// A slip in the settings: the part, its place among its like, the key, and what is wrong.
  public struct Slip: Sendable, Hashable {
    /// The part: `body`, `owner`, `clock`, or nothing for the file's own keys.
    public var part: String
    /// The place among parts of that kind, from 0.
    public var index: Int
    /// The key.
    public var key: String
    /// What is wrong and what to do.
    public var words: String

    /// A slip at a place.
    public init(part: String, index: Int, key: String, words: String) {
      self.part = part
      self.index = index
      self.key = key
      self.words = words
    }
  }

  /// What is wrong in the settings, in the order in which they stand.
  public var slips: [Slip] {
    var slips: [Slip] = []
    let bodies = body ?? []
    for (index, body) in bodies.enumerated() {
      check(.init(part: "body", index: index, key: "", words: ""), body.from, body.to, &slips)
      if let parent = body.parent, !bodies.contains(where: { BodyKey($0.name) == BodyKey(parent) })
      {
        slips.append(
          Slip(
            part: "body", index: index, key: "parent",
            words: "\(parent) is no body of this file; add a [[body]] of that name"))
      }
      if let others = body.constituents, body.kind != .joint, !others.isEmpty {
        slips.append(
          Slip(
            part: "body", index: index, key: "constituents",
            words: "only a joint body has constituents; write kind = \"joint\""))
      }
      checkEmail("body", index, body.email, &slips)
      guard let successor = body.successor else { continue }
      if !bodies.contains(where: { BodyKey($0.name) == BodyKey(successor) }) {
        slips.append(
          Slip(
            part: "body", index: index, key: "successor",
            words: "\(successor) is no body of this file; add a [[body]] of that name"))
      } else if BodyNames.end(of: body.name, in: bodies) == nil {
        slips.append(
          Slip(
            part: "body", index: index, key: "successor",
            words: "\(body.name) would follow itself; name a body that has no way back"))
      }
    }
    let owners = owner ?? []
    for (index, owner) in owners.enumerated() {
      check(.init(part: "owner", index: index, key: "", words: ""), owner.from, owner.to, &slips)
      checkEmail("owner", index, owner.email, &slips)
      guard let successor = owner.successor else { continue }
      if !owners.contains(where: { BodyKey($0.post) == BodyKey(successor) }) {
        slips.append(
          Slip(
            part: "owner", index: index, key: "successor",
            words: "\(successor) is no post of this file; add an [[owner]] with that post"))
      }
    }
    for (index, clock) in (clock ?? []).enumerated() {
      check(.init(part: "clock", index: index, key: "", words: ""), clock.from, clock.to, &slips)
      if ClockLength(clock.length) == nil {
        slips.append(
          Slip(
            part: "clock", index: index, key: "length",
            words:
              "\(clock.length): write 28 days, 20 working days, 8 weeks, 2 months or next meeting"
          ))
      }
      if Asked.Kind(rawValue: clock.appliesTo) == nil {
        slips.append(
          Slip(
            part: "clock", index: index, key: "applies_to",
            words: "\(clock.appliesTo): write request, recommendation or action"))
      }
    }
    if let reference, !reference.contains("{number}"), !reference.contains("{n}") {
      slips.append(
        Slip(
          part: "", index: 0, key: "reference", words: "a reference needs {number} in its pattern"))
    }
    if let (key, place) = letter?.slip {
      slips.append(
        Slip(
          part: "letter", index: 0, key: key,
          words: "{\(place)}: nothing fills it in; there are: "
            + LetterWording.places.sorted().map { "{\($0)}" }.joined(separator: ", ")))
    }
    return slips
  }

  private func checkEmail(
    _ part: String, _ index: Int, _ email: String?, _ slips: inout [Slip]
  ) {
    guard let email else { return }
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = email.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    if parts.count != 2 || parts.contains(where: \.isEmpty) || !isPlain {
      slips.append(
        Slip(
          part: part, index: index, key: "email",
          words: "\(email): no address; write it as name@example.org"))
    }
  }

  private func check(_ place: Slip, _ from: String?, _ to: String?, _ slips: inout [Slip]) {
    var place = place
    for (key, value) in [("from", from), ("to", to)] {
      guard let value, PlainDate(iso: value) == nil else { continue }
      place.key = key
      place.words = "\(value): no such day; write it as 2024-05-01"
      slips.append(place)
    }
    if let from, let to, to < from {
      place.key = "to"
      place.words = "\(to): before \(from), its first day"
      slips.append(place)
    }
  }
}
