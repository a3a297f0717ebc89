import MattersBlocks
import MattersRecords
import MattersText

/// The meeting of an executive that a paper of responses says it is for, where it has no other head:
/// `Annex 1 to item 7, Cabinet, 16 July 2024`.
enum ExecutivePaperHead {
  /// How many lines of the paper are looked at.
  private static let reach = 12

  static func meeting(
    _ stretch: Range<Int>, in paper: Paper, isExecutive: (String) -> Bool
  ) -> RecordSetting? {
    var council: String?
    var named: String?
    for index in stretch.prefix(reach) {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 120 else {
        continue
      }
      let text = paper.text(block)
      if council == nil, BodyName.isCouncil(text) { council = text }
      guard let day = DateReader.first(in: text) else {
        // "Cabinet" on a line of its own, and the day on the next.
        if isExecutive(text) { named = text }
        continue
      }
      guard let body = body(text, isExecutive) ?? (DateReader.whole(text) == nil ? nil : named)
      else { continue }
      return RecordSetting(council: council, body: body, date: day)
    }
    return nil
  }

  /// What was done by an executive is no head of a paper that is laid before it.
  private static let deeds: Set<String> = [
    "by", "received", "accepted", "agreed", "considered", "approved", "rejected", "decided", "made",
    "was", "were", "is", "has",
  ]

  private static func body(_ text: String, _ isExecutive: (String) -> Bool) -> String? {
    guard deeds.isDisjoint(with: MatchKey.words(text)) else { return nil }
    for piece in text.split(whereSeparator: { ",:;|\u{2013}\u{2014}()".contains($0) }) {
      var words = piece.split(separator: " ")
      let joints: Set<String> = ["report", "to", "the", "meeting", "of", "for", "-"]
      while let first = words.first?.lowercased(), joints.contains(first) { words.removeFirst() }
      // "Cabinet on 16 July 2024", "Cabinet 16 July 2024"
      if let number = words.firstIndex(where: { $0.first?.isNumber ?? false }) {
        words = Array(words[..<number])
      }
      let days: Set<String> = [
        "on", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "-",
      ]
      while let last = words.last?.lowercased(), days.contains(last) { words.removeLast() }
      let name = words.joined(separator: " ")
      if (1...6).contains(words.count), isExecutive(name) { return name }
    }
    return nil
  }
}
