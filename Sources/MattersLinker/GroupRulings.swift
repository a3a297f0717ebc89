import MattersRecords
import MattersText

/// What meetings made of the recommendations in the reports that task groups laid before them.
struct GroupRulings {
  /// One of them: the resolution, its day, and what it says.
  struct One {
    var laid: LaidRecord
    var day: PlainDate
    var minute: String?
    var ruling: GroupRuling
  }

  /// By the record of the recommendation, the first to rule on it first.
  private var byRecord: [String: [One]] = [:]
  private var ofReports: Set<String> = []
  private var resolutions: Set<String> = []

  init() {}

  /// Finds them among the records of one body; `titles` are those of its minutes, by day and number.
  init(_ records: [LaidRecord], titles: [String: String]) {
    let own = records.filter(Self.standsInOwnReport)
    guard !own.isEmpty else { return }
    ofReports = Set(own.map(Self.key))
    for laid in records {
      guard case .resolution(let resolution) = laid.record.content,
        let day = resolution.meetingDate.flatMap(PlainDate.init(iso:))
      else { continue }
      let rulings = GroupRuling.all(in: resolution.text)
      guard !rulings.isEmpty else { continue }
      let title = titles["\(day.iso)|\(resolution.minute ?? "")"] ?? ""
      for one in own where Self.isLaidBy(day, one) {
        guard Endorsement.names(resolution.text, one.record) || Endorsement.names(title, one.record)
        else { continue }
        for ruling in rulings where ruling.covers(one.record) {
          let key = Self.key(one)
          byRecord[key, default: []].append(
            One(laid: laid, day: day, minute: resolution.minute, ruling: ruling))
          if ruling.act != .endorsed { resolutions.insert(Self.key(laid)) }
        }
      }
    }
  }

  /// Whether a record stands in the report of the group that makes it.
  func isOfReport(_ laid: LaidRecord) -> Bool {
    !ofReports.isEmpty && ofReports.contains(Self.key(laid))
  }

  /// What was ruled on a recommendation where it stands in its report.
  func rulings(on laid: LaidRecord) -> [One] { byRecord[Self.key(laid)] ?? [] }

  /// The words that the meeting changed when it made a recommendation its own.
  func change(to laid: LaidRecord) -> WordChange? {
    byRecord.isEmpty ? nil : rulings(on: laid).first?.ruling.change
  }

  /// Whether a resolution lets recommendations of a report go, so that it speaks of nothing else.
  func rules(_ laid: LaidRecord) -> Bool { resolutions.contains(Self.key(laid)) }

  private static func key(_ laid: LaidRecord) -> String { "\(laid.document)|\(laid.record.id)" }

  /// A paper that repeats a group's recommendation does not say in which report it stands.
  private static func standsInOwnReport(_ laid: LaidRecord) -> Bool {
    guard laid.entered == nil, case .recommendation(let content) = laid.record.content else {
      return false
    }
    return content.madeIn == .scrutinyReport && content.minute == nil && content.report != nil
  }

  /// Whether a report may have been before the meeting of a day.
  private static func isLaidBy(_ day: PlainDate, _ laid: LaidRecord) -> Bool {
    guard case .recommendation(let content) = laid.record.content else { return false }
    let own = content.meetingDate.flatMap(PlainDate.init(iso:)) ?? laid.setting.date
    return own.map { $0 <= day } ?? true
  }
}

extension MatterBuilder {
  /// Takes in the recommendations of task groups' reports before any paper that repeats them: those
  /// of a report without a day were made when the meeting took them up.
  mutating func placeGroupReports(_ records: [LaidRecord]) {
    groupRulings = GroupRulings(records, titles: minuteTitles)
    for laid in records where groupRulings.isOfReport(laid) {
      guard var asked = Asked(laid.record) else { continue }
      asked.meetingDate =
        asked.meetingDate ?? laid.setting.date?.iso
        ?? groupRulings.rulings(on: laid).first?.day.iso
      let name = papers.name(in: laid)
      var reference = asked.reference
      reference.laidOn = laid.setting.date
      let begun = asked
      place(laid, reference, as: .restated) { Matter(begun, $0, body: name) }
    }
  }

  /// A resolution that agrees a task group's report makes its recommendations the committee's own;
  /// those that it does not take up end there.
  mutating func endorse(_ records: [LaidRecord]) {
    for index in outcome.matters.indices where outcome.matters[index].minute == nil {
      for member in outcome.matters[index].members {
        for one in groupRulings.rulings(on: member.laid) {
          let isKnown = outcome.matters[index].minute != nil
          guard one.ruling.act != .endorsed || !isKnown else { continue }
          var event = MatterEvent(
            one.ruling.act, on: one.day, state: one.ruling.state, source: Self.source(one.laid),
            because: one.ruling.because)
          event.minute = one.minute
          outcome.matters[index].minute = outcome.matters[index].minute ?? one.minute
          outcome.matters[index].add(event)
        }
      }
    }
  }
}
