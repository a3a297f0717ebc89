import MattersLinker
import MattersRecords
import MattersText

/// The minutes that wait for a meeting to confirm them.
enum UnconfirmedMinutes {
  /// Meetings of a body, of the year before a day, whose minutes no later meeting has confirmed.
  static func list(
    _ body: String, before meeting: PlainDate, _ records: [LaidRecord],
    _ calendar: MeetingCalendar
  ) -> [(date: PlainDate, because: String)] {
    let held = calendar.days(of: body).filter { day in
      day.date < meeting && !day.isOff && meeting.days(since: day.date) <= 366
    }.map(\.date)
    return held.compactMap { date in
      if isConfirmed(date, held, before: meeting, records) { return nil }
      let paper = records.last { laid in
        guard case .meeting(let head) = laid.record.content else { return false }
        return head.documentRole == .minutes && head.date == date.iso
      }
      return (date, paper.map { "drafted: \($0.documentName)" } ?? "no minutes in the register yet")
    }
  }

  /// Whether a meeting confirmed the minutes of a day, by a resolution or by the minutes' own word.
  private static func isConfirmed(
    _ date: PlainDate, _ held: [PlainDate], before meeting: PlainDate, _ records: [LaidRecord]
  ) -> Bool {
    let next = held.first { $0 > date } ?? meeting
    for laid in records {
      switch laid.record.content {
      case .meeting(let head):
        if head.documentRole == .minutes, head.date == date.iso, head.status == .confirmed {
          return true
        }
      case .resolution(let resolution):
        guard let day = resolution.meetingDate.flatMap(PlainDate.init(iso:)), day > date,
          day < meeting
        else { continue }
        let words = MatchKey(resolution.text).description
        guard words.contains("minutes"),
          ["correct record", "true record", "be confirmed", "be approved", "be agreed", "accurate"]
            .contains(where: words.contains)
        else { continue }
        let isNamed =
          words.contains(MatchKey(date.inWords).description)
          || words.contains(MatchKey(date.withOrdinal).description)
        // "The minutes of the last meeting": those of the meeting before.
        let isLast = day == next && !words.contains { $0.isNumber }
        if isNamed || isLast { return true }
      default: break
      }
    }
    return false
  }
}
