import MattersArising

/// Threads of a council's papers, as they were read by eye: what was asked, every record that speaks
/// of it, and where it stands on a day.
public struct ThreadGold: Sendable {
  /// A place in a paper, by its file name.
  public struct Place: Sendable, Hashable {
    /// The paper's file name.
    public var document: String
    /// A line of the record.
    public var line: Int

    /// Whether some lines of a paper have the place.
    func isIn(_ end: FoundLink.End) -> Bool {
      document == end.document && end.lines.first <= line && line <= end.lines.last
    }
  }

  /// A link that is right: any of some places, where a paper says a thing twice.
  public struct Expected: Sendable, Hashable {
    /// What it says.
    public var relation: String
    /// Where the record that refers stands.
    public var from: [Place]
    /// Where the record referred to stands; any record of its thread.
    public var to: [Place]
  }

  /// A request or recommendation and where it stands.
  public struct Thread: Sendable, Hashable {
    /// `requests`, `recommendations` or `actions`.
    public var kind: String
    /// Words of it that no other has.
    public var text: String
    /// The day on which it was raised, ISO 8601.
    public var raised: String
    /// Where it stands.
    public var state: String
    /// The decision on it.
    public var decision: String?
    /// How far the work has come.
    public var implementation: String?
  }

  /// The day on which the states hold, ISO 8601.
  public private(set) var asOf: String
  /// The threads.
  public private(set) var threads: [Thread] = []
  /// The links; none where only states were read.
  public private(set) var links: [Expected] = []
  /// The places at which a paper states a thread itself, where more than one does: what joins two of
  /// them says no more than that they are one.
  public private(set) var homes: [[Place]] = []
  /// Whether links were read by eye as well.
  public private(set) var hasLinks: Bool
  /// The relations that were, where not all of them.
  private var relations: Set<String>?

  /// Reads gold of threads: `threads.gold.json`.
  public init?(_ text: String) {
    guard let json = JSONValue(text), let asOf = json["as_of"]?.text else { return nil }
    self.asOf = asOf
    hasLinks = json["papers"] != nil
    relations = json["relations"]?.elements.map { Set($0.compactMap(\.text)) }
    let place = { (words: Substring) -> [Place]? in Self.places(words, json["papers"]) }
    for kind in ["requests", "recommendations", "actions"] {
      for one in json[kind]?.elements ?? [] {
        guard let text = one["text"]?.text, let raised = one["raised"]?.text,
          let state = one["state"]?.text
        else { return nil }
        threads.append(
          Thread(
            kind: kind, text: text, raised: raised, state: state, decision: one["decision"]?.text,
            implementation: one["implementation"]?.text))
        guard hasLinks else { continue }
        guard let at = one["at"]?.text.flatMap({ place($0[...]) }) else { return nil }
        var parts: [(relation: String, from: [Place])] = []
        for link in one["links"]?.elements ?? [] {
          let words = link.text?.split(separator: " ") ?? []
          guard words.count == 2, let from = place(words[1]) else { return nil }
          parts.append((String(words[0]), from))
        }
        if at.count > 1 { homes.append(at) }
        let members = at + parts.filter { Self.joining.contains($0.relation) }.flatMap(\.from)
        links += parts.map { Expected(relation: $0.relation, from: $0.from, to: members) }
      }
    }
    for link in json["links"]?.elements ?? [] {
      let words = link.text?.split(separator: " ") ?? []
      guard words.count == 3, let from = place(words[1]), let to = place(words[2]) else {
        return nil
      }
      links.append(Expected(relation: String(words[0]), from: from, to: to))
    }
  }

  /// Whether a link joins two places at which one thread is stated, and gold has no such link.
  func joinsHomes(_ link: FoundLink) -> Bool {
    let isMeant = links.contains { expected in
      expected.relation == link.relation && expected.from.contains { $0.isIn(link.from) }
        && expected.to.contains { $0.isIn(link.to) }
    }
    return !isMeant
      && homes.contains { places in
        places.contains { $0.isIn(link.from) } && places.contains { $0.isIn(link.to) }
      }
  }

  /// Whether a relation was looked for.
  func covers(_ relation: String) -> Bool { relations?.contains(relation) ?? true }

  /// Relations whose records are of the thread themselves.
  private static let joining: Set<String> = ["tracks", "restates", "answers"]

  /// `m:87|p:12`: any of these, the papers by the short names that the gold gives them.
  private static func places(_ words: Substring, _ papers: JSONValue?) -> [Place]? {
    var places: [Place] = []
    for word in words.split(separator: "|") {
      let parts = word.split(separator: ":")
      guard parts.count == 2, let name = papers?[String(parts[0])]?.text, let line = Int(parts[1])
      else { return nil }
      places.append(Place(document: name, line: line))
    }
    return places.isEmpty ? nil : places
  }
}
