import MattersLinker
import MattersRecords
public import MattersText

/// Something to be done by a day, as a calendar takes it.
public struct ReportTodo: Sendable, Equatable {
  /// How far it is, in the calendar's words.
  public enum Status: String, Sendable {
    /// Nothing has been done yet.
    case needsAction = "NEEDS-ACTION"
    /// It has been begun.
    case inProcess = "IN-PROCESS"
    /// It is done.
    case completed = "COMPLETED"
    /// It is not to be done any more.
    case cancelled = "CANCELLED"
  }

  /// The permanent reference.
  public var reference: String
  /// What is to be done.
  public var summary: String
  /// Who is to do it, and what the day is known from.
  public var details: String
  /// By when.
  public var due: PlainDate
  /// How far it is.
  public var status: Status

  /// What a matter wants done; nothing where no day is known.
  init?(_ matter: Matter, _ position: Position, reference: String, nation: Nation?) {
    guard let due = DueDay(matter, position, nation: nation) else { return nil }
    self.reference = reference
    self.due = due.day
    summary = matter.wording
    let owner = (matter.responsible ?? matter.addressedTo).map { "Owed by \($0)." }
    let raised = matter.raised.map { "Asked for by \(matter.body) on \($0.inWords)." }
    let estimate = due.isEstimated ? "The day is estimated from the meeting." : nil
    details = [owner, raised, estimate].compactMap { $0 }.joined(separator: " ")
    switch (position.state, position.ruling?.implementation) {
    case (.completed, _), (_, .implemented): status = .completed
    case (.withdrawn, _), (.discontinued, _), (.refused, _), (_, .superseded),
      (_, .noLongerApplicable):
      status = .cancelled
    case (_, .inProgress), (.partlyAnswered, _), (.holding, _): status = .inProcess
    default: status = .needsAction
    }
  }
}
