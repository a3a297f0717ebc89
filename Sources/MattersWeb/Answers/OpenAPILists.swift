import MattersLinker
import MattersRecords
import MattersRegister

/// What the API can be asked, and what each answer holds.
extension OpenAPI {
  static let all: [Operation] =
    Asked.Kind.allCases.map { kind in
      Operation(
        path: "/api/\(kind.plural)", id: "list_\(kind.plural)",
        summary: "\(kind.heading), with the filters of the page.",
        parameters: filters(kind) + paging, answer: "MatterPage")
    } + [
      Operation(
        path: "/api/thread", id: "get_thread", summary: "One matter with all that happened to it.",
        parameters: [
          Parameter(
            name: "reference", kind: .text, isRequired: true, meaning: "The permanent reference.")
        ], answer: "Thread", canBeMissing: true),
      Operation(
        path: "/api/overview", id: "get_overview", summary: "The figures of the first page.",
        parameters: [body], answer: "Overview"),
      Operation(
        path: "/api/papers", id: "list_papers", summary: "Papers, the one taken in last first.",
        parameters: paging, answer: "PaperPage"),
      Operation(
        path: "/api/papers/{id}", id: "get_paper",
        summary: "One paper: its lines, and what was read from them.",
        parameters: [Parameter(name: "id", kind: .number, meaning: "The paper’s number.")],
        answer: "PaperText", canBeMissing: true),
      Operation(
        path: "/api/meetings", id: "list_meetings", summary: "Meetings, latest first.",
        parameters: paging, answer: "MeetingPage"),
      Operation(
        path: "/api/search", id: "search", summary: "Passages that hold all of some words.",
        parameters: [
          Parameter(name: "q", kind: .text, isRequired: true, meaning: "The words.", most: 200)
        ], answer: "Hits"),
    ]

  private static let body = Parameter(
    name: "body", kind: .text, meaning: "Only this committee’s, by its name.")

  private static let paging = [
    Parameter(name: "page", kind: .number, meaning: "The page.", most: 1_000_000),
    Parameter(name: "per_page", kind: .number, meaning: "How many on a page.", most: 200),
  ]

  private static func filters(_ kind: Asked.Kind) -> [Parameter] {
    [
      body,
      Parameter(name: "owner", kind: .text, meaning: "Only what this one owes or was put to."),
      Parameter(
        name: "state",
        kind: .word(["open"] + (kind == .recommendation ? ["late"] : []) + states),
        meaning: "Only in this state; open is without a full answer."),
      Parameter(
        name: "year", kind: .number,
        meaning: "The municipal year, by the year in which it begins.", least: 1000, most: 9999),
      Parameter(
        name: "sort", kind: .word(StandingFilter.Order.allCases.map(\.rawValue)),
        meaning: "The order."),
    ]
  }

  private static let states = MatterState.allCases.map(\.rawValue)
  private static let decisions = Decision.allCases.map(\.rawValue)
  private static let kinds = Asked.Kind.allCases.map(\.rawValue)

  private static let matter: [Field] = [
    Field("reference", .text, "The permanent reference."),
    Field("kind", .word(kinds), "What was asked."),
    Field("body", .text, optional: true, "The committee, where a paper names it."),
    Field("text", .text, "The label and the words."),
    Field("subject", .text, optional: true, "What it is about."),
    Field("owner", .text, optional: true, "Who owes the answer."),
    Field("raised", .date, optional: true, "The day on which it was asked."),
    Field("state", .word(states), "Where it stands."),
    Field("decision", .word(decisions), optional: true, "What was decided."),
  ]

  static let schemas: [(String, [Field])] = [
    (
      "Matter",
      matter + [
        Field(
          "implementation", .word(Implementation.allCases.map(\.rawValue)), optional: true,
          "How the work stands."),
        Field("response", .text, optional: true, "The latest answer, cut where it is long."),
        Field("updated", .date, optional: true, "The day of the latest answer."),
        Field("answered", .date, optional: true, "The day on which an answer was first known."),
        Field(
          "last_day_estimate", .date, optional: true,
          "The last day for an answer by England’s law, counted from the meeting."),
      ]
    ),
    (
      "Thread",
      matter + [
        Field("minute", .text, optional: true, "The number of the minute."),
        Field("events", .many(.one("Event")), "What happened, in order."),
      ]
    ),
    (
      "Event",
      [
        Field("event", .word(MatterEvent.Kind.allCases.map(\.rawValue)), "What happened."),
        Field("date", .date, "The day."),
        Field("state", .word(states), optional: true, "The state that it says."),
        Field("decision", .word(decisions), optional: true, "What was decided."),
        Field("response", .text, optional: true, "The words of an answer."),
        Field("from", .text, optional: true, "Whose words they are."),
        Field("minute", .text, optional: true, "The minute by which it was agreed."),
        Field("paper", .number, optional: true, "The paper that says it."),
        Field("name", .text, optional: true, "The paper’s name."),
        Field("place", .place, optional: true, "The first and the last line."),
        Field("entered_by", .text, optional: true, "Who entered it."),
        Field("entered_at", .text, optional: true, "When it was entered."),
        Field("because", .text, optional: true, "The rule or the word that makes it so."),
      ]
    ),
    ("MatterPage", page("Matter")),
    ("PaperPage", page("Paper")),
    ("MeetingPage", page("Meeting")),
    ("Paper", paper),
    (
      "PaperText",
      paper + [
        Field("lines", .many(.one("Line")), "The lines."),
        Field("records", .many(.one("Reading")), "What was read from them."),
      ]
    ),
    ("Line", [Field("number", .number, "Its number."), Field("text", .text, "Its words.")]),
    (
      "Reading",
      [
        Field("kind", .word(RecordKind.allCases.map(\.rawValue)), "What it was read as."),
        Field("id", .text, "Its id in the paper."),
        Field("place", .place, "The first and the last line."),
        Field(
          "certainty", .word(["certain", "probable", "doubtful"]), "How sure the reading is."),
        Field("text", .text, optional: true, "Its words."),
      ]
    ),
    (
      "Meeting",
      [
        Field("body", .text, "The body."), Field("date", .date, "The day."),
        Field("papers", .number, "How many papers there are of it."),
      ]
    ),
    (
      "Hits",
      [
        Field("count", .number, "How many passages are given."),
        Field("items", .many(.one("Hit")), "The passages, best first."),
      ]
    ),
    (
      "Hit",
      [
        Field("paper", .number, "The paper’s number."),
        Field("name", .text, "The paper’s name."),
        Field("place", .place, "The first and the last line."),
        Field("excerpt", .text, "The passage, cut to the words."),
      ]
    ),
    (
      "Overview",
      [
        Field("as_of", .date, "The day."),
        Field("papers", .number, "How many papers the register has."),
        Field(
          "late_estimate", .number,
          "Recommendations without an answer past the last day, an estimate."),
        Field("states", .many(.one("Count")), "Matters by state."),
        Field("raised_by_month", .many(.one("Count")), "Matters by the month they were asked in."),
        Field("answered_by_month", .many(.one("Count")), "Matters by the month of the answer."),
        Field("timeliness", .many(.one("Timeliness")), "Decision makers and the time they take."),
      ]
    ),
    (
      "Count",
      [
        Field("kind", .word(kinds), "What was asked."),
        Field("key", .text, "The state or the month."), Field("count", .number, "How many."),
      ]
    ),
    (
      "Timeliness",
      [
        Field("owner", .text, "The decision maker."),
        Field("in_time", .number, "Answered within the time."),
        Field("late", .number, "Answered later."), Field("waiting", .number, "Not answered."),
      ]
    ),
    (
      "Problem",
      [
        Field("status", .number, "The status."), Field("title", .text, "What is wrong."),
        Field("detail", .text, "What to do."),
      ]
    ),
  ]

  private static func page(_ item: String) -> [Field] {
    [
      Field("count", .number, "How many there are on all pages."),
      Field("page", .number, "The page."), Field("per_page", .number, "How many on a page."),
      Field("next", .text, optional: true, "The address of the next page."),
      Field("items", .many(.one(item)), "What is on the page."),
    ]
  }

  private static let paper: [Field] = [
    Field("id", .number, "The paper’s number."), Field("name", .text, "The file name."),
    Field("body", .text, optional: true, "The body whose paper it is."),
    Field("date", .date, optional: true, "The day of the meeting."),
    Field("ingested_at", .text, "When it was taken in."),
    Field("record_count", .number, "How many records were read from it."),
  ]
}
