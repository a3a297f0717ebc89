import MattersLinker
import MattersRecords

/// Says whose matter each record of a document is.
///
/// A Cabinet's paper that repeats a committee's recommendation, and the response beside it, belong
/// to the committee's matter; everything else belongs to the body whose paper it stands in.
struct RecordOwners {
  private var answered: [String: BodyKey] = [:]

  init(_ document: RegisterDocument) {
    var owners: [String: BodyKey] = [:]
    for (record, setting) in document.records {
      owners[record.id.description] = Self.asker(record, setting)
    }
    for record in document.links {
      guard case .link(let link) = record.content, link.relation == .answers,
        let owner = owners[link.to]
      else { continue }
      answered[link.from] = owner
    }
  }

  /// The key of the body whose matter a record is.
  func key(of record: PaperRecord, in setting: RecordSetting) -> BodyKey {
    answered[record.id.description] ?? Self.asker(record, setting) ?? BodyKey(setting.body ?? "")
  }

  /// The task group whose recommendation a committee's own paper carries, if it is one.
  func group(of record: PaperRecord, in setting: RecordSetting) -> BodyKey? {
    guard case .recommendation(let content) = record.content, content.madeIn == .scrutinyReport,
      let maker = content.madeBy, let body = setting.body, !BodyKey(body).isExecutive,
      BodyKey(maker) != BodyKey(body)
    else { return nil }
    return BodyKey(maker)
  }

  /// The committee that asked, where an executive's paper repeats what it asked.
  private static func asker(_ record: PaperRecord, _ setting: RecordSetting) -> BodyKey? {
    guard case .recommendation(let content) = record.content,
      content.madeIn == .minutes || content.madeIn == .scrutinyReport, let maker = content.madeBy,
      let body = setting.body, BodyKey(body).isExecutive
    else { return nil }
    return BodyKey(maker)
  }
}
