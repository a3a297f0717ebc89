import MattersLinker
import MattersText

/// The words of letters: the council's own, else these.
struct LetterTemplates {
  private let wording: LetterWording
  private let council: String?

  init(_ settings: CouncilSettings?) {
    wording = settings?.letter ?? LetterWording()
    council = settings?.name
  }

  /// The subject and the words of a letter, with its places filled in.
  func fill(_ kind: Letter.Kind, isLaw: Bool, _ places: [String: String]) -> (String, String) {
    var places = places
    places["council"] = council ?? "the council"
    let signature = (wording.signature ?? "{committee}\n{council}").filled(places)
    places["signature"] = signature
    let (title, words) =
      switch kind {
      case .chase: (wording.chaseSubject ?? Self.chaseSubject, wording.chase ?? Self.chase)
      case .notice:
        (
          wording.noticeSubject ?? Self.noticeSubject,
          wording.notice ?? (isLaw ? Self.lawfulNotice : Self.notice)
        )
      case .request:
        (wording.requestSubject ?? Self.requestSubject, wording.request ?? Self.request)
      }
    // A subject is one line.
    let subject = title.filled(places).split(whereSeparator: \.isNewline).joined(separator: " ")
    var text = words.filled(places)
    while text.last?.isNewline == true { text.removeLast() }
    return (subject, text + "\n")
  }

  private static let chaseSubject = "Awaited by scrutiny at {date}: {count}"
  private static let chase = """
    Dear {owner},

    The following was asked and is still awaited from you at {date}. Please send it, or say when it can be expected, so that the committee can be told at its next meeting.

    {items}

    {signature}
    """

  private static let noticeSubject = "Notice of recommendations of {committee}: {count}"
  private static let lawfulNotice = """
    Dear {owner},

    {committee} gives you notice in writing of the recommendations below, and requires you, under {law}:

    - to consider them;
    - to respond to the committee, saying what action, if any, you propose to take; and
    - where the committee has published them, to publish the response,

    within two months beginning with the date on which you received the recommendations or, if later, this notice.

    {items}

    {signature}
    """
  private static let notice = """
    Dear {owner},

    {committee} made the recommendations below. Please consider them, and tell the committee what action, if any, will be taken on each.

    {items}

    {signature}
    """

  private static let requestSubject = "Request for a response to {committee}: {count}"
  private static let request = """
    Dear {owner},

    {committee} made the recommendations below to you and requests a response in writing. Under {law} it is due within 28 days of this request.

    {items}

    {signature}
    """
}

extension String {
  /// The words with each `{name}` filled in; what nothing fills stays.
  func filled(_ places: [String: String]) -> String {
    var out = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}"),
        let words = places[String(rest[rest.index(after: open)..<close])]
      else {
        out += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      out += words
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}
