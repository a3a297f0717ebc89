/// The words of an officer's report that a council may choose: each sentence as alternatives, of
/// which the first is taken whose gaps can all be filled.
public struct OfficerWording: Sendable, Equatable {
  /// The alternatives by the sentence's name.
  public var sentences: [String: [String]]

  /// The usual words, with some of a council's own in their place.
  ///
  /// - Throws: where a name is none of ``names``.
  public init(_ own: [String: [String]] = [:]) throws(ColumnChoice.Unknown) {
    for name in own.keys.sorted() where Self.usual[name] == nil {
      throw ColumnChoice.Unknown(key: name, known: Self.names)
    }
    sentences = Self.usual.merging(own) { $1 }
  }

  /// The usual words.
  public static let plain = OfficerWording(usual: ())

  private init(usual: Void) { sentences = Self.usual }

  /// The names of all sentences.
  public static var names: [String] { usual.keys.sorted() }

  /// A sentence with its gaps filled; nothing where every alternative has a gap that cannot be.
  func say(_ name: String, _ gaps: [String: String?]) -> String? {
    for template in sentences[name] ?? [] where !template.isEmpty {
      if let words = Self.fill(template, gaps) { return words }
    }
    return nil
  }

  private static func fill(_ template: String, _ gaps: [String: String?]) -> String? {
    var out = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      let name = String(rest[rest.index(after: open)..<close])
      guard let value = gaps[name] ?? nil, !value.isEmpty else { return nil }
      out += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private static let usual: [String: [String]] = [
    "title": ["{body}: progress report"],
    "author": ["Clerk to the committee"],
    "purpose": [
      "To tell the committee what has become of what it resolved and asked for at earlier meetings."
    ],
    "recommend_note": ["That the committee notes the progress set out in this report."],
    "recommend_complete": [
      "That the information requests to which a response has been received be agreed as completed: {references}."
    ],
    "recommend_pending": [
      "That the information still awaited be provided for the next meeting: {references}."
    ],
    "considered": ["At the meeting on {date} the committee considered {item} (minute {minute})."],
    "resolved": ["It resolved: {text}"],
    "recommended": ["The committee recommended:"],
    "requested": ["The committee asked for:"],
    "received": [
      "A response was received from {from} on {on}.", "A response was received on {on}.",
      "A response has been received.",
    ],
    "awaited": ["A response is awaited from {from}.", "A response is awaited."],
    "holding": [
      "A holding reply was received from {from} on {on}; the answer is awaited.",
      "A holding reply was received on {on}; the answer is awaited.",
      "A holding reply has been received; the answer is awaited.",
    ],
    "part": ["Only a part of it has been answered."],
    "refused": ["It has been refused."],
    "decided": [
      "{by} answered on {on}: {decision}.", "{by} answered: {decision}.", "Answered: {decision}.",
    ],
    "earlier": ["Requests of earlier meetings that are not yet completed are in the appendix."],
    "appendix": ["Appendix 1: information requests"],
    "nothing": ["There is nothing to report from earlier meetings."],
  ]
}
