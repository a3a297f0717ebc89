import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// Corrections to earlier minutes, and minutes that are only a draft.
@Suite struct CorrectedTests {
  private static let bread = Pond.request("The cost of bread in 2021.", on: "2023-07-03")
  private static let ducks = Pond.request("A list of the ducks.", "(b)", on: "2023-07-03")

  private static func correction(_ text: String, minute: String? = "4") -> LaidRecord {
    var content = Correction()
    (content.meetingDate, content.correctsMeeting) = ("2023-09-04", "2023-07-03")
    (content.minute, content.text) = (minute, text)
    return Pond.laid(.correction(content), "correction", on: "2023-09-04")
  }

  private static func wordings(_ correction: LaidRecord) -> [String] {
    Pond.build([bread, ducks, correction]).matters.map { matter in
      var heard = matter
      heard.hearPeople()
      return heard.text
    }
  }

  static let corrections = [
    "Minute 4, \u{201C}2021\u{201D} be amended to read \u{201C}2020\u{201D}.",
    "In minute 4 \"2021\" be replaced by \"2020\".",
    "\u{201C}2020\u{201D} be substituted for \u{201C}2021\u{201D}.",
  ]

  @Test(arguments: corrections) func changesWhatIsUnderstood(_ text: String) {
    expectSame(
      Self.wordings(Self.correction(text)), ["The cost of bread in 2020.", "A list of the ducks."])
  }

  @Test func bothWordingsAreKept() throws {
    let matter = Pond.build([Self.bread, Self.correction(Self.corrections[1])]).matters[0]
    let event = try #require(matter.events.first { $0.kind == .corrected })
    expectSame(event.because, "the minutes were corrected: \(Self.corrections[1])")
    expectSame(event.change?.text, "The cost of bread in 2020.")
    expectSame(Asked(matter.principal.laid.record)?.text, "The cost of bread in 2021.")
  }

  @Test func whatFitsNoWordingIsNotedAndNothingChanges() {
    let other = Self.correction("Minute 4, \"swans\" be amended to read \"geese\".")
    expectSame(
      Self.wordings(other), ["The cost of bread in 2021.", "A list of the ducks."])
    let alone = Pond.build([Self.bread, other]).matters[0]
    expectSame(alone.events.map(\.kind), [.raised, .noted])
    // Another minute is not this one.
    let elsewhere = Self.correction(Self.corrections[1], minute: "7")
    expectSame(
      Self.wordings(elsewhere), ["The cost of bread in 2021.", "A list of the ducks."])
  }

  @Test func draftMinutesAreSaidToBeSoUntilTheyAreAgreed() {
    var head = Meeting()
    (head.documentRole, head.status, head.date) = (.minutes, .draft, "2023-07-03")
    let meeting = Pond.laid(.meeting(head), "meeting", on: "2023-07-03")
    func raised(_ more: [LaidRecord]) -> [String] {
      Pond.build([meeting, Self.bread] + more).matters.map { $0.events[0].because }
    }
    expectSame(raised([]), ["minute 4, in draft minutes"])
    let agreed = Pond.resolution(
      "That the minutes of the meeting held on 3 July 2023 be agreed as a correct record.",
      on: "2023-09-04")
    expectSame(raised([agreed]), ["minute 4"])
  }
}
