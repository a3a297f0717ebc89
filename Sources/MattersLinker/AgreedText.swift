import MattersRecords
public import MattersText

extension Matter {
  /// The words in which the decision maker had agreed it by the end of a day, where it changed them.
  ///
  /// The committee's own words stay what was asked.
  public func agreedText(asOf day: PlainDate) -> String? {
    members.lazy.compactMap { member -> (day: String, words: String)? in
      guard case .executiveResponse(let response) = member.laid.record.content,
        response.stage != .proposed, let words = response.agreedText
      else { return nil }
      return (response.date ?? member.laid.setting.date?.iso ?? "", words)
    }.filter { $0.day <= day.iso }.max { $0.day < $1.day }?.words
  }
}
