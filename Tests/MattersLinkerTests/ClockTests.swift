import MattersLinker
import MattersText
import Testing

/// The last day for an answer, by the examples that the law's wording makes.
@Suite struct ClockTests {
  static let months: [(String, String)] = [
    ("2022-10-11", "2022-12-10"), ("2022-12-31", "2023-02-28"), ("2023-12-31", "2024-02-29"),
    ("2023-01-01", "2023-02-28"), ("2023-06-30", "2023-08-29"), ("2023-12-30", "2024-02-29"),
  ]

  @Test(arguments: months) func twoMonthsBeginningWithADay(_ example: (String, String)) throws {
    let base = try #require(PlainDate(iso: example.0))
    let rule = try #require(ClockRule.rule(.england, .executive, on: base))
    #expect(rule.lastDay(from: base)?.iso == example.1)
  }

  @Test func twentyEightDaysFromARequest() throws {
    let base = try #require(PlainDate(iso: "2023-02-14"))
    let rule = try #require(ClockRule.rule(.england, .healthBody, on: base))
    #expect(rule.lastDay(from: base)?.iso == "2023-03-14")
  }

  @Test(arguments: [Nation.wales, .scotland, .northernIreland])
  func otherNationsHaveNoClockHere(_ nation: Nation) throws {
    let day = try #require(PlainDate(iso: "2023-02-14"))
    #expect(Addressee.allCases.allSatisfy { ClockRule.rule(nation, $0, on: day) == nil })
  }

  @Test func noClockBeforeTheLawWasInForce() throws {
    let day = try #require(PlainDate(iso: "2012-05-03"))
    #expect(ClockRule.rule(.england, .executive, on: day) == nil)
  }

  @Test func daysAndNumbersAreOneAnothersInverse() throws {
    for number in stride(from: -200_000, through: 200_000, by: 37) {
      let day = try #require(PlainDate(dayNumber: number))
      #expect(day.dayNumber == number)
    }
  }
}
