/// Which body goes by which name, so that threads follow a committee that is renamed or merged.
public struct BodyNames: Sendable {
  /// The key of the body that goes on today, by the key of each name that is another.
  public private(set) var aliases: [String: String] = [:]
  /// The full names of bodies that go on today, by their keys.
  public private(set) var full: [String: String] = [:]

  /// Every name stands for itself.
  public init() {}

  /// The keys of full names whose bodies have a successor.
  private var former: Set<String> = []

  /// The names of a council's settings.
  public init(_ settings: CouncilSettings) {
    let bodies = settings.body ?? []
    for body in bodies {
      guard let end = Self.end(of: body.name, in: bodies) else { continue }
      let now = BodyKey(end).description
      full[now] = end
      if BodyKey(body.name).description != now { former.insert(BodyKey(body.name).description) }
      for name in [body.name] + (body.aliases ?? []) {
        let own = BodyKey(name).description
        if own != now { aliases[own] = now }
      }
    }
  }

  /// The body that goes on today under a name.
  public func now(_ key: BodyKey) -> BodyKey {
    aliases[key.description].map { BodyKey(folded: $0) } ?? key
  }

  /// Whether a name is one that a body had before.
  func isFormer(_ key: BodyKey) -> Bool { former.contains(key.description) }

  /// The name at the end of a chain of successors, or nothing where the chain has no end.
  static func end(of name: String, in bodies: [CouncilSettings.Body]) -> String? {
    var name = name
    for _ in 0...bodies.count {
      guard let body = bodies.first(where: { BodyKey($0.name) == BodyKey(name) }) else {
        return name
      }
      guard let successor = body.successor else { return body.name }
      name = successor
    }
    return nil
  }
}
