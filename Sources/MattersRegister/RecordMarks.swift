import MattersLinker
import MattersRecords
import MattersText

/// What a record states by which other papers find it.
struct RecordMarks {
  /// The meeting at which it was asked, ISO 8601.
  var askedDate: String?
  /// Whether it stands in the minutes of the meeting that asked.
  var isOrigin = false
  /// The reference that a tracker prints, folded.
  var printedKey: String?

  init(_ record: PaperRecord, in setting: RecordSetting) {
    if case .trackerEntry(let entry) = record.content {
      askedDate = entry.meetingDate
      printedKey = entry.reference.flatMap { PrintedReference.key($0) }
    } else if let asked = Asked(record) {
      askedDate = asked.meetingDate
      isOrigin = asked.isOrigin(in: setting)
    }
  }
}
