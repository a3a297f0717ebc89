import MattersRecords
import MattersText

/// What executive bodies said to a committee's recommendations: finds which matter each response
/// answers, and turns responses that a Cabinet adopts into its decisions.
struct ExecutiveWord {
  /// A response with its place.
  private struct Said {
    var laid: LaidRecord
    var response: ExecutiveResponse

    /// The response to each recommendation that it names, where the paper itself joins none.
    var each: [Said] {
      guard response.recommendationLabels.count > 1, laid.answers.isEmpty else { return [self] }
      return response.recommendationLabels.map { label in
        var one = self
        one.response.recommendationLabels = [label]
        return one
      }
    }
  }

  private var responses: [Said] = []
  private var adoptions: [(laid: LaidRecord, resolution: Resolution)] = []

  /// Gathers responses and adopting resolutions from records in order.
  init(_ records: [LaidRecord]) {
    for laid in records {
      switch laid.record.content {
      case .executiveResponse(let response): responses.append(Said(laid: laid, response: response))
      case .resolution(let resolution)
      where BodyKey(laid.setting.body ?? "").isExecutive && Self.isAdoption(resolution.text):
        adoptions.append((laid, resolution))
      default: break
      }
    }
  }

  /// Whether a resolution agrees responses that are set out elsewhere.
  ///
  /// "That the responses at Appendix A be agreed", "that the proposed responses ... be approved".
  private static func isAdoption(_ text: String) -> Bool {
    let words = " " + MatchKey(text).description + " "
    guard
      [" response ", " responses ", " answers ", " answer ", " replies ", " reply "]
        .contains(where: words.contains)
    else { return false }
    // "in place of the response that officers had suggested": another answer than that.
    if ["in place of", "instead of", "rather than"].contains(where: { words.contains(" \($0) the") }
    ) {
      return false
    }
    return [
      " be agreed ", " be approved ", " be adopted ", " be endorsed ", " agreed ", " approved ",
      " approve ", " agree ", " adopt ", " endorse ", " approves ", " agrees ", " adopts ",
      " endorses ", " adopted ", " endorsed ",
    ]
    .contains { words.contains($0) } && !words.contains(" not be ")
  }

  /// An answer to one matter.
  struct Answer {
    var matter: Int
    var event: MatterEvent
    var member: Matter.Member
  }

  /// The answers to some matters, and the responses that were not placed.
  func answers(
    to matters: [Matter], _ verdicts: Verdicts
  ) -> (answers: [Answer], unplaced: [Unplaced]) {
    var answers: [Answer] = []
    var unplaced: [Unplaced] = []
    let labelled = Self.labelled(matters)
    let cited = Self.cited(matters)
    // Each recommendation is taken apart once, however many responses bear its label.
    let contents = matters.map { $0.kind == .recommendation ? Self.content($0.text) : [] }
    let holders = Self.holders(matters)
    for said in responses {
      guard let day = said.response.date.flatMap(PlainDate.init(iso:)) ?? said.laid.setting.date
      else { continue }
      let each = said.each
      if each.count > 1 {
        // Each recommendation that one answer names is a matter of its own.
        for one in each {
          let (found, reason, grade) = candidates(
            one, day, matters, holders, labelled, cited, contents)
          guard found.count == 1, !verdicts.excludes(said.laid, from: matters[found[0]]) else {
            continue
          }
          answers += self.answers(of: said, to: found[0], day, reason, grade)
        }
        continue
      }
      var (found, reason, grade) = candidates(
        said, day, matters, holders, labelled, cited, contents)
      if let (place, person) = verdicts.chosen(for: said.laid, among: matters) {
        (found, reason, grade) = ([place], "\(person) said so", .exact)
      } else {
        found.removeAll { verdicts.excludes(said.laid, from: matters[$0]) }
      }
      guard found.count == 1 else {
        if found.count > 1, !verdicts.isDismissed(said.laid) {
          unplaced.append(
            Unplaced(
              kind: .several, laid: said.laid, candidates: found.map { matters[$0].principal.laid },
              because: "the response fits more than one recommendation"))
        }
        continue
      }
      answers += self.answers(of: said, to: found[0], day, reason, grade)
    }
    return (answers, unplaced)
  }

  /// What a response says to one matter, and the resolution that adopts it.
  private func answers(
    of said: Said, to matter: Int, _ day: PlainDate, _ reason: String, _ grade: LinkGrade
  ) -> [Answer] {
    let member = Matter.Member(laid: said.laid, role: .answered, grade: grade, because: reason)
    var event = MatterEvent(
      said.response.stage == .proposed ? .proposed : .decided, on: day, state: nil,
      source: MatterBuilder.source(said.laid), because: reason)
    event.response = said.response.text
    event.ruling = Ruling(said.response)
    let answer = Answer(matter: matter, event: event, member: member)
    guard let adopted = adoption(of: said, event) else { return [answer] }
    return [answer, Answer(matter: matter, event: adopted, member: member)]
  }

  // MARK: - Which matter

  /// Which matter holds each record, by document and id.
  private static func holders(_ matters: [Matter]) -> [String: Int] {
    var holders: [String: Int] = [:]
    for (index, matter) in matters.enumerated() {
      for member in matter.members {
        holders["\(member.laid.document)|\(member.laid.record.id)"] = index
      }
    }
    return holders
  }

  /// The recommendations by their labels.
  private static func labelled(_ matters: [Matter]) -> [String: [Int]] {
    var labelled: [String: [Int]] = [:]
    for (index, matter) in matters.enumerated() where matter.kind == .recommendation {
      if let label = LabelKey.of(matter.label) { labelled[label, default: []].append(index) }
    }
    return labelled
  }

  /// The recommendations by the number of their minute and their label in it.
  private static func cited(_ matters: [Matter]) -> [String: [Int]] {
    var cited: [String: [Int]] = [:]
    for (index, matter) in matters.enumerated() where matter.kind == .recommendation {
      guard let minute = matter.minute.flatMap(LabelKey.of) else { continue }
      cited[minute + (LabelKey.of(matter.label) ?? ""), default: []].append(index)
    }
    return cited
  }

  /// What labels name that give the minute as well: `32/24(ii)`.
  private static func named(_ labels: [String], _ cited: [String: [Int]]) -> [Int] {
    labels.flatMap { label -> [Int] in
      let isCitation =
        label.contains("/") || label.first?.isNumber == true && label.contains("(")
      return isCitation ? LabelKey.of(label).flatMap { cited[$0] } ?? [] : []
    }.sorted()
  }

  private func candidates(
    _ said: Said, _ day: PlainDate, _ matters: [Matter], _ holders: [String: Int],
    _ labelled: [String: [Int]], _ cited: [String: [Int]],
    _ contents: [Set<String>]
  ) -> (found: [Int], because: String, grade: LinkGrade) {
    let linked = Set(said.laid.answers.compactMap { holders["\(said.laid.document)|\($0)"] })
    if !linked.isEmpty || !said.laid.answers.isEmpty {
      return (linked.sorted(), "the paper puts the response beside the recommendation", .exact)
    }
    let labels = Set(said.response.recommendationLabels.compactMap(LabelKey.of))
    let words = Self.content(said.response.text)
    guard !labels.isEmpty else {
      let same = repeated(words, day, matters, contents)
      return (
        same.isEmpty ? glossed(said.response.text, day, matters) : same,
        "the decision repeats the words of this recommendation alone", .strong
      )
    }
    let named = Self.named(said.response.recommendationLabels, cited)
      .filter { (matters[$0].raised ?? day) <= day }
    if !named.isEmpty {
      let telling = named.filter { !contents[$0].isDisjoint(with: words) }
      return (
        named.count > 1 && !telling.isEmpty ? telling : named,
        "the response names the minute that made it", .exact
      )
    }
    let found = labels.flatMap { labelled[$0] ?? [] }.sorted().filter { index in
      let matter = matters[index]
      guard (matter.raised ?? day) <= day else { return false }
      let own = contents[index]
      let shared = own.intersection(words).count
      return shared >= 2 && shared * 4 >= own.count
    }
    guard found.isEmpty else {
      return (found, "the response names the label and repeats the recommendation's words", .strong)
    }
    let laid = laidBefore(said, labels, matters)
    if laid.isEmpty, said.response.stage == .decided {
      return (
        onlyOpen(labels, day, matters, labelled),
        "the response names the label, and one recommendation alone under it was waiting", .strong
      )
    }
    return (
      laid, "the response names the label that a report to the same meeting gives it", .strong
    )
  }

  /// The most days for which a recommendation waits that nothing but a label names.
  private static let longestWait = 200

  /// The one recommendation under a label that some committee had put lately and that waited for its
  /// answer, where only one meeting's did.
  private func onlyOpen(
    _ labels: Set<String>, _ day: PlainDate, _ matters: [Matter], _ labelled: [String: [Int]]
  ) -> [Int] {
    guard labels.count == 1, let label = labels.first else { return [] }
    let waiting = (labelled[label] ?? []).filter { index in
      guard let raised = matters[index].raised, raised <= day,
        day.days(since: raised) <= Self.longestWait, matters[index].minute != nil
      else { return false }
      return !matters[index].events.contains { $0.kind == .decided && $0.date < day }
    }
    return waiting.count == 1 ? waiting : []
  }

  /// What a decision without labels repeats most of, where it is one thing.
  private func repeated(
    _ words: Set<String>, _ day: PlainDate, _ matters: [Matter], _ contents: [Set<String>]
  ) -> [Int] {
    let found = matters.indices.filter { index in
      let own = contents[index]
      guard own.count >= 3, (matters[index].raised ?? day) <= day else { return false }
      let shared = own.intersection(words).count
      return shared >= 3 && shared * 10 >= own.count * 6
    }
    return found.count == 1 ? found : []
  }

  /// What a report to the meeting that decided repeats under the labels that a decision names.
  private func laidBefore(_ said: Said, _ labels: Set<String>, _ matters: [Matter]) -> [Int] {
    guard labels.count == 1, let day = said.laid.setting.date, let body = said.laid.setting.body
    else { return [] }
    return matters.indices.filter { index in
      matters[index].kind == .recommendation
        && matters[index].members.contains { member in
          guard member.laid.setting.date == day, member.laid.document != said.laid.document,
            BodyKey(member.laid.setting.body ?? "") == BodyKey(body),
            let asked = Asked(member.laid.record), let label = LabelKey.of(asked.label)
          else { return false }
          return labels.contains(label)
        }
    }
  }

  /// The words that carry meaning, for comparing a line of minutes with what it answers.
  private static func content(_ text: String) -> Set<String> {
    let dull: Set<String> = [
      "that", "the", "and", "for", "with", "from", "this", "recommendation", "recommendations",
      "accepted", "rejected", "noted", "deferred", "agreed", "reason", "could", "would", "should",
      "been", "have", "has", "was", "were", "each", "any", "all", "not", "council", "cabinet",
      "principle", "decision", "meeting",
    ]
    return Set(MatchKey.words(text).filter { $0.count >= 3 && !dull.contains($0) })
  }

  // MARK: - Adoption

  /// The decision that a Cabinet's resolution makes of a proposed response laid at its meeting.
  private func adoption(of said: Said, _ proposed: MatterEvent) -> MatterEvent? {
    let body = BodyKey(said.laid.setting.body ?? "")
    let meeting = said.laid.setting.date
    for (laid, resolution) in adoptions {
      guard let day = meeting, laid.setting.date == meeting,
        BodyKey(laid.setting.body ?? "") == body,
        Self.covers(resolution.text, said.response.recommendationLabels),
        said.response.stage == .proposed || Self.isBelow(laid, said.laid, resolution.text)
      else { continue }
      var event = MatterEvent(
        .decided, on: day, state: nil, source: MatterBuilder.source(laid),
        because: "the meeting adopted the proposed response")
      event.minute = resolution.minute
      event.response = said.response.stage == .proposed ? proposed.response : nil
      event.ruling = proposed.ruling
      event.ruling?.decidedBy = laid.setting.body
      event.ruling?.decidedOn = day.iso
      return event
    }
    return nil
  }

  /// Whether a resolution agrees responses that its own minutes print right above it.
  private static func isBelow(_ laid: LaidRecord, _ said: LaidRecord, _ text: String) -> Bool {
    let words = MatchKey.words(text)
    return laid.document == said.document && said.record.lines.last < laid.record.lines.first
      && laid.record.lines.first - said.record.lines.last <= 60
      && words.contains { ["above", "table", "set", "listed", "shown"].contains($0) }
  }

  /// Whether a resolution adopts the response to these labels: one that names labels adopts those.
  private static func covers(_ text: String, _ labels: [String]) -> Bool {
    let own = labels.compactMap(LabelKey.of)
    for lead in [
      " other than ", " except ", " save for ", " with the exception of ", " apart from ",
    ] {
      guard let place = text.place(of: lead) else { continue }
      let excepted = labelsNamed(in: String(text[place.upperBound...]))
      if own.contains(where: excepted.contains) { return false }
      return covers(String(text[..<place.lowerBound]), labels)
    }
    let named = labelsNamed(in: text)
    return named.isEmpty
      || own.contains { one in named.contains { LabelKey.isSame($0, one) } }
  }

  private static func labelsNamed(in text: String) -> Set<String> {
    var named = Set(NamedNumbers.all(in: text).flatMap(\.labels))
    var isBehindAnnex = false
    for word in text.split(separator: " ") {
      let piece = word.filter { !",;:.".contains($0) }
      let isBracketed = piece.hasPrefix("(") && piece.hasSuffix(")")
      // "LT1, LT2 and LT3": the codes that the report gives them.
      let isCode =
        piece.count <= 6 && piece.first?.isUppercase == true && piece.last?.isNumber == true
      if isBracketed || isCode && !isBehindAnnex, let label = LabelKey.of(String(piece)) {
        named.insert(label)
      }
      isBehindAnnex = ["appendix", "annex", "item", "report", "paper"].contains(piece.lowercased())
    }
    return named
  }

  // MARK: - Named by some of its words

  /// The recommendation that a decision without labels names by a few of its words: `accepted the
  /// recommendation on bilingual notices`.
  private func glossed(_ text: String, _ day: PlainDate, _ matters: [Matter]) -> [Int] {
    let words = MatchKey.words(text)
    guard
      let at = words.indices.first(where: { at in
        words[at] == "recommendation" && at + 2 < words.count
          && Self.joints.contains(words[at + 1])
      })
    else { return [] }
    // Up to the verdict, and to what the decision adds of its own.
    let end =
      words[(at + 2)...].indices.first {
        Self.ends.contains(words[$0]) || Self.isVerdict(words, at: $0)
      } ?? words.endIndex
    let told = WordRoots.of(Array(words[(at + 2)..<end])).subtracting(WordRoots.stock)
    guard told.count >= 2 else { return [] }
    let found = matters.indices.filter { index in
      guard matters[index].kind == .recommendation, (matters[index].raised ?? day) <= day else {
        return false
      }
      let own = WordRoots.of(MatchKey.words(matters[index].text))
      let shared = told.intersection(own).count
      return shared * 5 >= told.count * 4 || shared >= 3 && shared * 4 >= told.count * 3
    }
    return found.count == 1 ? found : []
  }

  /// `be accepted`, `is not supported`: where what is decided on ends.
  private static func isVerdict(_ words: [String], at index: Int) -> Bool {
    let verdicts: Set<String> = [
      "accepted", "agreed", "approved", "supported", "adopted", "endorsed", "rejected", "declined",
      "refused", "noted", "deferred", "partially", "partly",
    ]
    guard ["be", "is", "are", "was", "were"].contains(words[index]) else { return false }
    let next = words[(index + 1)...].first { $0 != "not" }
    return next.map(verdicts.contains) ?? false
  }

  private static let joints: Set<String> = [
    "that", "on", "about", "concerning", "regarding", "for", "to", "relating",
  ]
  private static let ends: Set<String> = [
    "subject", "with", "provided", "because", "since", "but", "until", "while", "and", "as",
  ]
}
