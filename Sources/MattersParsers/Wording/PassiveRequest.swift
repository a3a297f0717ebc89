import MattersText

/// Requests in the passive, whose subject is what is asked for.
extension ToldRequest {
  /// `A schedule of the reserves was requested by the Panel`, `Information was requested on the cost`:
  /// something that can be sent is the subject.
  static func passive(_ plain: [String]) -> String? {
    guard
      RequestWording.isThing(plain, at: 0) || isUnwritten(plain)
        || plain.prefix(3).contains(where: RequestWording.spoken.contains)
          && Delivery.isSaid(plain, from: 0, strictly: true),
      let at = plain.prefix(40).firstIndex(where: { $0 == "requested" || $0 == "sought" }), at > 0,
      at + 1 < plain.count,
      ["was", "were"].contains(plain[at - 1]),
      !plain[..<at].contains(where: told.contains)
        || plain[(at + 1)...].prefix(4).contains(where: RequestWording.takers.contains)
    else { return nil }
    let behind = plain[at + 1]
    let isOurs =
      behind == "by" && plain[(at + 2)...].prefix(4).contains(where: RequestWording.takers.contains)
    return isOurs || behind == "in" && Delivery.isSaid(plain, from: at, strictly: true)
      || ["on", "about", "regarding", "of", "for", "concerning", "relating", "as", "at"]
        .contains(behind)
      ? "information was requested in the debate" : nil
  }

  /// `A further report on the lease was requested`: what is the subject is still to be written.
  static func isUnwritten(_ plain: [String]) -> Bool {
    ["a", "an", "further"].contains(plain[0])
      && plain.prefix(5).contains(where: RequestWording.unwritten.contains)
  }
}
