import MattersRecords
import MattersText

/// Reads a line of an executive's minutes that decides recommendations by name: `That
/// recommendation (d), that ..., be rejected, for the reason that ...`.
///
/// A line that approves responses set out elsewhere decides nothing by itself and stays a
/// resolution; so does one on the recommendations of the officers' own report.
enum ExecutiveDecision {
  /// The responses that a line gives: one, or one for each clause that decides differently.
  ///
  /// A line whose label names the recommendation, `Recommendation 2: Agreed. ...`, is one as well.
  static func read(_ text: String, named label: String? = nil) -> [ExecutiveResponse] {
    if let label, RecommendationLabel.named(label) != nil,
      let found = DecisionWording.opening(text)
    {
      var response = ExecutiveResponse()
      response.text = text
      response.stage = .decided
      response.decision = found.decision
      response.decisionAsPrinted = found.printed
      response.recommendationLabels = [label]
      response.agreedText = AgreedWording.read(text)?.words
      return [response]
    }
    // "Recommendation 2 - Agreed: the list will be kept": the name is the label.
    if label == nil, let (name, words) = RecommendationLabel.named(text), !words.isEmpty,
      DecisionWording.opening(words) != nil,
      !MatchKey.words(String(words.prefix(40))).contains("this")
    {
      return read(words, named: name)
    }
    // Each clause is judged with all that follows it; no resolution is as long as this.
    guard text.utf8.count <= 8000, !isOnlyPut(text) else { return [] }
    let clauses = clauses(of: text)
    let found = clauses.compactMap(clause)
    return found.count == clauses.count ? found : []
  }

  /// Whether a line only puts what might be decided: a motion in its mover's words, in quotation marks
  /// from end to end, or one of several options.
  private static func isOnlyPut(_ text: String) -> Bool {
    if let first = text.first, "\"\u{201C}".contains(first),
      let last = text.last(where: { !".,;".contains($0) }), "\"\u{201D}".contains(last)
    {
      return true
    }
    let words = MatchKey.words(String(text.prefix(16)))
    return words.first == "option" && words.count > 1 && words[1].count <= 2
  }

  /// A line cut before each further `and recommendation 4 be noted` that decides for itself.
  private static func clauses(of text: String) -> [String] {
    var cut: [String] = []
    var rest = Substring(text)
    while let (head, tail) = splitOnce(rest) {
      guard clause(head) != nil, clause(tail) != nil else { break }
      cut.append(head)
      rest = Substring(tail)
    }
    cut.append(String(rest))
    return cut
  }

  private static func splitOnce(_ text: Substring) -> (String, String)? {
    let words = text.split(separator: " ")
    for index in words.indices.dropFirst(3) {
      let plain = words[index].lowercased().filter(\.isLetter)
      guard plain == "recommendation" || plain == "recommendations" else { continue }
      let start = clauseStart(before: index, in: words)
      guard start > 0,
        words[start - 1].lowercased() == "and" || words[start - 1].hasSuffix(";")
          || words[start - 1].hasSuffix(",") || words[start - 1].lowercased() == "but"
      else {
        continue
      }
      return (words[..<start].joined(separator: " "), words[start...].joined(separator: " "))
    }
    return nil
  }

  /// Where the clause begins that names a recommendation: at `that`, or at the verb before it, `...,
  /// rejected recommendation 4`.
  private static func clauseStart(before noun: Int, in words: [Substring]) -> Int {
    var start = noun
    while start > 0, noun - start < 6 {
      let word = words[start - 1].lowercased()
      guard leading.contains(word) else { break }
      start -= 1
    }
    return start
  }

  /// What may stand before the name of a recommendation in its clause.
  private static let leading: Set<String> = {
    let verbs = DecisionWording.verbs.beginnings + DecisionWording.phrases.beginnings
    return Set(verbs).union([
      "that", "the", "to", "not", "accept", "agree", "in", "part", "principle", "with", "of", "its",
      "committees", "panels", "all",
    ])
  }()

  private static func clause(_ text: String) -> ExecutiveResponse? {
    if let deferred = QuotedRecommendation.deferred(text) {
      var response = ExecutiveResponse()
      (response.text, response.stage, response.decision) = (text, .decided, .deferred)
      (response.decisionAsPrinted, response.recommendationLabels) = (
        deferred.printed, deferred.labels
      )
      response.deferredTo = DateReader.first(in: text)?.iso
      return response
    }
    if let most = allBut(text) { return most }
    guard let (labels, before, rest) = named(in: text) ?? ofScrutiny(text) ?? counted(in: text)
    else {
      return quoted(text) ?? ofOne(text)
    }
    let lead = MatchKey.words(before)
    if lead.contains(where: { $0.hasPrefix("response") }) { return nil }
    if ofOwnReport(rest) { return nil }
    let agreed = AgreedWording.read(String(rest))
    let (main, reason) = splitReason(unglossed(agreed.map { Substring($0.before) } ?? rest))
    guard
      let verdict = verdict(in: main) ?? verdict(in: before + main) ?? active(in: before, main)
        ?? behind(lead, rest)
    else { return nil }
    var response = ExecutiveResponse()
    response.text = text
    response.stage = .decided
    response.decision = verdict.decision == .accepted ? extent(of: rest) : verdict.decision
    response.decisionAsPrinted = verdict.printed
    response.reason = reason
    response.agreedText = verdict.decision == .rejected ? nil : agreed?.words
    response.recommendationLabels = labels
    if verdict.decision == .deferred {
      response.deferredTo = DateReader.first(in: verdict.rest)?.iso
    }
    return response
  }

  /// `accepted in principle the recommendation that two trees be planted`: the verb stands before the
  /// recommendation's own words, or the verdict behind them.
  private static func quoted(_ text: String) -> ExecutiveResponse? {
    guard let (before, words) = QuotedRecommendation.named(text) else { return nil }
    let (main, reason) = splitReason(String(words))
    guard let found = active(in: before, "") ?? verdict(in: main) else { return nil }
    var response = ExecutiveResponse()
    (response.text, response.stage, response.decision) = (text, .decided, found.decision)
    (response.decisionAsPrinted, response.reason) = (found.printed, reason)
    if found.decision == .deferred { response.deferredTo = DateReader.first(in: text)?.iso }
    if let cited = RecommendationLabels.bracketed(in: words) {
      response.recommendationLabels = [cited]
    }
    return response
  }

  /// How far something accepted is, by the words right behind its name and what the brackets there say
  /// of it: `accept recommendation 3 (half of the cost) in part: a third will be met`.
  private static func extent(of rest: Substring) -> Decision {
    var words = rest.drop { $0 == " " || $0 == "," }
    if words.first == "(", let close = words.firstIndex(of: ")") {
      words = words[words.index(after: close)...].drop { $0 == " " || $0 == "," }
    }
    let plain = MatchKey.words(String(words.prefix(40)))
    if plain.starts(with: ["in", "part"]) || ["partly", "partially"].contains(plain.first) {
      return .partiallyAccepted
    }
    return plain.starts(with: ["in", "principle"]) ? .acceptedInPrinciple : .accepted
  }

  /// The words behind the brackets in which a line says what its recommendation is about:
  /// `(telephone lines): accepted in principle`.
  private static func unglossed(_ rest: Substring) -> String {
    let words = rest.drop { $0 == " " }
    guard words.first == "(", let close = words.firstIndex(of: ")") else { return String(rest) }
    let behind = words[words.index(after: close)...].drop { $0 == " " }
    guard let mark = behind.first, [":", "-", "\u{2013}", "\u{2014}"].contains(mark) else {
      return String(rest)
    }
    return String(behind.dropFirst().drop { $0 == " " })
  }

  /// The labels that stand after the word "recommendation", and the words around them.
  private static func named(
    in text: String
  ) -> (labels: [String], before: String, rest: Substring)? {
    var start = text.startIndex
    while start < text.endIndex {
      let word = text[start...].prefix { $0 != " " }
      let plain = word.lowercased()
      if plain == "recommendation" || plain == "recommendations",
        let (labels, rest) = RecommendationLabels.read(text[word.endIndex...])
      {
        return (labels, String(text[..<start]), rest)
      }
      start = text[word.endIndex...].firstIndex { $0 != " " } ?? text.endIndex
    }
    return nil
  }

  /// `the recommendations of the Committee be accepted with the exception of recommendation 3`: what is
  /// made of the others, though it names only the one.
  private static func allBut(_ text: String) -> ExecutiveResponse? {
    for lead in [
      "with the exception of recommendation", "except recommendation", "except for recommendation",
      "other than recommendation", "save for recommendation", "apart from recommendation",
    ] {
      guard let place = text.place(of: lead) else { continue }
      let before = String(text[..<place.lowerBound])
      guard before.place(of: "recommendations") != nil, named(in: before) == nil,
        let verdict = verdict(in: before)
      else { return nil }
      var response = ExecutiveResponse()
      (response.text, response.stage, response.decision) = (text, .decided, verdict.decision)
      response.decisionAsPrinted = verdict.printed
      return response
    }
    return nil
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  /// `the second recommendation be rejected`: by its place among them.
  private static func counted(
    in text: String
  ) -> (labels: [String], before: String, rest: Substring)? {
    let words = text.split(separator: " ")
    guard
      let at = words.prefix(10).firstIndex(where: { $0.lowercased() == "recommendation" }), at > 1,
      let place = ordinals.firstIndex(of: words[at - 1].lowercased()),
      words[at - 2].lowercased() == "the"
    else { return nil }
    return (
      [String(place + 1)], words[..<(at - 2)].joined(separator: " "),
      Substring(words[(at + 1)...].joined(separator: " "))
    )
  }

  /// `the recommendations of the Ponds Scrutiny Committee`: all of them, without a label.
  private static func ofScrutiny(
    _ text: String
  ) -> (labels: [String], before: String, rest: Substring)? {
    for lead in [
      "recommendations of ", "recommendations from ", "recommendations made by ",
      "recommendation of ", "recommendation from ", "recommendation made by ",
    ] {
      guard let place = text.place(of: lead) else { continue }
      let rest = text[place.upperBound...]
      let words = rest.split(separator: " ").prefix(14).joined(separator: " ")
      guard let body = ScrutinyBody.first(in: words), words.hasPrefix("the " + body) else {
        continue
      }
      return ([], String(text[..<place.lowerBound]), rest)
    }
    // "the Task Group's recommendations be accepted", "all six of the Panel's recommendations"
    let words = text.split(separator: " ")
    guard let at = words.firstIndex(where: { MatchKey.words(String($0)) == ["recommendations"] }),
      words[..<at].suffix(3).contains(where: {
        owners.contains(MatchKey.words(String($0)).first ?? "") && $0.first?.isUppercase == true
          || $0.lowercased() == "scrutiny"
      })
    else { return nil }
    let before = words[..<at].joined(separator: " ")
    return ([], before, Substring(words[(at + 1)...].joined(separator: " ")))
  }

  /// Those whose recommendations an executive answers, as their own.
  private static let owners: Set<String> = [
    "groups", "panels", "committees", "boards", "commissions", "partys", "reviews", "inquirys",
    "scrutinys",
  ]

  /// `With regard to recommendation 3 Cabinet agrees in principle that ...`: who decides stands behind
  /// the name.
  private static func behind(
    _ lead: [String], _ rest: Substring
  ) -> (decision: Decision, printed: String, rest: String)? {
    guard ["to", "of", "regards", "on", "regarding", "concerning"].contains(lead.last) else {
      return nil
    }
    let words = PrintedWords(String(rest.prefix(120)), first: 10)
    let subjects: Set<String> = [
      "cabinet", "executive", "the", "it", "council", "members", "board", "mayor", "leader",
      "authority", "and",
    ]
    var at = 0
    while at < words.folded.count, subjects.contains(words.folded[at]) { at += 1 }
    guard at > 0,
      let found = DecisionWording.phrases.at(at, in: words)
        ?? DecisionWording.verbs.at(at, in: words)
    else { return nil }
    return (found.meaning, words.printed(found.words), String(rest))
  }

  /// `Scrutiny's recommendation on parks be not accepted`: one recommendation, told by whose it is.
  private static func ofOne(_ text: String) -> ExecutiveResponse? {
    let words = text.split(separator: " ")
    guard
      let at = words.prefix(12).firstIndex(where: {
        MatchKey.words(String($0)) == ["recommendation"]
      }), at > 0, words[at - 1].first?.isUppercase == true,
      owners.contains(MatchKey.words(String(words[at - 1])).first ?? ""), at + 1 < words.count,
      ["on", "about", "as", "concerning", "for", "regarding", "be", "that"].contains(words[at + 1])
        || words[at + 1].first.map({ "\u{201C}\"\u{2018}".contains($0) }) ?? false
    else { return nil }
    let (main, reason) = splitReason(words[(at + 1)...].joined(separator: " "))
    guard let found = verdict(in: main) else { return nil }
    var response = ExecutiveResponse()
    (response.text, response.stage, response.decision) = (text, .decided, found.decision)
    (response.decisionAsPrinted, response.reason) = (found.printed, reason)
    return response
  }

  private static func ofOwnReport(_ rest: Substring) -> Bool {
    let words = MatchKey.words(String(rest.prefix(60))).prefix(6).joined(separator: " ")
    return [
      "in the report", "of the report", "in this report", "of this report", "set out in the report",
    ]
    .contains { words.hasPrefix($0) }
  }

  /// The words before a reason and the reason; a closing connector is no part of it.
  private static func splitReason(_ text: String) -> (main: String, reason: String?) {
    let leads = [
      ", for the reason that ", " for the reason that ", ", for the reasons that ", ", because ",
      " because ", ", since ", ", on the grounds that ", " on the grounds that ",
      ", on the ground that ", ", the reason being that ", ", given that ", ", as ",
    ]
    var first: Range<String.Index>?
    for lead in leads {
      guard let place = text.place(of: lead) else { continue }
      // What is described may hold ", as ": the reason comes after the verdict.
      guard verdict(in: String(text[..<place.lowerBound])) != nil else { continue }
      if first.map({ place.lowerBound < $0.lowerBound }) ?? true { first = place }
    }
    guard let first else { return (text, nil) }
    var reason = text[first.upperBound...]
    for tail in ["; and", "; or"] where reason.hasSuffix(tail) {
      reason = reason.dropLast(tail.count)
    }
    while let last = reason.last, ";,. ".contains(last) { reason = reason.dropLast() }
    return (String(text[..<first.lowerBound]), reason.isEmpty ? nil : String(reason))
  }

  /// `Cabinet accepts recommendations 1 to 3`, `to reject recommendation 4`: the verb stands before.
  private static func active(
    in before: String, _ rest: String
  ) -> (decision: Decision, printed: String, rest: String)? {
    let words = PrintedWords(before)
    let fillers: Set<String> = [
      "the", "all", "of", "panels", "groups", "committees", "boards", "scrutiny", "task", "select",
      "commissions", "consideration", "decision", "on", "in", "principle", "full", "with", "its",
      "their", "review", "these",
    ]
    for start in words.folded.indices.reversed().prefix(8) {
      if let found = DecisionWording.verbs.at(start, in: words)
        ?? DecisionWording.phrases.at(start, in: words)
      {
        // "did not agree with": the longer phrase begins a word before.
        if start > 0, let longer = DecisionWording.phrases.at(start - 1, in: words),
          longer.words.upperBound > start
        {
          return (longer.meaning, words.printed(longer.words), rest)
        }
        return (found.meaning, words.printed(found.words), rest)
      }
      guard fillers.contains(words.folded[start]) else { return nil }
    }
    return nil
  }

  /// The last `be accepted` of a clause: what stands before it may describe the recommendation in
  /// the same words (`that passes be accepted from 9.00 am, be not accepted`).
  private static func verdict(
    in text: String
  ) -> (decision: Decision, printed: String, rest: String)? {
    let words = PrintedWords(text)
    let verbs: Set<String> = ["be", "is", "are", "was", "were", "been"]
    for found in DecisionWording.phrases.all(in: words).reversed() {
      let start = found.words.lowerBound
      // A few words may stand between: "be not accepted", "be unanimously agreed".
      let lead = words.folded[max(0, start - 2)..<start]
      guard lead.contains(where: verbs.contains) || start == 0 else { continue }
      return (
        found.meaning, words.printed(found.words), words.printed(from: found.words.upperBound)
      )
    }
    return nil
  }
}
