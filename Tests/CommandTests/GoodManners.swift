import Testing

/// What holds of every command: it ends as it says, and speaks in words.
func expectGoodManners(_ outcome: CommandRunner.Outcome, _ command: String) {
  #expect([0, 1, 2, 64].contains(outcome.status), "% \(command)")
  for leak in [
    "Fatal error", "Error Domain", "NSCocoaError", "NSError", "UserInfo", "file://", "Swift.",
    "RegisterError", "SQLITE_", "Optional(", "\u{0}",
  ] {
    #expect(!(outcome.output + outcome.error).contains(leak), "\(leak) in: % \(command)")
  }
  if outcome.status == 0 || outcome.status == 64 { return }
  #expect(!outcome.error.isEmpty, "nothing is said of the failure: % \(command)")
  for line in outcome.error.split(separator: "\n") {
    #expect(line.hasPrefix("matters: "), "% \(command)")
  }
}
