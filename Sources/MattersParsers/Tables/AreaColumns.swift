import MattersText

/// What a column of an Area / Progress / Lead / Evidence table holds.
enum AreaColumn: Int, CaseIterable {
  case area, progress, lead, evidence
}

/// Which column of such a table holds what, told by the headings.
struct AreaColumns {
  /// Where each column that is known stands.
  private(set) var index: [AreaColumn: Int] = [:]
  /// The columns whose headings a converter ran together into one cell, and where that stands.
  private(set) var fused: (position: Int, columns: [AreaColumn])?

  /// Reads a header; nothing where the row is none.
  init?(header: [String]) {
    for (position, heading) in header.enumerated()
    where Self.byHeading.firstWords.mayBegin(heading) {
      let columns = Self.columns(of: MatchKey(heading).words[...])
      if columns.count == 1, index[columns[0]] == nil {
        index[columns[0]] = position
      } else if columns.count > 1 {
        fused = (position, columns)
        for column in columns where index[column] == nil { index[column] = position }
      }
    }
    guard index[.area] != nil, index[.progress] != nil, index[.evidence] != nil else { return nil }
  }

  /// How many columns are known.
  var count: Int { index.count }

  /// The columns that a cell's words head, left to right: one, or several run together; none where
  /// any word is left over.
  ///
  /// A column is headed once, so that no more than four headings can be tried one after another.
  private static func columns(
    of words: ArraySlice<Substring>, besides used: [AreaColumn] = []
  ) -> [AreaColumn] {
    for length in stride(from: min(words.count, 5), to: 0, by: -1) {
      let key = words.prefix(length).joined(separator: " ")
      guard let column = byHeading[key], !used.contains(column) else { continue }
      let rest = words.dropFirst(length)
      if rest.isEmpty { return [column] }
      let others = columns(of: rest, besides: used + [column])
      if !others.isEmpty { return [column] + others }
    }
    return []
  }

  /// What each known heading means; one that stands under two columns means the first.
  private static let byHeading = KeyTable(
    synonyms.flatMap { column, headings in headings.map { (key: $0, value: column) } })

  /// The headings that are known for each column, as folded words.
  private static let synonyms: [(column: AreaColumn, headings: Set<String>)] = [
    (
      .area,
      [
        "area", "area for improvement", "areas for improvement", "area of improvement",
        "improvement area", "area for development", "area of focus", "priority area",
        "key judgement", "judgement area", "inspection criterion", "evaluation criterion",
      ]
    ),
    (
      .progress,
      [
        "progress", "progress to date", "progress update", "progress made", "current position",
        "update", "update on progress", "what we have done", "summary of progress",
      ]
    ),
    (
      .lead,
      [
        "lead", "leads", "lead officer", "lead officers", "lead person", "responsible lead",
        "responsible officer", "owner", "who",
      ]
    ),
    (
      .evidence,
      [
        "evidence", "evidence impact", "evidence and impact", "evidence of impact",
        "evidence of progress", "impact", "impact evidence", "impact and evidence",
        "supporting evidence",
      ]
    ),
  ]
}
