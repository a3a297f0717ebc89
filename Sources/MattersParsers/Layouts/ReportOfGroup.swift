import MattersBlocks
import MattersRecords
import MattersText

/// Tells the reports of task and finish groups and the committee's own.
enum ScrutinyReport {
  /// The group that a report is of, where it is one: by its title, `Report of the Ponds Task and
  /// Finish Group`, or by its author, the group's chair.
  static func author(of report: Report) -> String? {
    let title = MatchKey.words(report.title)
    guard title.allSatisfy({ !about.contains($0) }) else { return nil }
    if let name = ScrutinyBody.first(in: report.title), MatchKey.words(name).last == "group" {
      return name
    }
    if title.contains("scrutiny"), !Set(title).isDisjoint(with: ["review", "inquiry"]) {
      return report.author.flatMap(ScrutinyBody.first(in:)) ?? report.body
    }
    let author = MatchKey(report.author ?? "").description
    if chairs.contains(where: author.hasSuffix) || author.contains("task and finish group") {
      return report.author.flatMap(ScrutinyBody.first(in:)) ?? report.title
    }
    return nil
  }

  /// How the chair of a group signs its report.
  private static let chairs = [
    "chair of the group", "chair of the task group", "chair of the working group",
    "chair of the review group", "chairman of the group", "chairman of the task group",
    "chairperson of the task group", "lead member of the task group",
  ]

  /// Words of a title that make it a paper about a group's report.
  static let about: Set<String> = [
    "response", "responses", "update", "progress", "scoping", "proposal", "establishment", "terms",
    "monitoring", "implementation", "responding", "reply", "replies", "minutes", "agenda",
    "tracker",
  ]

  /// The body whose report a line of a title says that it is: `Final report of the Ponds Review
  /// Panel`, `Scrutiny review of ponds`; empty where it does not name one.
  static func named(inTitle text: String) -> String? {
    let words = MatchKey.words(text)
    guard about.isDisjoint(with: words), words.count <= 24 else { return nil }
    if let name = boards(text, words) { return name }
    for lead in ["report of the ", "report by the ", "report from the "] {
      guard let place = text.place(of: lead) else { continue }
      let tail = String(text[place.upperBound...])
      guard let name = body(tail), tail.hasPrefix(name) else { continue }
      return name
    }
    let works: Set<String> = ["review", "inquiry", "investigation"]
    // "Report of Cllr Ash for the working group"
    if words.contains("report"),
      ["for the ", "on behalf of the "].contains(where: { lead in
        text.place(of: lead).map { place in
          ["working", "task", "review", "inquiry", "scrutiny"].contains(
            MatchKey.words(String(text[place.upperBound...].prefix(20))).first)
        } ?? false
      })
    {
      return ""
    }
    if !Set(words).isDisjoint(with: ["report", "found", "findings"]), let name = body(text),
      isGroup(name)
    {
      return name
    }
    if words.contains("scrutiny"), !works.isDisjoint(with: words), words.count <= 14 { return "" }
    // "Second homes: final report"
    return words.suffix(2) == ["final", "report"] && words.count <= 16 ? "" : nil
  }

  /// Whether a title names what was looked into, and no report on it: `Review of Ponds and Weirs`.
  static func isWork(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    let leads = [
      ["review", "of"], ["review", "into"], ["inquiry", "into"], ["investigation", "into"],
      ["a", "review", "of"], ["in", "depth", "review"],
    ]
    return words.count <= 16 && about.isDisjoint(with: words)
      && leads.contains { words.starts(with: $0) }
  }

  /// `Final report of the Housing Board`: a body that no word calls scrutiny, but only one that looks
  /// into things has a final report.
  private static func boards(_ text: String, _ words: [String]) -> String? {
    guard words.starts(with: ["final", "report", "of", "the"]),
      let place = text.place(of: "report of the ")
    else { return nil }
    let name = text[place.upperBound...].split(separator: " ")
    guard let last = name.last?.lowercased(), (2...9).contains(name.count),
      ["board", "committee", "panel", "commission", "group"].contains(last),
      name.allSatisfy({ $0.first?.isUppercase == true || ["and", "&", "of"].contains($0) })
    else { return nil }
    return name.joined(separator: " ")
  }

  /// The name of a group, a panel or a committee of scrutiny in some words.
  static func body(_ text: String) -> String? {
    if let name = ScrutinyBody.first(in: text) { return name }
    guard text.place(of: "panel") != nil || text.place(of: "group") != nil else { return nil }
    let words = text.split(separator: " ")
    for (end, word) in words.enumerated() where end > 0 {
      let pair = [words[end - 1], word].map { $0.lowercased().filter(\.isLetter) }
      guard word.first?.isUppercase == true, ["panel", "group"].contains(pair[1]),
        ["review", "inquiry", "task", "working", "finish", "action", "investigation"]
          .contains(pair[0])
      else { continue }
      var start = end
      while start > 0, words[start - 1].first?.isUppercase == true || words[start - 1] == "and",
        words[start - 1].lowercased() != "the"
      {
        start -= 1
      }
      return words[start...end].joined(separator: " ").trimmingMarks
    }
    return nil
  }

  /// Whether a name is that of a group that a committee set up.
  static func isGroup(_ name: String) -> Bool {
    let words = MatchKey.words(name)
    return words.last == "group"
      || words.last == "panel" && !Set(words).isDisjoint(with: ["review", "inquiry", "task"])
  }
}
