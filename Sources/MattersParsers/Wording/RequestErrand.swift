/// What somebody is told to bring to those who ask: `directed staff to report back on the cost`,
/// `asked officers to come back with details`, `requested the Head of Ponds to supply the figures`.
enum RequestErrand {
  /// Verbs by which somebody is given such an errand.
  static let verbs: Set<String> = [
    "asked", "requested", "directed", "instructed", "invited", "tasked", "required",
  ]
  private static let handing: Set<String> = [
    "provide", "supply", "circulate", "send", "share", "forward", "email", "e-mail", "furnish",
    "submit", "present", "produce", "prepare", "compile", "bring", "give", "show", "table",
    "obtain", "gather", "collate", "include", "publish",
  ]
  private static let returning: Set<String> = ["report", "come", "return", "bring", "revert", "go"]
  /// What is handed over, beyond figures and papers.
  static let documents: Set<String> = RequestWording.things.union(RequestWording.spoken)
    .union(RequestWording.papers).union([
      "options", "proposals", "analysis", "evidence", "documentation", "documents", "document",
      "plan", "plans", "results", "dashboard", "slides", "presentation", "presentations",
    ])
  private static let bodies: Set<String> = RequestWording.takers.union(["council", "cabinet", "us"])

  /// Whether the words behind such a verb give an errand of that sort.
  static func isOne(_ plain: [String], behind verb: Int) -> Bool {
    guard verb + 3 < plain.count,
      let to = plain[(verb + 1)...].prefix(14).firstIndex(of: "to"), to > verb + 1,
      to + 2 < plain.count
    else { return false }
    // What members are asked to send is no answer to them.
    let asked = plain[(verb + 1)..<to]
    let own: Set<String> = ["members", "councillors", "them", "member", "committee", "board"]
    if asked.count <= 3, !own.isDisjoint(with: asked) { return false }
    return isActed(plain, at: to + 1)
  }

  /// Whether a verb and what stands behind it bring something to those who ask.
  static func isActed(_ plain: [String], at act: Int) -> Bool {
    guard act + 1 < plain.count else { return false }
    let next = plain[act + 1]
    let rest = plain[(act + 1)...]
    if returning.contains(plain[act]) {
      if next == "back" || next == "to" && rest.prefix(4).contains(where: bodies.contains) {
        return act + 3 < plain.count
      }
      if plain[act] == "report", next == "on" { return true }
      if ["come", "return", "revert", "go"].contains(plain[act]) {
        return next == "with" && !documents.isDisjoint(with: rest.prefix(8))
      }
    }
    if handing.contains(plain[act]) {
      return rest.prefix(7).contains(where: documents.contains)
    }
    // "to brief the Board on", "to keep members informed of"
    if ["brief", "update", "inform", "advise", "notify"].contains(plain[act]) {
      return rest.prefix(4).contains(where: bodies.contains)
    }
    if plain[act] == "keep" {
      return rest.prefix(5).contains { ["informed", "updated", "advised"].contains($0) }
    }
    // "to look into the delay and report back"
    guard
      ["investigate", "look", "check", "review", "explore", "examine", "find", "research"]
        .contains(plain[act])
    else { return false }
    return rest.indices.dropLast().contains {
      plain[$0] == "report" && ["back", "to"].contains(plain[$0 + 1])
    }
  }

  /// Whether somebody is to hand something over: `Clerk to circulate the figures`.
  static func isHandedOver(_ plain: [String]) -> Bool {
    guard let to = plain.prefix(9).firstIndex(of: "to"), to > 0, to + 2 < plain.count else {
      return false
    }
    return isActed(plain, at: to + 1)
  }
}
