import MattersText

/// Tells posts and roles from people's names.
enum PostWords {
  /// Words that a post or a role turns on.
  static let nouns = Set(printed.map(\.description))
  private static let signs = SignSet(printed)
  private static let printed: [StaticString] = [
    "officer", "officers", "director", "directors", "head", "manager", "managers", "leader",
    "executive", "commissioner", "chairperson", "chairman", "chairwoman", "chair", "chairs",
    "engineer", "accountant", "solicitor", "treasurer", "surveyor", "constable", "librarian",
    "planner", "representative", "representatives", "governor", "member", "secretary", "clerk",
    "inspector", "superintendent", "consultant", "adviser", "advisor", "coordinator", "ordinator",
    "lead", "supervisor", "nurse", "trustee", "lawyer", "barrister", "auditor", "analyst",
    "administrator", "president", "mayor", "holder", "spokesperson", "headteacher", "principal",
    "assistant", "deputy", "champion", "scrutineer", "practitioner", "therapist", "technician",
  ]

  /// Words that stand in titles, labels and the names of services but not in people's names.
  private static let neverNames: Set<String> = [
    "none", "nil", "apologies", "councillors", "councillor", "cllr", "cllrs", "members",
    "committee",
    "council", "cabinet", "services", "service", "corporate", "public", "press", "governance",
    "democratic", "finance", "legal", "housing", "planning", "health", "children", "childrens",
    "education", "transport", "environment", "vacancy", "vacant", "vacancies", "present",
    "attendance", "absent", "all", "other", "also", "the", "agenda", "minutes", "quorum", "chamber",
    "membership", "contact", "substitutes", "substitute", "group", "party", "conservative",
    "labour",
    "liberal", "democrat", "democrats", "notes", "note", "date", "time", "venue", "place",
    "offices",
    "team", "support", "community", "communities", "social", "care", "police", "nhs", "trust",
    "partnership", "board", "panel", "association", "diocese", "archdiocese", "church", "resources",
    "development", "safeguarding", "regulatory", "economy", "waste", "highways", "culture",
    "wellbeing", "regeneration", "property", "technology", "strategy", "performance", "business",
    "commissioning", "scrutiny", "various", "statutory", "monitoring", "chief", "there", "no",
    "and",
    "page", "pages", "part", "appendix", "item", "please", "telephone", "tel", "email", "meeting",
    "public's", "wards", "ward", "county", "district", "borough", "parish", "university", "college",
  ]
  private static let particles: Set<String> = [
    "de", "la", "le", "van", "von", "der", "den", "du", "di", "da", "al", "el", "ap", "ab", "ver",
  ]

  /// Whether some words hold a post's noun.
  static func isPost(_ text: some StringProtocol) -> Bool {
    let text = String(text)
    return signs.isIn(text) && MatchKey.words(text).contains { nouns.contains($0) }
  }

  /// Whether one word can stand in a person's name.
  static func isNameWord(_ word: some StringProtocol) -> Bool {
    let plain = MatchKey.words(String(word))
    guard !plain.isEmpty, plain.count <= 4, word.unicodeScalars.allSatisfy(isNameLetter) else {
      return false
    }
    if particles.contains(plain[0]) { return true }
    guard !plain.contains(where: { nouns.contains($0) || neverNames.contains($0) }) else {
      return false
    }
    if word.first?.isUppercase == true { return true }
    // "l'Anson", "d'Arcy": a capital after the apostrophe.
    let parts = word.split(whereSeparator: { $0 == "'" || $0 == "\u{2019}" })
    return parts.count == 2 && parts[0].count == 1 && parts[1].first?.isUppercase == true
  }

  /// Whether some words can be a person's name, of at least so many words.
  static func isName(_ text: some StringProtocol, words least: Int = 2) -> Bool {
    let words = text.split(separator: " ")
    guard words.count >= least, words.count <= 5, let last = words.last,
      !particles.contains(last.lowercased())
    else { return false }
    return words.allSatisfy { isNameWord($0) }
  }

  private static func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
    // An accent may stand as a sign of its own behind its letter.
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      || scalar == "'" || scalar == "\u{2019}" || scalar == "-"
      || scalar == "."
  }

  /// The capacity that a word such as `Chairman` or `in the Chair` says by itself.
  static func office(_ text: some StringProtocol) -> Office? {
    let key = MatchKey(String(text)).description
    if [
      "vice chair", "vice chairman", "vice chairperson", "vice chairwoman", "deputy chair",
      "deputy chairman", "deputy chairperson", "vicechair", "vicechairman", "vice convener",
    ].contains(key) {
      return .viceChair
    }
    return [
      "chair", "chairman", "chairperson", "chairwoman", "in the chair", "convener",
      "chair of the committee", "chairman of the committee", "chair of the meeting", "presiding",
    ].contains(key) ? .chair : nil
  }

  /// Who leads the meeting.
  enum Office { case chair, viceChair }
}
