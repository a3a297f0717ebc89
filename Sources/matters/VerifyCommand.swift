import ArgumentParser
import MattersArising
import MattersRegister
import MattersReports

/// `matters verify`: whether the register is what it was when it was written.
struct VerifyCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove that the register says what came into it, and nothing else.",
    discussion: """
      Reads everything again: the file itself, the history (each line of which
      covers the one before it), every paper's text by its SHA-256, and every
      record, whose words must stand in the lines it was read from. Prints the head
      hash of the history. Keep that hash elsewhere, and --expect it later: a
      history whose end was cut off or written anew does not have it.

      Ends with 1 and a line for each fault where something is not as it was
      written.

      EXAMPLES
        matters verify
        matters verify --expect 4f0c...
        matters verify --format json
      """)

  @Option(help: ArgumentHelp("A head hash that was printed before.", valueName: "hash"))
  var expect: String?

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      if let expect, expect.count != 64 || !expect.allSatisfy(\.isHexDigit) {
        throw Failure("--expect \(expect): not a hash; give the 64 characters that verify printed")
      }
      let found = try options.open(for: .reading).verify(expecting: expect?.lowercased())
      Console.write(format == .json ? json(found) : text(found))
      if !found.isSound { throw ExitCode(1) }
    }
  }

  private func text(_ found: Verification) -> String {
    var out = "Papers: \(found.documents). Records: \(found.records). "
    out += "Lines of history: \(found.lines).\nHead: \(found.head)\n"
    for fault in found.faults { out += "FAULT: \(fault)\n" }
    return out + (found.isSound ? "Everything is as it was written.\n" : "")
  }

  private func json(_ found: Verification) -> String {
    var json = JSONText()
    json.beginObject()
    json.key("sound")
    json.bool(found.isSound)
    json.field("head", found.head)
    json.key("papers")
    json.number(found.documents)
    json.key("records")
    json.number(found.records)
    json.key("history_lines")
    json.number(found.lines)
    json.key("faults")
    json.beginArray()
    for fault in found.faults { json.string(fault) }
    json.endArray()
    json.endObject()
    return json.text + "\n"
  }
}
