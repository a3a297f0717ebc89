/// The past tense of what a meeting does in deciding, and of what it does beside it.
enum DecidingVerbs {
  /// What is a decision by itself, whoever reports it.
  static let firm: Set<String> = [
    "approved", "adopted", "ratified", "endorsed", "authorised", "authorized", "appointed",
    "elected", "re-elected", "re-appointed", "reappointed", "nominated", "co-opted", "awarded",
    "granted", "allocated", "delegated", "deferred", "renewed", "extended", "rejected", "refused",
    "declined", "rescinded", "revoked", "waived", "homologated", "sanctioned", "increased",
    "established", "reaffirmed", "supported", "confirmed", "accepted", "instructed", "directed",
  ]
  /// Whether a verb is of an act that needs a meeting: not what anybody may support or accept.
  static func isFormal(_ word: String) -> Bool {
    ["approved", "authorised", "authorized", "ratified", "endorsed", "instructed", "directed"]
      .contains(word)
  }

  /// What is one among other points that were decided.
  static let loose: Set<String> = [
    "noted", "received", "agreed", "resolved", "decided", "recommended", "requested", "instructed",
    "directed", "remitted", "referred", "continued", "acknowledged", "gave", "set", "took",
    "reviewed", "removed", "closed", "formed", "ordered", "commended", "undertook",
  ]
  /// What a meeting does that decides nothing.
  private static let courtesies: Set<String> = [
    "thanked", "welcomed", "congratulated", "considered", "asked", "discussed", "heard", "in",
  ]

  /// Whether a word may begin a point of what was decided.
  static func mayBegin(_ word: String) -> Bool {
    firm.contains(word) || loose.contains(word) || courtesies.contains(word)
  }

  /// Whether it leaves no doubt that the point is a decision.
  static func decides(_ word: String) -> Bool { firm.contains(word) || loose.contains(word) }
}
