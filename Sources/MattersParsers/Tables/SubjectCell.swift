public import MattersText

/// The cell `Subject & Date`: a subject, then the committee's short name and the day.
public struct SubjectCell: Sendable {
  /// The subject alone.
  public var subject: String
  /// The day, where there is one.
  public var date: PlainDate?

  /// Takes a cell apart; `body` is the committee whose short name may stand in it.
  public init(_ cell: String, body: String?) {
    subject = ""
    let bytes = Array(cell.utf8)
    var end = bytes.count
    var offset = 0
    while let match = DateReader.next(in: bytes, from: offset, before: bytes.count) {
      if let found = match.date {
        date = found
        end = match.range.lower
        let rest = bytes[match.range.upper...]
        if rest.contains(where: \.isWordByte) {
          end = bytes.count
          // "4 May 2023 Ponds": the day stands first.
          if !bytes[..<match.range.lower].contains(where: \.isWordByte) {
            subject = bytes.string(ByteRange(match.range.upper, end)).trimmingMarks
            // "4 May 2023 - Ponds"
            while let first = subject.first, ",-–—: ".contains(first) { subject.removeFirst() }
            return
          }
        }
      }
      offset = match.range.upper
    }
    var words = bytes.string(ByteRange(0, end)).split(separator: " ")
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "on"]
    while end < bytes.count, let last = words.last {
      let plain = last.lowercased().filter(\.isLetter)
      let isShortName =
        last.count >= 2 && last.allSatisfy { $0.isUppercase || $0 == "," || $0 == "-" }
        && body.map { ShortName.of($0) == last.filter(\.isUppercase) || !$0.contains(last) } ?? true
      guard days.contains(plain) || plain.isEmpty || isShortName else { break }
      words.removeLast()
      if isShortName { break }
    }
    subject = words.joined(separator: " ")
    while let last = subject.last, ",-–: ".contains(last) { subject.removeLast() }
  }
}
