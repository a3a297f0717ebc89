/// A matter as the register gives it: with its permanent reference and what people entered.
public struct RegisteredMatter: Sendable {
  /// The permanent reference.
  public var reference: String
  /// The matter, its events from papers and from people in order.
  public var matter: Matter

  /// What was typed into trackers at odds with what was there, and waits for a person.
  public var waiting: [WaitingEdit] = []

  /// A matter under its reference.
  public init(reference: String, matter: Matter) {
    self.reference = reference
    self.matter = matter
  }
}
