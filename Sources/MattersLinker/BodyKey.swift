import MattersText

/// The keys of names that are asked for again and again.
public struct BodyKeys: Sendable {
  private var known: [String: BodyKey] = [:]
  private var last: (name: String, key: BodyKey)?

  /// None yet.
  public init() {}

  /// The key of a name.
  public mutating func key(_ name: String) -> BodyKey {
    if let last, last.name == name { return last.key }
    let key = known[name] ?? BodyKey(name)
    known[name] = key
    last = (name, key)
    return key
  }
}

/// A body's name in the form in which papers are compared: `Children & Young People` and `Children
/// and Young People` are one committee.
public struct BodyKey: Hashable, Sendable, CustomStringConvertible {
  /// The folded name.
  public let description: String

  /// Folds a name; joining words and articles are left out.
  public init(_ name: String) {
    description = MatchKey.words(of: name, without: ["and", "the", "of", "for"])
  }

  /// A key that was folded before.
  public init(folded: String) { description = folded }

  /// Whether the body is an executive, such as a Cabinet: it answers scrutiny and is not scrutiny.
  public var isExecutive: Bool {
    let words = description.split(separator: " ")
    return words.last == "cabinet" || words == ["executive"]
      || words.suffix(2) == ["executive", "committee"] || words == ["council", "executive"]
      || words == ["executive", "board"]
  }
}
