import MattersText

/// What stands before or behind a body's name in the head of a paper.
extension HeadWording {
  /// The half of a name in two tongues that is known for a body's: `PONDS COMMITTEE / PWYLLGOR Y
  /// PYLLAU`.
  static func ofTwoTongues(_ name: String) -> String? {
    guard name.utf8.count <= 140, let slash = name.place(of: " / ") else { return nil }
    let halves = [name[..<slash.lowerBound], name[slash.upperBound...]].map(String.init)
    guard !halves.contains(where: { $0.contains(" / ") }) else { return nil }
    return halves.last { BodyName.isBody($0) || BodyName.isExecutive($0) }
  }

  /// A body's name without the day printed behind it: `Ponds Panel - Monday, 23rd September, 2024`.
  static func withoutDay(_ name: String) -> String {
    guard DateReader.first(in: name) != nil,
      let lead = name.components(parted: [" - ", " \u{2013} "]), BodyName.isBody(lead)
    else { return name }
    return lead
  }

  /// The body that a line names before its day: `CABINET        7TH MARCH 2023`.
  static func body(beforeDayIn text: String) -> String? {
    let days: Set<String> = [
      "on", "held", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
      "-",
      "\u{2013}",
    ]
    let name = text.prefix { !$0.isNumber }.split(separator: " ")
      .filter { !days.contains($0.lowercased().filter { $0 != "," }) }.joined(separator: " ")
      .trimmingMarks
    guard name.utf8.count >= 5, BodyName.isBody(name) || BodyName.isExecutive(name) else {
      return nil
    }
    return name
  }

  /// Whether what stands in brackets at a name's end is part of it: `Scrutiny Panel (Environment and
  /// Communities)`, and not how the meeting was held or the body's letters.
  static func keepsBrackets(_ name: String) -> Bool {
    guard name.hasSuffix(")"), let open = name.firstIndex(of: "("),
      open == name.lastIndex(of: "("), BodyName.isBody(String(name[..<open]).trimmingMarks)
    else { return false }
    let inner = name[name.index(after: open)...].dropLast()
    let words = inner.split(separator: " ")
    let never: Set<String> = [
      "meeting", "hybrid", "virtual", "remote", "extraordinary", "special", "ordinary", "public",
      "private", "part", "formerly", "draft", "the", "online", "informal", "continued",
      "reconvened",
    ]
    let joins: Set<String> = ["and", "of", "for", "&", "in"]
    guard words.count >= 2, words.count <= 9, !inner.contains(where: \.isNumber) else {
      return false
    }
    return words.allSatisfy {
      ($0.first?.isUppercase == true || joins.contains($0.lowercased()))
        && !never.contains($0.lowercased().filter(\.isLetter))
    }
  }

  /// The name behind "NOTICE OF MEETING - ", if that stands before it.
  static func withoutNotice(_ name: String) -> String? {
    guard name.lowercased().hasPrefix("notice of meeting") else { return nil }
    let rest = name.dropFirst(17).drop { !$0.isLetter }
    return BodyName.isBody(String(rest)) ? String(rest) : nil
  }

  /// The name behind "Decisions taken by the ".
  static func withoutDecisions(_ name: String) -> Substring {
    for lead in ["decisions taken by ", "decisions of ", "decisions made by "]
    where name.lowercased().hasPrefix(lead) {
      return name.dropFirst(lead.count)
    }
    return name[...]
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Whether some words name a day and a month without a year: `Tuesday 6 May`.
  static func namesDay(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    return words.indices.contains { at in
      guard months.contains(words[at]) else { return false }
      return [at - 1, at + 1].contains { near in
        guard words.indices.contains(near) else { return false }
        let figures = words[near].prefix(while: \.isNumber)
        let tail = words[near].dropFirst(figures.count)
        return (1...2).contains(figures.count)
          && (tail.isEmpty || ["st", "nd", "rd", "th"].contains(tail))
      }
    }
  }

  /// The body whose members a letter goes to: `To: The Chair and Members of the Ponds Committee`.
  static func addressed(_ text: String) -> String? {
    guard text.utf8.count <= 140, let at = text.place(of: "members of ") else { return nil }
    let before = MatchKey.words(String(text[..<at.lowerBound]))
    let joins: Set<String> = [
      "to", "the", "all", "chair", "chairman", "chairperson", "and", "each", "dear",
      "cathaoirleach",
      "convener", "mayor", "other",
    ]
    guard before.allSatisfy(joins.contains) else { return nil }
    let words = text[at.upperBound...].split(separator: " ")
    let name = body(words.joined(separator: " ")).trimmingMarks
    let own = name.split(separator: " ")
    guard own.count >= 2, BodyName.canMeet(own[...]), !name.contains(where: { ",;:".contains($0) })
    else { return nil }
    return name
  }
}
