public import MattersLinker
import MattersRecords
import MattersText

/// The whole officer's report around the progress report's appendix: what each item of the last
/// meeting led to, every sentence with its source.
public struct OfficerReport {
  private let progress: ProgressReport
  private let wording: OfficerWording
  private var number = 0

  /// Writes the report.
  ///
  /// - Parameters:
  ///   - progress: the appendix.
  ///   - recommendations: the committee's own, for what it recommended at the last meeting.
  ///   - records: minutes and resolutions of the committee.
  public static func make(
    _ progress: ProgressReport, recommendations: [RegisteredMatter], records: [LaidRecord],
    wording: OfficerWording = .plain
  ) -> PlainReport {
    var writer = OfficerReport(progress: progress, wording: wording)
    return writer.report(recommendations, records)
  }

  private init(progress: ProgressReport, wording: OfficerWording) {
    self.progress = progress
    self.wording = wording
  }

  private mutating func report(
    _ recommendations: [RegisteredMatter], _ records: [LaidRecord]
  ) -> PlainReport {
    let appendix = progress.plain
    var report = PlainReport(
      name: "progress-full",
      title: say("title", ["body": progress.body]) ?? progress.title, purpose: "",
      facts: appendix.facts, parts: [], nothing: "", key: appendix.key)
    func passage(_ heading: String, _ words: [String]) {
      guard !words.isEmpty else { return }
      report.parts.append(
        .passage(ReportPassage(heading, words.map { ReportParagraph($0) })))
    }
    passage("Meeting", ["\(progress.body), \(progress.meeting.inWords)"])
    passage("Report by", [say("author", [:])].compactMap { $0 })
    passage("Purpose of the report", [say("purpose", [:])].compactMap { $0 })
    let proposed = proposals()
    var asked = ReportParagraph([], points: proposed)
    asked.areLettered = true
    report.parts.append(.passage(ReportPassage("Recommendations", [asked])))
    report.parts += items(recommendations, records).map { .passage($0) }
    for (index, part) in appendix.parts.enumerated() {
      guard case .grid(var grid) = part else { continue }
      if index == 0, let heading = say("appendix", [:]) {
        report.parts.append(.passage(ReportPassage(heading, [])))
      }
      if grid.entries.isEmpty { grid.heading = nil }
      report.parts.append(.grid(grid))
    }
    return report
  }

  private func say(_ name: String, _ gaps: [String: String?]) -> String? {
    wording.say(name, gaps)
  }

  // MARK: - What the committee is asked to agree

  private func proposals() -> [ReportSentence] {
    let items = progress.groups.flatMap(\.items)
    let answered = items.filter { $0.state == .answered }
    let pending = items.filter { [.pending, .holding, .partlyAnswered].contains($0.state) }
    func sentence(_ name: String, _ items: [ProgressReport.Item]) -> ReportSentence? {
      let references = items.map(\.reference).joined(separator: ", ")
      return say(name, ["references": references]).map {
        ReportSentence($0, from: items.map { $0.source })
      }
    }
    return [
      say("recommend_note", [:]).map { ReportSentence($0) },
      answered.isEmpty ? nil : sentence("recommend_complete", answered),
      pending.isEmpty ? nil : sentence("recommend_pending", pending),
    ].compactMap { $0 }
  }

  // MARK: - Item by item

  private mutating func items(
    _ recommendations: [RegisteredMatter], _ records: [LaidRecord]
  ) -> [ReportPassage] {
    let own = recommendations.filter { ($0.matter.raised ?? progress.meeting) < progress.meeting }
    let days =
      progress.groups.compactMap(\.date) + own.compactMap(\.matter.raised)
      + records.compactMap { $0.minuted?.date }.filter { $0 < progress.meeting }
    guard let last = days.max() else {
      return say("nothing", [:]).map { [ReportPassage(nil, [ReportParagraph($0)])] } ?? []
    }
    var minutes: [String: (title: LaidRecord?, resolutions: [LaidRecord])] = [:]
    for laid in records {
      guard let (date, minute) = laid.minuted, date == last else { continue }
      if case .minute = laid.record.content {
        if minutes[minute]?.title == nil { minutes[minute, default: (nil, [])].title = laid }
      } else if !(minutes[minute]?.resolutions.contains(where: { $0.says(laid) }) ?? false) {
        minutes[minute, default: (nil, [])].resolutions.append(laid)
      }
    }
    let requests = progress.groups.first { $0.date == last }?.items ?? []
    for minute in requests.map({ $0.minute ?? "" })
      + own.filter({ $0.matter.raised == last }).map({
        $0.matter.minute ?? ""
      }) where minutes[minute] == nil
    { minutes[minute] = (nil, []) }
    var paragraphs: [ReportParagraph] = []
    for minute in minutes.keys.sorted(by: Self.inOrder) {
      paragraphs += item(
        minute, last, minutes[minute]?.title, minutes[minute]?.resolutions ?? [],
        requests.filter { ($0.minute ?? "") == minute },
        own.filter { $0.matter.raised == last && ($0.matter.minute ?? "") == minute })
    }
    var passages = [
      ReportPassage("Progress from the meeting on \(last.inWords)", paragraphs)
    ]
    if progress.groups.contains(where: { ($0.date ?? last) < last }),
      let words = say("earlier", [:])
    {
      number += 1
      passages.append(
        ReportPassage(nil, [ReportParagraph([ReportSentence(words)], number: number)]))
    }
    return passages.filter { !$0.paragraphs.isEmpty }
  }

  private mutating func item(
    _ minute: String, _ day: PlainDate, _ title: LaidRecord?, _ resolutions: [LaidRecord],
    _ requests: [ProgressReport.Item], _ recommendations: [RegisteredMatter]
  ) -> [ReportParagraph] {
    guard !resolutions.isEmpty || !requests.isEmpty || !recommendations.isEmpty else { return [] }
    var sentences: [ReportSentence] = []
    let subject = (requests.map(\.matter) + recommendations.map(\.matter)).lazy
      .compactMap(\.subject).first
    if let title, case .minute(let content) = title.record.content,
      let words = say(
        "considered",
        [
          "date": day.inWords, "item": (subject ?? content.title.inSentenceCase).quoted,
          "minute": minute,
        ])
    {
      sentences.append(ReportSentence(words, from: [ReportSource(title)]))
    }
    for laid in resolutions {
      guard case .resolution(let content) = laid.record.content,
        let words = say("resolved", ["text": content.text.asSentence])
      else { continue }
      sentences.append(ReportSentence(words, from: [ReportSource(laid)]))
    }
    number += 1
    var paragraphs = [ReportParagraph(sentences, number: number)]
    func add(_ name: String, _ points: [ReportSentence]) {
      guard !points.isEmpty, let words = say(name, [:]) else { return }
      paragraphs.append(ReportParagraph([ReportSentence(words)], points: points))
    }
    add("recommended", recommendations.map { recommended($0) })
    add(
      "requested",
      requests.map { request in
        ReportSentence(
          [request.matter.wording.asSentence, outcome(of: request) ?? ""].joined(separator: " "),
          from: request.sources)
      })
    return paragraphs
  }

  private func recommended(_ registered: RegisteredMatter) -> ReportSentence {
    let matter = registered.matter
    var sentence = ReportSentence(
      matter.wording.asSentence,
      from: [ReportSource(matter.principal.laid, reference: registered.reference)])
    guard let position = matter.position(.openingOf(progress.meeting)) else { return sentence }
    let by = position.ruling?.decidedBy ?? matter.addressedTo
    let words =
      position.ruling?.decision.map { decision in
        say(
          "decided",
          [
            "by": by, "on": position.ruling?.decidedOn.flatMap(PlainDate.init(iso:))?.inWords,
            "decision": decision.inWords,
          ])
      } ?? say("awaited", ["from": by])
    if let words {
      sentence.words += " " + words
      if position.ruling?.decision != nil, let place = position.cause?.place(registered.reference),
        place != sentence.sources[0]
      {
        sentence.sources.append(place)
      }
    }
    return sentence
  }

  private func outcome(of request: ProgressReport.Item) -> String? {
    let day = request.updated?.inWords
    let gaps: [String: String?] = [
      "from": request.position.from ?? request.matter.responsible, "on": day,
    ]
    switch request.state {
    case .answered, .completed: return say("received", gaps)
    case .holding:
      return say(
        "holding", ["from": gaps["from"] ?? nil, "on": day])
    case .pending, .unknown:
      return say("awaited", ["from": request.matter.responsible ?? request.matter.addressedTo])
    case .partlyAnswered: return say("part", [:])
    case .refused: return say("refused", [:])
    case .withdrawn, .discontinued: return request.state.inWords.capitalizedFirst + "."
    }
  }

  private static func inOrder(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Int(a.prefix { $0.isNumber }) ?? .max, Int(b.prefix { $0.isNumber }) ?? .max)
    return (x, a) < (y, b)
  }
}
