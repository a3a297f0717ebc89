import MattersText

/// Tells what is resolved of a request that was made before.
///
/// `that the request about slots not used be closed` asks for nothing, whatever words it repeats.
enum FormerRequest {
  /// How far its noun and its verb are looked for.
  private static let reach = 500

  static func isOne(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let window = ByteRange(range.lower, min(range.upper, range.lower + reach))
    guard bytes.contains(" request", in: window) else { return false }
    let words = MatchKey.words(bytes.string(window))
    let start = words.first == "that" ? 1 : 0
    guard start < words.count,
      ["the", "this", "its", "these", "those", "all"].contains(words[start])
    else { return false }
    let near = words[start..<min(words.count, start + 6)]
    guard let noun = near.firstIndex(where: { $0 == "request" || $0 == "requests" }),
      !near.contains("following")
    else { return false }
    for at in words.indices where at > noun && links.contains(words[at]) {
      var next = at + 1
      while next < words.count, fillers.contains(words[next]) { next += 1 }
      if next < words.count, acts.contains(words[next]) { return true }
    }
    return false
  }

  private static let links: Set<String> = ["be", "is", "are", "remain", "stay"]
  private static let fillers: Set<String> = ["not", "now", "also", "again", "further", "therefore"]
  private static let acts: Set<String> = [
    "closed", "marked", "withdrawn", "carried", "brought", "deferred", "repeated", "considered",
    "treated", "removed", "signed", "regarded", "taken", "discontinued", "kept", "allowed",
    "pursued", "noted", "dropped", "completed", "deleted", "discharged", "renewed", "recorded",
    "left", "retained", "reiterated", "chased", "rolled", "held", "continued", "agreed", "approved",
    "refused", "granted", "open", "on", "outstanding", "satisfied", "deemed", "made",
  ]
}
