import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

/// The papers of one committee in which every relation between papers comes once or more.
@Suite struct EveryRelationTests {
  private static let june = """
    Sallowby District Council

    Minutes of the meeting of Environment and Communities Scrutiny Committee held at The Corn Hall, Sallowby on Wednesday 12 June 2024 at 6.30 pm

    Present: Councillor Joan Tarrow (Chairman), Councillors Peter Oake, Lynn Farrier and Tom Bellis

    11. APOLOGIES FOR ABSENCE

    Apologies were received from Councillor Dell.

    12. HEDGES AND VERGES

    The Head of Open Spaces told members how verges were cut. The Head of Open Spaces undertook to circulate a note on the nesting season survey.

    RESOLVED that

    (a) the Head of Open Spaces be asked to provide a list of the verges cut before 1 August in each parish;

    (b) the Head of Open Spaces be asked to provide the cost of each cut since 2021;

    (c) Cabinet be recommended to leave rural verges uncut until August each year; and

    (d) Cabinet be recommended to publish the mowing timetable on the website.

    13. PUBLIC TOILETS

    RESOLVED that

    (a) the Estates Manager be asked to provide figures for the use of each public toilet in 2023;

    (b) Cabinet be recommended to reopen the toilets at Quay Street from 1 April 2025; and

    (c) a report on the future of the market toilets be brought to the November meeting and added to the work programme.

    14. TASK GROUP

    RESOLVED that a task group on flooding be set up.
    """

  private static let cabinet = """
    Sallowby District Council

    Minutes of the meeting of Cabinet held at The Corn Hall, Sallowby on Wednesday 10 July 2024 at 2.00 pm

    Present: Councillor Ruth Amory (Leader), Councillors Simon Hale and Dee Mottram

    31. RECOMMENDATIONS OF THE ENVIRONMENT AND COMMUNITIES SCRUTINY COMMITTEE

    RESOLVED that the responses at Appendix A be agreed.
    """

  private static let report = """
    Sallowby District Council

    Report to: Cabinet
    Date: 10 July 2024
    Title: Response to the Environment and Communities Scrutiny Committee
    Report of: Head of Open Spaces

    Purpose: To propose how Cabinet should answer the recommendations of 12 June 2024.

    Appendix A: Proposed response to the recommendations of the Environment and Communities Scrutiny Committee

    Recommendation\tProposed response\tDecision\tLead\tBy when
    (c) Leave rural verges uncut until August each year\tVerges will be left except at junctions.\tAccept in part\tHead of Open Spaces\t1 May 2025
    (d) Publish the mowing timetable on the website\tIt will be published each March.\tAccept\tHead of Open Spaces\t31 March 2025
    """

  private static let agenda = """
    Sallowby District Council

    Agenda for the meeting of Environment and Communities Scrutiny Committee to be held at The Corn Hall, Sallowby on Wednesday 11 September 2024 at 6.30 pm

    1. APOLOGIES FOR ABSENCE

    2. TRACKER OF REQUESTS AND RECOMMENDATIONS

    To note progress. (Pages 3 - 5)

    3. FLOODING TASK GROUP: FINAL REPORT

    To consider the report of the task group. (Pages 6 - 9)

    4. WORK PROGRAMME

    To agree the work programme. (Pages 10 - 11)

    Appendix: Information request tracker

    Ref\tDate of meeting\tInformation request\tResponsible\tResponse\tStatus
    1\t12 June 2024\t(a) A list of the verges cut before 1 August in each parish\tHead of Open Spaces\tThe list of the 41 verges is attached.\tAnswered
    2\t12 June 2024\t(b) The cost of each cut since 2021\tHead of Open Spaces\tResponse pending.\t
    3\t12 June 2024\t(a) Figures for the use of each public toilet in 2023\tEstates Manager\tFigures for Quay Street are given below; those for the market will be provided in October.\t

    Recommendations tracker

    Ref\tDate of meeting\tRecommendation\tDecision\tResponse\tImplementation
    1\t12 June 2024\t(b) Reopen the toilets at Quay Street from 1 April 2025\tNoted\tCabinet notes the recommendation.\t

    WORK PROGRAMME 2024/25

    Date of meeting\tItem\tPurpose\tLead officer
    13 November 2024\tFuture of the market toilets\tTo receive a report\tEstates Manager
    """

  private static let september = """
    Sallowby District Council

    Minutes of the meeting of Environment and Communities Scrutiny Committee held at The Corn Hall, Sallowby on Wednesday 11 September 2024 at 6.30 pm

    Present: Councillor Joan Tarrow (Chairman), Councillors Peter Oake and Tom Bellis

    20. APOLOGIES FOR ABSENCE

    There were none.

    21. TRACKER OF REQUESTS AND RECOMMENDATIONS

    RESOLVED that

    (a) those information requests where a response has been received be agreed as completed;

    (b) the request for the cost of each cut since 2021 be requested again; and

    (c) the recommendation on publishing the mowing timetable be carried forward to 2025-26.

    22. FLOODING TASK GROUP: FINAL REPORT

    RESOLVED that the report of the Flooding Task Group and its recommendations be endorsed and referred to Cabinet.

    23. WORK PROGRAMME

    RESOLVED that the work programme be agreed.

    ACTION: Head of Open Spaces to provide the cost of each cut since 2021
    """

  private static let group = """
    Sallowby District Council

    Report to: Environment and Communities Scrutiny Committee
    Date: 11 September 2024
    Title: Flooding Task Group: Final Report
    Report of: Councillor Oake, Chairman of the Task Group

    1. Introduction

    The group met four times.

    2. Recommendations

    The task group recommends to Cabinet that:

    R1 The Council should clear the culvert at Mill Lane twice a year.

    R2 The Council should lend sandbags to parishes from October to March.
    """

  private static let november = """
    Sallowby District Council

    Minutes of the meeting of Environment and Communities Scrutiny Committee held at The Corn Hall, Sallowby on Wednesday 13 November 2024 at 6.30 pm

    Present: Councillor Joan Tarrow (Chairman), Councillors Peter Oake and Tom Bellis

    30. MATTERS ARISING

    RESOLVED that

    (a) the request for figures for the use of each public toilet in 2023 be discontinued; and

    (b) Cabinet be recommended to leave rural verges uncut until August each year.

    31. CULVERTS

    "That the Head of Open Spaces be asked to provide a map of the culverts that were cleared in 2024."

    Reply: Nine culverts were cleared; the map is at Appendix 1.
    Mr. J. Sparrow, Head of Open Spaces

    The reply was noted.
    """

  private static let progress = """
    Sallowby District Council

    Report to: Environment and Communities Scrutiny Committee
    Date: 13 November 2024
    Title: Progress on Requests
    Report of: Scrutiny Officer

    Purpose: To tell members how their requests stand.

    1. At its meeting on 12 June 2024 the Committee made the following information requests:

    (a) a list of the verges cut before 1 August in each parish; and

    (b) the cost of each cut since 2021.
    """

  private static let papers = [
    ("2024-06-12-ecsc-minutes.txt", june),
    ("2024-07-10-cabinet-minutes.txt", cabinet), ("2024-07-10-cabinet-report.txt", report),
    ("2024-09-11-ecsc-agenda.txt", agenda),
    ("2024-09-11-ecsc-minutes.txt", september),
    ("2024-09-11-flooding-report.txt", group),
    ("2024-11-13-ecsc-minutes.txt", november),
    ("2024-11-13-progress-report.txt", progress),
  ]

  private static func ingested(_ order: [(String, String)]) throws -> (
    RegisterTests.Folder, Register
  ) {
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    for (name, text) in order {
      _ = try Ingest(into: register, threads: 1).run([try folder.write(text, as: name)])
    }
    return (folder, register)
  }

  private static func picture(_ register: Register) throws -> [String] {
    let links = try register.links().filter { $0.grade != .weak }.map {
      "\($0.relation.rawValue) \($0.from.document):\($0.from.lines.first) \($0.to.document):"
        + "\($0.to.lines.first)"
    }
    let end = try #require(PlainDate(iso: "2024-12-31"))
    let states = try Asked.Kind.allCases.flatMap { try register.matters(MatterFilter(kind: $0)) }
      .map { registered in
        let position = registered.matter.position(.endOf(end))
        let decision = position?.ruling?.decision?.rawValue ?? "-"
        return "\(registered.matter.minute ?? "-")\(registered.matter.label ?? "") "
          + "\(position?.state.rawValue ?? "") \(decision)"
      }
    return links.sorted() + states.sorted()
  }

  @Test func everyRelationIsMade() throws {
    let (folder, register) = try Self.ingested(Self.papers)
    defer { _ = folder }
    let found = Set(try register.links().filter { $0.grade != .weak }.map(\.relation))
    let wanted: Set<Relation> = [
      .minutesItem, .considers, .restates, .tracks, .answers, .completes, .adopts, .endorses,
      .reRequests, .carriesForward, .discontinues, .becomes, .schedules,
    ]
    expectSame(wanted.subtracting(found).map(\.rawValue).sorted(), [])
  }

  @Test func eachStandsWhereThePapersLeaveItWhateverTheirOrder() throws {
    let (folder, register) = try Self.ingested(Self.papers)
    defer { _ = folder }
    let picture = try Self.picture(register)
    expectSame(
      picture.filter { $0.first?.isNumber == true },
      [
        "12(a) completed -", "12(b) pending -", "12(c) answered partially_accepted",
        "12(d) answered accepted", "13(a) discontinued -", "13(b) answered noted",
        "22R1 pending -", "22R2 pending -", "23 pending -", "30(b) pending -", "31 answered -",
      ])
    let (other, backwards) = try Self.ingested(Self.papers.reversed())
    defer { _ = other }
    expectSame(try Self.picture(backwards), picture)
  }
}
