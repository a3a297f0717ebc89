/// A record that refers to something and was not linked by the machine alone.
public struct Unplaced: Sendable {
  /// Why it was not linked.
  public enum Kind: String, Sendable, CaseIterable {
    /// More than one candidate is left.
    case several
    /// Nothing fits firmly; one thing or more may be meant. A weak link.
    case suggestion
    /// A resolution speaks of a tracker's rows, and no tracker was laid at its meeting.
    case withoutTracker = "without_tracker"
    /// A row that a person typed is at odds with another person's word, or with the minutes.
    case conflictingEdit = "conflicting_edit"
    /// No paper of the register has what it refers to.
    case none
  }

  /// Why it was not linked.
  public var kind: Kind
  /// The record.
  public var laid: LaidRecord
  /// What it may mean: the records that matters are shown by.
  public var candidates: [LaidRecord]
  /// The doubt, in one line.
  public var because: String
}
