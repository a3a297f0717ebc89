public import MattersText

/// Which post owes an answer: posts are renamed, merged and handed on.
public struct PostNames: Sendable {
  private var names: [String: String] = [:]
  private var successors: [String: (post: String, after: String?)] = [:]

  /// The posts of a council's settings.
  public init(_ settings: CouncilSettings?) {
    for owner in settings?.owner ?? [] {
      for name in [owner.post] + (owner.aliases ?? []) {
        names[BodyKey(name).description] = owner.post
      }
      if let successor = owner.successor {
        successors[BodyKey(owner.post).description] = (successor, owner.to)
      }
    }
  }

  /// The post that a printed name means; nothing where the settings do not know it.
  ///
  /// - Parameter day: on this day; without one, as the settings end.
  public func now(_ printed: String?, on day: PlainDate? = nil) -> String? {
    guard let printed, var post = names[BodyKey(printed).description] else { return nil }
    for _ in 0...successors.count {
      guard let next = successors[BodyKey(post).description] else { return post }
      // Until its last day is past, the post itself answers.
      if let day, let last = next.after, day.iso <= last { return post }
      post = names[BodyKey(next.post).description] ?? next.post
    }
    return post
  }
}
