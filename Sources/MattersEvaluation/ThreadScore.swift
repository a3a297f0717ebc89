public import MattersArising

/// A link as a register gives it, for measuring.
public struct FoundLink: Sendable, Hashable {
  /// One end of a link.
  public struct End: Sendable, Hashable {
    /// The paper's file name.
    public var document: String
    /// The record's lines.
    public var lines: LineRange

    /// An end from its parts.
    public init(document: String, lines: LineRange) {
      self.document = document
      self.lines = lines
    }
  }

  /// What it says.
  public var relation: String
  /// The record that refers.
  public var from: End
  /// The record referred to.
  public var to: End

  /// A link from its parts.
  public init(relation: String, from: End, to: End) {
    self.relation = relation
    self.from = from
    self.to = to
  }
}

/// A thread as a register gives it, for measuring.
public struct FoundThread: Sendable, Hashable {
  /// `requests`, `recommendations` or `actions`.
  public var kind: String
  /// Its words.
  public var text: String
  /// The day on which it was raised, ISO 8601.
  public var raised: String?
  /// Where it stands.
  public var state: String
  /// The decision on it.
  public var decision: String?
  /// How far the work has come.
  public var implementation: String?

  /// A thread from its parts.
  public init(
    kind: String, text: String, raised: String?, state: String, decision: String?,
    implementation: String?
  ) {
    self.kind = kind
    self.text = text
    self.raised = raised
    self.state = state
    self.decision = decision
    self.implementation = implementation
  }
}

/// How well threads are linked and where they are said to stand, measured against gold.
public struct ThreadScore: Sendable {
  /// Links that gold has.
  public private(set) var gold = 0
  /// Links of these that were found.
  public private(set) var found = 0
  /// Links that were made, exact and strong together.
  public private(set) var made = 0
  /// Links of these that are right.
  public private(set) var right = 0
  /// Requests and recommendations that gold has, and those that were found beside it.
  public private(set) var threads = 0
  /// Of these, how many stand where gold says.
  public private(set) var standing = 0
  /// What is wrong, one line each.
  public private(set) var misses: [String] = []

  /// Nothing measured.
  public init() {}

  /// Measures the links and threads of one council's papers.
  ///
  /// - Parameters:
  ///   - links: those that are exact or strong.
  ///   - threads: all that the register has, as they stand on the day that the gold gives.
  public init(_ links: [FoundLink], _ threads: [FoundThread], against gold: ThreadGold) {
    if gold.hasLinks { measure(links.filter { gold.covers($0.relation) }, gold) }
    measure(threads, gold)
  }

  /// Two measurements together.
  public static func += (a: inout ThreadScore, b: ThreadScore) {
    a.gold += b.gold
    a.found += b.found
    a.made += b.made
    a.right += b.right
    a.threads += b.threads
    a.standing += b.standing
    a.misses += b.misses
  }

  /// Of the links that were made, the share that is right.
  public var precision: Double { made == 0 ? 1 : Double(right) / Double(made) }
  /// Of the links of the gold, the share that was made.
  public var recall: Double { gold == 0 ? 1 : Double(found) / Double(gold) }
  /// Of the requests and recommendations, the share that stands right.
  public var standingRight: Double { threads == 0 ? 1 : Double(standing) / Double(threads) }

  private mutating func measure(_ links: [FoundLink], _ gold: ThreadGold) {
    self.gold = gold.links.count
    let links = links.filter { !gold.joinsHomes($0) }
    made = links.count
    var met: Set<Int> = []
    for link in links {
      let places = gold.links.indices.filter { index in
        let expected = gold.links[index]
        return expected.relation == link.relation && expected.from.contains { $0.isIn(link.from) }
          && expected.to.contains { $0.isIn(link.to) }
      }
      if places.isEmpty {
        misses.append(
          "a wrong link: \(link.relation) \(link.from.document):\(link.from.lines.first) -> "
            + "\(link.to.document):\(link.to.lines.first)")
      } else {
        right += 1
        met.formUnion(places)
      }
    }
    found = met.count
    for index in gold.links.indices where !met.contains(index) {
      let link = gold.links[index]
      misses.append(
        "no link: \(link.relation) \(link.from[0].document):\(link.from[0].line) -> "
          + "\(link.to[0].document):\(link.to[0].line)")
    }
  }

  private mutating func measure(_ found: [FoundThread], _ gold: ThreadGold) {
    var left = found.filter { $0.kind != "actions" }
    for want in gold.threads where want.kind != "actions" {
      threads += 1
      let words = MatchKey(want.text).description
      let place = left.firstIndex {
        $0.kind == want.kind && $0.raised == want.raised
          && MatchKey($0.text).description.contains(words)
      }
      guard let place else {
        misses.append("not a thread: \(want.raised) \(want.text)")
        continue
      }
      let got = left.remove(at: place)
      let isRight =
        got.state == want.state && got.decision == want.decision
        && (want.implementation == nil || got.implementation == want.implementation)
      if isRight {
        standing += 1
      } else {
        let shown = { (state: String, decision: String?, work: String?) in
          [state, decision, work].compactMap { $0 }.joined(separator: ", ")
        }
        misses.append(
          "stands wrong: \(want.raised) \(want.text): "
            + shown(got.state, got.decision, got.implementation) + ", and not "
            + shown(want.state, want.decision, want.implementation))
      }
    }
    for stray in left {
      threads += 1
      misses.append("a thread too many: \(stray.raised ?? "") \(stray.text.prefix(60))")
    }
  }
}
