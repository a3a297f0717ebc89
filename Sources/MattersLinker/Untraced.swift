public import MattersRecords
import MattersText

/// Undertakings of which no later paper of the body says anything.
public enum Untraced {
  /// The undertakings without a trace, with where each was given.
  ///
  /// An undertaking is traced by a later record that has most of its telling words. One that has
  /// hardly any of its own, as "a note would be circulated", can be told neither way and is left out;
  /// so is one after which the register has no paper of the body yet.
  public static func undertakings(in records: [LaidRecord]) -> [Disagreement] {
    var index = WordIndex()
    var later: [(day: PlainDate, words: Set<String>)] = []
    var last: PlainDate?
    var given: [(laid: LaidRecord, text: String, day: PlainDate)] = []
    for laid in records {
      if case .undertaking(let content) = laid.record.content {
        guard let day = content.meetingDate.flatMap(PlainDate.init(iso:)) ?? laid.setting.date
        else {
          continue
        }
        given.append((laid, content.text, day))
        continue
      }
      guard let day = laid.setting.date, let text = words(of: laid.record) else { continue }
      last = max(last ?? day, day)
      let telling = WordIndex.telling(text)
      index.append(telling, as: later.count)
      later.append((day, telling))
    }
    guard let last else { return [] }
    var seen: Set<String> = []
    return given.compactMap { laid, text, day in
      let own = WordIndex.telling(text)
      guard day < last, own.count >= 3, seen.insert("\(day)|\(MatchKey(text))").inserted else {
        return nil
      }
      let isTraced = index.near(own, rarest: own.count, atMost: .max).contains { place in
        later[place].day > day && own.intersection(later[place].words).count * 2 >= own.count
      }
      guard !isTraced else { return nil }
      return Disagreement(
        kind: .untraced, reference: laid.record.id.description,
        first: .init(place: "\(laid.documentName):\(laid.record.lines.first)", words: text),
        second: .init(
          place: "", words: "no paper since, to \(last.inWords), speaks of it"))
    }
  }

  private static func words(of record: PaperRecord) -> String? {
    switch record.content {
    case .trackerEntry(let entry):
      [entry.subject, entry.text, entry.response].compactMap { $0 }.joined(separator: " ")
    case .action(let action): action.text
    case .informationRequest(let request): request.text
    case .informationResponse(let response): response.text
    case .resolution(let resolution): resolution.text
    case .minute(let minute): minute.title
    case .agendaItem(let item): [item.title, item.purpose].compactMap { $0 }.joined(separator: " ")
    case .report(let report):
      [report.title, report.purpose].compactMap { $0 }.joined(separator: " ")
    default: nil
    }
  }

  /// The kinds of record that undertakings and their traces are.
  public static let kinds: [RecordKind] = [
    .undertaking, .trackerEntry, .action, .informationRequest, .informationResponse, .resolution,
    .minute, .agendaItem, .report,
  ]
}
