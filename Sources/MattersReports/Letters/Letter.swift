public import MattersText

/// A letter as a draft: somebody reads it, sends it, and says that it was sent.
public struct Letter: Sendable, Hashable {
  /// What a letter is for.
  public enum Kind: String, Sendable, CaseIterable {
    /// It asks an owner for what is still awaited.
    case chase
    /// It gives the executive notice of recommendations.
    case notice
    /// It asks a health body for a response.
    case request
  }

  /// What it is for.
  public var kind: Kind
  /// Whom it is to: a post or a body.
  public var recipient: String
  /// Their address, where the council's file has it.
  public var email: String?
  /// The day of the letter.
  public var date: PlainDate
  /// The subject.
  public var title: String
  /// The words, line by line.
  public var text: String
  /// The references of the matters it is about.
  public var matters: [String]

  /// A letter from its parts.
  public init(
    kind: Kind, recipient: String, email: String?, date: PlainDate, title: String, text: String,
    matters: [String]
  ) {
    self.kind = kind
    self.recipient = recipient
    self.email = email
    self.date = date
    self.title = title
    self.text = text
    self.matters = matters
  }

  /// The letter as plain text, with its head.
  public var plain: String {
    let to = email.map { "\(recipient) <\($0)>" } ?? recipient
    return "To: \(to)\nSubject: \(title)\n\n\(text)"
  }
}
