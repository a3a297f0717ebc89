/// Which post owes an answer today: posts are renamed, merged and handed on.
public struct PostNames: Sendable {
  private var names: [String: String] = [:]
  private var successors: [String: String] = [:]

  /// The posts of a council's settings.
  public init(_ settings: CouncilSettings?) {
    for owner in settings?.owner ?? [] {
      for name in [owner.post] + (owner.aliases ?? []) {
        names[BodyKey(name).description] = owner.post
      }
      if let successor = owner.successor {
        successors[BodyKey(owner.post).description] = successor
      }
    }
  }

  /// The post that a printed name means today; nothing where the settings do not know it.
  public func now(_ printed: String?) -> String? {
    guard let printed, var post = names[BodyKey(printed).description] else { return nil }
    for _ in 0...successors.count {
      guard let next = successors[BodyKey(post).description] else { return post }
      post = names[BodyKey(next).description] ?? next
    }
    return post
  }
}
