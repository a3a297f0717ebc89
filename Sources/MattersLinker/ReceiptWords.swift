import MattersRecords
public import MattersText

/// Days that start a clock, in a paper's running words: "the Cabinet received the recommendations of
/// 14 March 2023 on 20 March 2023", "notice was given on 21 March 2023".
public enum ReceiptWords {
  /// A day that is told.
  public struct Told: Sendable, Equatable {
    /// Receipt or notice.
    public var kind: MatterEvent.Kind
    /// The day.
    public var day: PlainDate
    /// The meeting that made the recommendations.
    public var raised: PlainDate
    /// The sentence.
    public var words: String
  }

  private static let received: PhraseSet = [
    "received the recommendations", "received the report and recommendations",
    "recommendations were received", "recommendations was received", "received its recommendations",
    "receipt of the recommendations", "received these recommendations",
    "recommendations were formally received", "received the committee s recommendations",
    "received the committees recommendations",
  ]
  private static let noticed: PhraseSet = [
    "notice was given", "written notice was given", "notice was served", "notice was sent",
    "gave notice", "gave written notice", "notice was issued", "notice in writing was given",
    "formal notice was given", "notice of the recommendations was given",
    "written request for a response was sent", "written request for a response was made",
  ]
  private static let denied: PhraseSet = [
    "not received", "had not been", "has not been", "will be", "to be given", "no notice",
  ]

  /// The days that a passage tells.
  ///
  /// - Parameter meetings: the days of the meetings whose recommendations the paper holds. Where the
  ///   sentence names no meeting and the paper holds those of one, they are meant.
  public static func all(in passage: String, recommendationsOf meetings: Set<String>) -> [Told] {
    // Most passages have neither word; they are passed over quickly.
    guard
      passage.place(of: "receiv") != nil || passage.place(of: "receipt") != nil
        || passage.place(of: "notice") != nil || passage.place(of: "request for a response") != nil
    else { return [] }
    return sentences(passage).compactMap { sentence in
      let key = MatchKey(sentence)
      guard !denied.isIn(key) else { return nil }
      let kind: MatterEvent.Kind
      if received.isIn(key) {
        kind = .received
      } else if noticed.isIn(key) {
        kind = .noticed
      } else {
        return nil
      }
      let days = DateReader.all(in: sentence)
      let named = days.filter { meetings.contains($0.iso) }
      let others = days.filter { !meetings.contains($0.iso) }
      if days.count == 1, named.isEmpty, meetings.count == 1,
        let only = meetings.first.flatMap(PlainDate.init(iso:)), let day = days.first, day >= only
      {
        return Told(kind: kind, day: day, raised: only, words: sentence)
      }
      guard named.count == 1, others.count == 1, others[0] >= named[0] else {
        // Two days of which the earlier is the meeting's, though the paper does not hold it.
        guard meetings.isEmpty, days.count == 2, days[0] != days[1] else { return nil }
        let (raised, day) = days[0] < days[1] ? (days[0], days[1]) : (days[1], days[0])
        return Told(kind: kind, day: day, raised: raised, words: sentence)
      }
      return Told(kind: kind, day: others[0], raised: named[0], words: sentence)
    }
  }

  private static func sentences(_ passage: String) -> [String] {
    var found: [String] = []
    var sentence = ""
    var isEnding = false
    for character in passage {
      if isEnding, character == " " {
        found.append(sentence)
        sentence = ""
        isEnding = false
        continue
      }
      isEnding = character == "." || character == ";"
      sentence.append(character)
    }
    return sentence.isEmpty ? found : found + [sentence]
  }
}
