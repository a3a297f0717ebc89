public import MattersLinker
import MattersRecords
import MattersText

/// What scrutiny asked for in a municipal year and what came of it, in figures.
public enum AnnualReport {
  /// The figures of some matters.
  struct Tally {
    var made = 0
    var decisions: [Decision: Int] = [:]
    var answered = 0
    var implemented = 0
    var inTime = 0
    var timed = 0
    var days: [Int] = []

    mutating func take(_ matter: Matter, asOf day: PlainDate, nation: Nation) {
      guard let position = matter.position(.endOf(day)) else { return }
      made += 1
      if let decision = position.ruling?.decision { decisions[decision, default: 0] += 1 }
      if position.ruling?.implementation == .implemented { implemented += 1 }
      let answer = Self.answer(matter, asOf: day)
      if answer != nil || position.ruling?.decision != nil || isAnswered(position.state) {
        answered += 1
      }
      if let answer, let raised = matter.raised { days.append(max(0, answer.days(since: raised))) }
      guard let clock = ResponseClock(matter, nation: nation) else { return }
      // Time that has not run out yet is neither kept nor missed.
      guard answer != nil || clock.lastDay < day else { return }
      timed += 1
      if let answer, answer <= clock.lastDay { inTime += 1 }
    }

    private func isAnswered(_ state: MatterState) -> Bool {
      switch state {
      case .answered, .completed, .refused: true
      default: false
      }
    }

    /// The day of the first answer by the end of a day.
    static func answer(_ matter: Matter, asOf day: PlainDate) -> PlainDate? {
      let first =
        matter.kind == .recommendation
        ? ResponseClock.answered(matter)
        : matter.events.first {
          $0.kind == .responded || $0.kind == .edited && $0.isAnswer
            || $0.kind == .reported && ($0.state == .answered || $0.state == .completed)
        }?.date
      return first.flatMap { $0 <= day ? $0 : nil }
    }

    func count(_ all: Decision...) -> Int { all.reduce(0) { $0 + (decisions[$1] ?? 0) } }

    /// The middle of the days to an answer; between two, the lower half's end and the upper half's
    /// beginning are meant.
    var median: ReportCell {
      guard !days.isEmpty else { return ReportCell(answered == 0 ? "none answered" : "not known") }
      let sorted = days.sorted()
      let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
      if (low + high).isMultiple(of: 2) { return ReportCell((low + high) / 2) }
      return ReportCell("\((low + high) / 2).5")
    }
  }

  private static let columns: [ReportColumn] = [
    ReportColumn("made", "Made", weight: 7),
    ReportColumn("accepted", "Accepted", weight: 9),
    ReportColumn("in_part", "In part or in principle", weight: 10),
    ReportColumn("noted", "Noted or deferred", weight: 9),
    ReportColumn("rejected", "Rejected", weight: 9),
    ReportColumn("no_decision", "No decision known", weight: 10),
    ReportColumn("implemented", "Implemented", weight: 10),
    ReportColumn("answered_in_time", "Answered in time (estimated)", weight: 12),
    ReportColumn("median_days", "Median days to an answer", weight: 12),
  ]

  /// The report on a year's matters of all kinds.
  ///
  /// - Parameters:
  ///   - questions: public questions, which are counted beside what was asked.
  ///   - programme: the work programmes of the committees, whose items are counted.
  public static func make(
    _ matters: [RegisteredMatter], questions: [LaidRecord], programme: [ProgrammeItem] = [],
    _ scope: ReportScope, nation: Nation
  ) -> PlainReport {
    let year = matters.map(\.matter).filter { scope.includes($0.raised) && $0.raised != nil }
    let recommendations = year.filter { $0.kind == .recommendation }
    let asked = PaperReports.questions(questions, scope).grids.reduce(0) { $0 + $1.entries.count }
    var all = Tally()
    for matter in recommendations { all.take(matter, asOf: scope.asOf, nation: nation) }
    var report = PlainReport(
      name: "annual", title: scope.title("what scrutiny asked for, and what came of it"),
      purpose: scope.purpose, facts: scope.facts,
      parts: [
        .passage(summary(all)), .chart(chart(all)),
        .grid(kinds(year, questions: asked, scope, nation)),
        .grid(
          by("Committee", caption: "Recommendations by committee", recommendations, scope, nation) {
            $0.body
          }),
        .grid(
          by(
            "Decision maker", caption: "Recommendations by decision maker", recommendations, scope,
            nation
          ) { matter in
            matter.position(.endOf(scope.asOf))?.ruling?.decidedBy ?? matter.addressedTo
              ?? "not said"
          }),
      ], nothing: "Nothing was asked for in this time.",
      key:
        "The time for an answer is counted from the meeting, because the day on which a recommendation was received is not known; what has been answered in time is therefore an estimate. Medians are in days from the meeting."
    )
    let listing = ProgrammeListing(programme, asOf: scope.asOf, year: scope.year)
    if !listing.items.isEmpty { report.parts.append(.grid(figures(listing))) }
    return report
  }

  private static func figures(_ listing: ProgrammeListing) -> ReportGrid {
    ReportGrid(
      heading: "Work programme", caption: "The work programme in figures",
      columns: [
        ReportColumn("figure", "Work programme", weight: 30),
        ReportColumn("items", "Items", weight: 10),
      ],
      entries: listing.counts.map {
        ReportGrid.Entry([ReportCell($0.figure), ReportCell($0.items)])
      })
  }

  private static func summary(_ all: Tally) -> ReportPassage {
    guard all.made > 0 else {
      return ReportPassage(nil, [ReportParagraph("No recommendation was made.")])
    }
    let accepted = all.count(.accepted, .acceptedInPrinciple, .partiallyAccepted)
    let made = all.made == 1 ? "1 recommendation was" : "\(all.made) recommendations were"
    return ReportPassage(
      nil,
      [
        ReportParagraph(
          "\(made) made. \(accepted) of \(all.made) accepted in whole, in part or in principle; \(all.implemented) implemented; \(all.made - all.answered) without an answer."
        )
      ])
  }

  private static func chart(_ all: Tally) -> ReportChart {
    ReportChart(
      title: "What became of the recommendations", unit: "recommendations",
      bars: [
        .init("Accepted", all.count(.accepted)),
        .init("In part or in principle", all.count(.acceptedInPrinciple, .partiallyAccepted)),
        .init("Noted or deferred", all.count(.noted, .deferred, .unclear)),
        .init("Rejected", all.count(.rejected)),
        .init("No decision known", all.made - all.decisions.values.reduce(0, +)),
      ])
  }

  private static func kinds(
    _ year: [Matter], questions: Int, _ scope: ReportScope, _ nation: Nation
  ) -> ReportGrid {
    var entries = [
      (Asked.Kind.request, "Information requests"), (.recommendation, "Recommendations"),
      (.action, "Actions"),
    ].map { kind, name in
      var tally = Tally()
      for matter in year where matter.kind == kind {
        tally.take(matter, asOf: scope.asOf, nation: nation)
      }
      return ReportGrid.Entry([
        ReportCell(name), ReportCell(tally.made), ReportCell(tally.answered),
        tally.made == 0 ? ReportCell("") : tally.median,
      ])
    }
    entries.append(
      ReportGrid.Entry([
        ReportCell("Questions from the public"), ReportCell(questions), "", "",
      ]))
    return ReportGrid(
      heading: "What was asked for", caption: "What was asked for, and how much was answered",
      columns: [
        ReportColumn("kind", "Kind", weight: 30), ReportColumn("made", "Made", weight: 10),
        ReportColumn("answered", "Answered", weight: 10),
        ReportColumn("median_days", "Median days to an answer", weight: 16),
      ], entries: entries)
  }

  private static func by(
    _ heading: String, caption: String, _ matters: [Matter], _ scope: ReportScope,
    _ nation: Nation, _ name: (Matter) -> String
  ) -> ReportGrid {
    var tallies: [String: Tally] = [:]
    for matter in matters {
      tallies[name(matter), default: Tally()].take(matter, asOf: scope.asOf, nation: nation)
    }
    return ReportGrid(
      heading: caption, caption: caption,
      columns: [ReportColumn("name", heading, weight: 20)] + columns,
      entries: tallies.filter { $0.value.made > 0 }.sorted { $0.key < $1.key }.map { name, tally in
        ReportGrid.Entry([
          ReportCell(name), ReportCell(tally.made), ReportCell(tally.count(.accepted)),
          ReportCell(tally.count(.acceptedInPrinciple, .partiallyAccepted)),
          ReportCell(tally.count(.noted, .deferred, .unclear)), ReportCell(tally.count(.rejected)),
          ReportCell(tally.made - tally.decisions.values.reduce(0, +)),
          ReportCell(tally.implemented),
          ReportCell(tally.timed == 0 ? "" : "\(tally.inTime) of \(tally.timed)"), tally.median,
        ])
      })
  }
}
