/// A matter as the register gives it: with its permanent reference and what people entered.
public struct RegisteredMatter: Sendable {
  /// The permanent reference.
  public var reference: String
  /// The matter, its events from papers and from people in order.
  public var matter: Matter

  /// A matter under its reference.
  public init(reference: String, matter: Matter) {
    self.reference = reference
    self.matter = matter
  }
}
