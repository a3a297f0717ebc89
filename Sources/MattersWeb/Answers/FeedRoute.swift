import Hummingbird
import MattersLinker
import MattersRegister
import MattersReports

/// What changed, as an Atom feed: of all committees or of one.
struct FeedRoute {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("feed.atom") { request, context in
      let body = FormFields(of: request)["body"]
      let audience = context.visitor.audience
      return try await site.answerKept("application/atom+xml; charset=utf-8", request, context) {
        register in
        Self.feed(try register.changes(for: audience, body: body), body: body)
      }
    }
  }

  /// The feed.
  ///
  /// Its addresses are relative to its own, so that it is the same under any name.
  static func feed(_ changes: [ChangeLine], body: String?) -> String {
    let own = Address.query("/feed.atom", [("body", body)])
    let title = body.map { "Matters Arising: \($0)" } ?? "Matters Arising"
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
      <id>urn:matters-arising:feed:\(Address.encode(body ?? "all"))</id>
      <title>\(escape(title))</title>
      <updated>\(escape(changes.first?.known ?? "1970-01-01T00:00:00Z"))</updated>
      <author><name>Matters Arising</name></author>
      <link rel="self" type="application/atom+xml" href="\(escape(own))"/>

      """
    for change in changes {
      let view = ChangeView(change: change)
      out += """
        <entry>
        <id>urn:matters-arising:\(Address.encode(change.reference)):\(change.event.rawValue):\(escape(change.date)):\(change.place)</id>
        <title>\(escape("\(change.reference): \(view.happened)"))</title>
        <updated>\(escape(change.known))</updated>
        <link href="\(escape(Address.thread(change.reference)))"/>
        <category term="\(escape(change.kind.rawValue))"/>
        <summary>\(escape("\(ListRow.inWords(change.date)). \(change.body): \(change.wording)"))</summary>
        </entry>

        """
    }
    return out + "</feed>\n"
  }

  /// Words in which nothing is markup, and no sign that XML forbids.
  static func escape(_ words: String) -> String {
    HTMLWriter.escape(
      String(
        String.UnicodeScalarView(
          words.unicodeScalars.filter { scalar in
            scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
              || scalar == "\n" || scalar == "\t"
          })))
  }
}

/// A change in words.
struct ChangeView {
  let change: ChangeLine

  var happened: String {
    let words =
      switch change.event {
      case .raised: "asked"
      case .reported: "shown in the tracker"
      case .responded: "answered"
      case .completed: "agreed as completed"
      case .withdrawn: "withdrawn"
      case .endorsed: "made the committee’s own"
      case .proposed: "an answer proposed"
      case .decided: "decided"
      case .reRequested: "asked for again"
      case .carriedForward: "carried forward"
      case .discontinued: "let go"
      case .edited: "typed into a tracker"
      case .judged: "set by hand"
      case .received: "received"
      case .noticed: "notice given"
      case .assigned: "given to an owner"
      case .corrected: "corrected by hand"
      case .retracted: "taken back as never asked"
      case .noted: "note"
      case .chased: "a letter asked for the answer"
      }
    guard change.event == .reported || change.event == .decided, let state = change.state else {
      return words
    }
    return "\(words), \(state.inWords)"
  }
}
