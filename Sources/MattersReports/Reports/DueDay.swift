public import MattersLinker
import MattersRecords
public import MattersText

/// By when something is due, and where that is known from.
public struct DueDay: Sendable, Equatable {
  /// The day.
  public var day: PlainDate
  /// Whether it is only worked out from the meeting.
  public var isEstimated: Bool

  /// When a matter is due: by its tracker, by its own words, by the law.
  public init?(_ matter: Matter, _ position: Position?, nation: Nation?) {
    if let day = Self.printed(matter, position).flatMap(PlainDate.init(iso:)) {
      self.day = day
      isEstimated = false
    } else if let nation, let clock = ResponseClock(matter, nation: nation) {
      day = clock.lastDay
      isEstimated = clock.isEstimated
    } else {
      return nil
    }
  }

  /// The due date that a paper gives: the tracker's last word, else that of the record itself.
  static func printed(_ matter: Matter, _ position: Position?) -> String? {
    if let due = position?.ruling?.due ?? position?.row?.due { return due }
    for member in matter.members {
      switch member.laid.record.content {
      case .informationRequest(let request): if let due = request.due { return due }
      case .recommendation(let content): if let due = content.due { return due }
      case .action(let action): if let due = action.due { return due }
      default: break
      }
    }
    return nil
  }
}
