import MattersText
import Testing

/// The initials that a body goes by.
@Suite struct ShortNameTests {
  @Test(arguments: [
    ("Children and Young People Scrutiny Committee", "CYPSC"),
    ("Communities and Environment Scrutiny Committee", "CESC"),
    ("Cabinet", "C"),
    ("Health, Housing & Adult Social Care Panel", "HHASCP"),
    ("Overview and Scrutiny Committee for the Environment", "OSCE"),
    ("Adults/Health Committee", "AHC"),
    ("Ynys Môn Scrutiny", "YMS"),
    ("Équipe committee", "ÉC"),
    ("Panel 2", "P"),
    ("and of the", ""),
    ("", ""),
  ]) func initials(_ body: String, _ name: String) {
    #expect(ShortName.of(body) == name)
  }
}
