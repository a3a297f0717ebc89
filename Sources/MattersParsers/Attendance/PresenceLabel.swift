import MattersRecords
import MattersText

/// What the label of a list says of those in it: `Councillors in Remote Attendance:`.
struct PresenceLabel {
  var presence: Presence
  /// The capacity that the label gives; none where it only says that people were there.
  var capacity: Capacity?

  /// Words that labels are made of; one other word and it is no label.
  private static let vocabulary: Set<String> = [
    "councillors", "councillor", "members", "member", "physically", "present", "and", "voting",
    "non",
    "in", "remote", "attendance", "remotely", "virtual", "virtually", "online", "via", "video",
    "conference", "teams", "zoom", "cabinet", "executive", "portfolio", "holders", "holder", "co",
    "optees", "optee", "opted", "coopted", "other", "also", "attending", "officers", "officer",
    "staff", "council", "of", "the", "committee", "by", "invitation", "invited", "guests", "guest",
    "invitees", "observers", "external", "witnesses", "representatives", "substitutes",
    "substitute",
    "apologies", "for", "absence", "absent", "chair", "chairman", "chairperson", "vice", "support",
    "supporting", "partners", "elected", "named", "statutory", "panel", "board", "who", "were",
    "education", "s", "joined", "attended", "remotely", "as",
  ]

  /// Reads a label; a list of the absent gives nothing.
  init?(_ label: String) {
    let words = MatchKey.words(label)
    guard (1...9).contains(words.count), label.utf8.count <= 80,
      words.allSatisfy(Self.vocabulary.contains)
    else { return nil }
    func has(_ some: String...) -> Bool { some.contains(where: words.contains) }
    if has("absent") { return nil }
    if has("apologies") {
      self.init(.apologies, has("substitute", "substitutes") ? nil : .member)
      return
    }
    guard
      has(
        "present", "attendance", "attending", "attended", "joined", "councillors", "members",
        "officers", "chair", "chairman", "chairperson", "substitutes", "guests", "invitees",
        "observers", "witnesses", "optees", "coopted", "councillor")
    else { return nil }
    let presence: Presence =
      has("remote", "remotely", "virtual", "virtually", "online", "video", "teams", "zoom")
      ? .remote : .present
    let capacity: Capacity? =
      if has("officers", "officer", "staff") {
        .officer
      } else if has("optees", "optee", "opted", "coopted") {
        .coOptee
      } else if has("substitutes", "substitute") {
        .substitute
      } else if has("cabinet", "executive", "portfolio") {
        .cabinetMember
      } else if has(
        "other", "also", "guests", "guest", "invitees", "observers", "external", "witnesses",
        "invitation", "invited", "representatives", "partners")
      {
        .guest
      } else if has("vice") {
        .viceChairperson
      } else if has("chair", "chairman", "chairperson") {
        .chairperson
      } else if has("councillors", "members", "committee", "councillor") || has("present") {
        .member
      } else {
        nil
      }
    self.init(presence, capacity)
  }

  private init(_ presence: Presence, _ capacity: Capacity?) {
    self.presence = presence
    self.capacity = capacity
  }

  /// A label and the list behind its colon: `Officers: A Ash, Head of Waste`.
  static func split(_ text: String) -> (label: PresenceLabel, rest: String)? {
    guard let colon = text.firstIndex(of: ":"), let label = PresenceLabel(String(text[..<colon]))
    else { return nil }
    return (label, String(text[text.index(after: colon)...].drop { $0 == " " }))
  }
}
