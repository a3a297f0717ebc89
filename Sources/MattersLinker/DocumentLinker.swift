public import MattersRecords
import MattersText

/// Links the records of one document to one another.
///
/// References are compared only with what the text itself puts beside them: the same meeting, then
/// the same label, then the same words. A link is made only where one candidate is left.
public enum DocumentLinker {
  /// The links found, and what could not be linked.
  public struct Outcome: Sendable {
    /// The links as records, each with the lines of the record it comes from.
    public var links: [PaperRecord] = []
    /// References that have exactly one candidate.
    public var matched = 0
    /// References to something that is not in the document.
    public var withoutCandidate = 0
    /// References with more than one candidate: the record and the candidates.
    public var ambiguous: [(record: RecordID, candidates: [RecordID])] = []
  }

  /// Links the records of a document, each inside its pack; `settings` say what stands around each
  /// of them.
  public static func link(_ records: [PaperRecord], in settings: [RecordSetting] = []) -> Outcome {
    var outcome = Outcome()
    for pack in PackRanges.of(records) {
      link(
        pack: Array(records[pack]), in: settings.isEmpty ? [] : Array(settings[pack]), &outcome)
    }
    return outcome
  }

  /// The packs that begin a document's records and are whole, whatever records follow: the last one
  /// is not among them.
  package static func finishedPacks(in records: [PaperRecord]) -> [Range<Int>] {
    let packs = PackRanges.of(records)
    // A front page without an item may yet turn out to be a supplement of the pack before.
    guard packs.count > 1, let last = packs.last,
      records[last].contains(where: { $0.kind == .agendaItem })
    else { return [] }
    return packs.dropLast()
  }

  private static func link(
    pack records: [PaperRecord], in settings: [RecordSetting], _ outcome: inout Outcome
  ) {
    let asked = Asked.all(in: records)
    linkRestatements(asked, &outcome)
    linkTrackers(records, asked, &outcome)
    linkResponses(records, &outcome)
    linkReplies(records, &outcome)
    linkReports(records, &outcome)
    linkMinutes(records, &outcome)
    linkPlans(records, settings, &outcome)
  }

  // MARK: - What was asked, said again and tracked

  /// A report restates what minutes hold; without the minutes, what the report itself said first
  /// in the same words.
  private static func linkRestatements(_ asked: [Asked], _ outcome: inout Outcome) {
    let originals = asked.filter { $0.minute != nil }
    var first: [String: Asked] = [:]
    for restated in asked where restated.minute == nil {
      let match = AskedMatch.candidates(for: restated.reference, among: originals)
      let own =
        "\(restated.kind)|\(restated.meetingDate ?? "")|\(LabelKey.of(restated.label) ?? "")|\(restated.key)"
      guard match.candidates.isEmpty else {
        settle(restated.record, as: .restates, match, &outcome)
        continue
      }
      guard let earlier = first[own] else {
        first[own] = restated
        outcome.withoutCandidate += 1
        continue
      }
      settle(
        restated.record, as: .restates,
        AskedMatch(
          candidates: [earlier], grade: .exact, because: "the same words, earlier in this paper"),
        &outcome)
    }
  }

  /// A tracker's row is of what minutes hold, or of what a report restates where they are elsewhere.
  private static func linkTrackers(
    _ records: [PaperRecord], _ asked: [Asked], _ outcome: inout Outcome
  ) {
    var originals = AskedIndex()
    var restated = AskedIndex()
    for one in asked {
      if one.minute != nil { originals.append(one) } else { restated.append(one) }
    }
    for record in records {
      guard case .trackerEntry(let entry) = record.content else { continue }
      let reference = AskedReference(entry)
      let match = originals.match(reference)
      settle(
        record, as: .tracks, match.candidates.isEmpty ? restated.match(reference) : match, &outcome)
    }
  }

  // MARK: - What the executive said

  private static func linkResponses(_ records: [PaperRecord], _ outcome: inout Outcome) {
    let linker = ResponseLinker(records)
    var proposed: [(record: PaperRecord, labels: Set<String>)] = []
    for record in records {
      guard case .executiveResponse(let response) = record.content else { continue }
      let (found, ambiguous, because) = linker.answered(by: record, response)
      for recommendation in found {
        outcome.matched += 1
        outcome.links.append(
          link(
            from: record, to: recommendation, .answers, .exact, because: because,
            ordinal: recommendation.id == found[0].id ? nil : recommendation.id))
      }
      if !ambiguous.isEmpty { outcome.ambiguous.append((record.id, ambiguous.map(\.id))) }
      if found.isEmpty, ambiguous.isEmpty { outcome.withoutCandidate += 1 }
      if response.stage == .proposed {
        proposed.append((record, Set(response.recommendationLabels.compactMap(LabelKey.of))))
      }
    }
    guard !proposed.isEmpty else { return }
    for record in records {
      guard case .resolution(let resolution) = record.content, adopts(resolution.text) else {
        continue
      }
      let named = labels(in: resolution.text)
      for (response, labels) in proposed where named.isEmpty || !named.isDisjoint(with: labels) {
        outcome.matched += 1
        outcome.links.append(
          link(
            from: record, to: response, .adopts, .strong,
            because: "the resolution approves the proposed responses", ordinal: response.id))
      }
    }
  }

  private static func linkReplies(_ records: [PaperRecord], _ outcome: inout Outcome) {
    for found in ReplyLinker(records).found {
      guard let request = found.requests.first else {
        outcome.withoutCandidate += 1
        continue
      }
      guard found.requests.count == 1 else {
        outcome.ambiguous.append((found.reply.id, found.requests.map(\.id)))
        continue
      }
      outcome.matched += 1
      outcome.links.append(
        link(
          from: found.reply, to: request, .answers, .exact,
          because: "the answer stands under the request in the same minute"))
    }
  }

  /// Whether a resolution agrees to responses that are proposed elsewhere in the paper.
  private static func adopts(_ text: String) -> Bool {
    let words = Set(MatchKey.words(text))
    return !words.isDisjoint(with: ["response", "responses"])
      && words.contains { $0.hasPrefix("recommendation") || $0 == "proposed" }
      && !words.isDisjoint(with: ["approved", "agreed", "adopted", "endorsed", "accepted"])
      && words.isDisjoint(with: ["not"])
  }

  /// The labels in brackets that a text names.
  private static func labels(in text: String) -> Set<String> {
    Set(
      text.split(separator: " ").filter { $0.hasPrefix("(") && $0.count <= 7 && $0.contains(")") }
        .compactMap { LabelKey.of(String($0)) })
  }

  private static func settle(
    _ record: PaperRecord, as relation: Relation, _ match: AskedMatch, _ outcome: inout Outcome
  ) {
    guard let first = match.candidates.first else {
      outcome.withoutCandidate += 1
      return
    }
    guard match.candidates.count == 1 else {
      outcome.ambiguous.append((record.id, match.candidates.map(\.record.id)))
      return
    }
    outcome.matched += 1
    outcome.links.append(
      link(from: record, to: first.record, relation, match.grade, because: match.because))
  }

  // MARK: - Agenda items

  /// An item of an agenda or a report, with its title ready for comparing.
  private struct Titled {
    var record: PaperRecord
    var meetingDate: String?
    var key: MatchKey
    var words: Set<Substring>
    var isDone = false

    init(_ record: PaperRecord, _ title: String, _ meetingDate: String?) {
      self.record = record
      self.meetingDate = meetingDate
      key = MatchKey(title)
      words = Set(key.words)
    }

    /// Whether one title has nearly all the words of the other.
    func isLike(_ other: Titled) -> Bool {
      let fewer = min(words.count, other.words.count)
      guard fewer >= 2 else { return false }
      return Double(words.intersection(other.words).count) >= 0.75 * Double(fewer)
    }
  }

  /// An agenda item considers the report of its title among the reports for the same meeting.
  private static func linkReports(_ records: [PaperRecord], _ outcome: inout Outcome) {
    var reports: [Titled] = []
    var items: [Titled] = []
    for record in records {
      switch record.content {
      case .report(let report):
        reports.append(Titled(record, report.title, report.meetingDate))
      case .agendaItem(let item):
        items.append(Titled(record, item.title, item.meetingDate))
      default: break
      }
    }
    // The same title first, so that a likely report is not taken by another item.
    for isExactPass in [true, false] {
      for index in items.indices where !items[index].isDone {
        let candidates = reports.indices.filter { at in
          guard !reports[at].isDone,
            reports[at].meetingDate == nil || reports[at].meetingDate == items[index].meetingDate
          else { return false }
          return isExactPass
            ? reports[at].key == items[index].key : reports[at].isLike(items[index])
        }
        guard !candidates.isEmpty else { continue }
        guard candidates.count == 1 else {
          outcome.ambiguous.append(
            (items[index].record.id, candidates.map { reports[$0].record.id }))
          items[index].isDone = true
          continue
        }
        let report = reports[candidates[0]]
        reports[candidates[0]].isDone = true
        items[index].isDone = true
        outcome.matched += 1
        outcome.links.append(
          link(
            from: items[index].record, to: report.record, .considers,
            isExactPass ? .exact : .strong,
            because: isExactPass
              ? "the report for this meeting has the item's title"
              : "the only report for this meeting whose title shares the item's words"))
      }
    }
  }

  /// A minute is of the agenda item with the same title at the same meeting.
  private static func linkMinutes(_ records: [PaperRecord], _ outcome: inout Outcome) {
    var items: [String: [PaperRecord]] = [:]
    for record in records {
      guard case .agendaItem(let item) = record.content, let date = item.meetingDate else {
        continue
      }
      items[date + "|" + MatchKey(item.title).description, default: []].append(record)
    }
    for record in records {
      guard case .minute(let minute) = record.content, let date = minute.meetingDate,
        let found = items[date + "|" + MatchKey(minute.title).description]
      else { continue }
      guard found.count == 1 else {
        outcome.ambiguous.append((record.id, found.map(\.id)))
        continue
      }
      outcome.matched += 1
      outcome.links.append(
        link(
          from: record, to: found[0], .minutesItem, .exact,
          because: "the item of the same title on the agenda of the same meeting"))
    }
  }

  // MARK: - Making links

  static func link(
    from: PaperRecord, to: PaperRecord, _ relation: Relation, _ grade: LinkGrade, because: String,
    ordinal other: RecordID? = nil
  ) -> PaperRecord {
    var content = Link()
    content.from = from.id.description
    content.to = to.id.description
    content.relation = relation
    content.grade = grade
    var record = PaperRecord(
      // A record with several links of a relation tells them apart by their other ends.
      id: RecordID("link-\(relation.rawValue)-\(from.id)" + (other.map { "-to-\($0)" } ?? "")),
      lines: from.lines,
      content: .link(content))
    record.certainty = grade == .exact ? .certain : .probable
    record.because = because
    return record
  }
}
