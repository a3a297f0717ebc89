import MattersText

/// Tables that list other things than what a committee asked, though some of their headings are a
/// tracker's: applications, grants, petitions, payments, risks, what the public asked.
enum ForeignTable {
  /// Words of headings that no tracker and no response has.
  private static let strange: Set<String> = [
    "applicant", "applicants", "signatures", "signatories", "petitioner", "petitioners",
    "questioner", "respondent", "respondents", "variance", "likelihood", "indicator", "supplier",
    "payee", "venue", "attendee", "premises", "fte", "obligation", "bidder", "tenderer",
  ]

  /// Words that say so where two of them stand in one header.
  private static let weak: Set<String> = [
    "application", "location", "proposal", "site", "amount", "project", "budget", "address",
    "purpose", "documents", "contact", "value", "cost", "spend", "milestone", "impact", "ward",
  ]

  /// Whether a header is such a table's.
  static func isOne(_ header: [String]) -> Bool {
    var weaker = 0
    for heading in header {
      let words = MatchKey.words(heading)
      if words.contains(where: strange.contains) { return true }
      if words.contains(where: weak.contains) { weaker += 1 }
    }
    return weaker >= 2
  }
}
