import HTTPTypes
import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister

/// What the register is, and the files that pages need.
struct AboutPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("about") { request, context in
      let audience = context.visitor.audience
      let nation = site.options.nation
      return try await site.showKept("about", request, context) { register in
        let bodies = try Set(
          Asked.Kind.allCases.flatMap { kind in
            try register.choices(for: audience, kind: kind).bodies
          }
        ).sorted()
        return (
          "About this register",
          [
            "meanings": MatterState.allCases.map { state in
              ["stateWords": StateTag(state).words, "meaning": Self.meaning(state)]
            },
            "clock": Self.clock(nation),
            "feeds": bodies.map { body in
              ["name": body, "address": Address.query("/feed.atom", [("body", body)])]
            },
          ]
        )
      }
    }
    router.get("assets/:name") { _, context in
      switch context.parameters.get("name") {
      case "\(StyleSheet.name).css": Self.asset(StyleSheet.text, "text/css; charset=utf-8")
      case "mark.svg": Self.asset(StyleSheet.icon, "image/svg+xml")
      default: throw WebError.notFound
      }
    }
    router.get("favicon.ico") { _, _ in Self.asset(StyleSheet.icon, "image/svg+xml") }
  }

  private static func asset(_ text: String, _ type: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
      body: ResponseBody(byteBuffer: .init(string: text)))
  }

  private static func clock(_ nation: Nation) -> String {
    guard nation == .england else {
      return "For this nation the register knows no time that the law gives for an answer."
    }
    return
      "In England an executive answers within two months beginning with the day on which it received the recommendations or, if later, the written notice (Local Government Act 2000, section 9FE). Where that day is not known the last day is estimated from the meeting, and nothing is said to be overdue in law."
  }

  private static func meaning(_ state: MatterState) -> String {
    switch state {
    case .pending: "No answer is known."
    case .holding: "An answer was promised, and none is known."
    case .partlyAnswered: "A part was answered."
    case .answered: "An answer is there. The committee has not yet agreed that it is done."
    case .completed: "The committee has agreed that it is done."
    case .refused: "The answer is no. The committee decides what follows."
    case .withdrawn: "The committee took it back."
    case .discontinued: "The committee let it go."
    case .unknown: "The papers do not say clearly where it stands."
    }
  }
}
