public import MattersLinker

/// What an edited tracker would add to the register, before it does.
public struct TrackerPreview: Sendable {
  /// What one row says anew.
  public struct Edit: Sendable {
    /// The matter.
    public var reference: String
    /// The line or row of the file.
    public var line: Int
    /// What would be entered.
    public var event: MatterEvent
    /// What it is at odds with, so that a person decides.
    public var against: String?
  }

  /// What rows say anew.
  public var edits: [Edit] = []
  /// How many rows say nothing new.
  public var unchanged = 0
  /// Rows of which no matter is known: their lines, and the reference or the words.
  public var unknown: [(line: Int, words: String)] = []
}
