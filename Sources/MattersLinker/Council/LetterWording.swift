/// How a council words its letters; what it does not say is said by words of the program's own.
public struct LetterWording: Sendable, Hashable, Codable {
  /// Who writes: `Democratic Services <scrutiny@ponds.example>`.
  public var from: String?
  /// What stands under a letter.
  public var signature: String?
  /// The subject of a letter that asks for answers.
  public var chaseSubject: String?
  /// The letter that asks for answers.
  public var chase: String?
  /// The subject of the notice to the executive.
  public var noticeSubject: String?
  /// The notice to the executive.
  public var notice: String?
  /// The subject of the request to a health body.
  public var requestSubject: String?
  /// The request to a health body.
  public var request: String?

  /// Nothing said.
  public init() {}

  private enum CodingKeys: String, CodingKey {
    case from, signature, chase, notice, request
    case chaseSubject = "chase_subject"
    case noticeSubject = "notice_subject"
    case requestSubject = "request_subject"
  }

  /// The keys that a file may have.
  static let keys: Set<String> = [
    "from", "signature", "chase", "chase_subject", "notice", "notice_subject", "request",
    "request_subject",
  ]

  /// What a template may leave to be filled in.
  public static let places: Set<String> = [
    "owner", "committee", "council", "date", "items", "signature", "count", "law", "last_day",
  ]

  /// The first key whose template leaves something to be filled in that nothing fills.
  var slip: (key: String, place: String)? {
    for (key, words) in [
      ("signature", signature), ("chase", chase), ("chase_subject", chaseSubject),
      ("notice", notice), ("notice_subject", noticeSubject), ("request", request),
      ("request_subject", requestSubject),
    ] {
      for piece in (words ?? "").split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      {
        let place = String(piece.prefix { $0 != "}" })
        if !Self.places.contains(place) { return (key, place) }
      }
    }
    return nil
  }
}
