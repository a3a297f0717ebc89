import MattersText

/// Days and times in any words.
enum DateFuzzing {
  static func complaint(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = TimeReader.first(in: text)
    let found = DateReader.all(in: text)
    for date in found + [DateReader.first(in: text)].compactMap({ $0 }) {
      guard PlainDate(iso: date.iso) == date else { return "\(date.iso): no day" }
      guard let next = date.adding(days: 1) else { continue }
      guard next.days(since: date) == 1, date < next else { return "\(date.iso): no next day" }
    }
    return DateReader.whole(text).flatMap { $0.isEmpty ? "an empty date" : nil }
  }
}
