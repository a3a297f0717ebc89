import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

/// Whatever is in a file that is imported: it is taken, or refused in one line.
///
/// `MATTERS_MUTATIONS` says how many inputs are tried of each; coverage guides what reads papers, and
/// what reads these files stands on libraries that are not built with it.
@Suite struct ImporterMutationTests {
  private static let count =
    ProcessInfo.processInfo.environment["MATTERS_MUTATIONS"].flatMap(Int.init) ?? 120

  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", "[[", "]]", "[[body]]\n", "=", "\n", "\r\n", "\0", "{", "}", "\\", "\u{FEFF}",
      ",",
      ":", "BEGIN:VEVENT\n", "END:VEVENT\n", "DTSTART:99999999T999999Z\n", "9999999999999999999",
      "-1",
      "null", "é", "\u{202E}", "name = ", "{\"table\":\"record\",\"row\":{}}\n", "e308", "'''", "#",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  /// The bytes with some of them cut, doubled, changed, or put between.
  private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 2 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 3: bytes = Array(bytes.prefix(at))
      default:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        bytes.insert(contentsOf: piece, at: at)
      }
    }
    return bytes
  }

  private static let council = """
    name = "Ponds Council"
    arrangements = "executive"
    name_questioners = false

    [[body]]
    name = "Ponds Scrutiny Committee"
    aliases = ["Ponds Committee"]
    from = 2020-05-01
    kind = "scrutiny"

    [[owner]]
    post = "Head of Ponds"
    email = "ponds@example.org"

    [[clock]]
    name = "Answers"
    applies_to = "request"
    base = "meeting"
    length = "20 working days"
    """
  private static let calendar = """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VEVENT
    DTSTART:20230703T140000
    SUMMARY:Ponds Scrutiny Committee
    STATUS:CANCELLED
    DESCRIPTION:Too much\\, rain
    END:VEVENT
    END:VCALENDAR
    """
  private static let table = """
    Date,Time,Body,Status,Reason
    3 July 2023,2.00 pm,Ponds Scrutiny Committee,cancelled,"Too much, rain"
    2023-09-04,,Ponds Scrutiny Committee,,
    """
  private static let profile = """
    council = "Tarn Council"
    executives = ["Water Board"]

    [headings]
    "What was asked" = "request"

    [statuses]
    "Sunny" = "completed"
    """

  /// A file that is imported, and what reads it.
  enum Importer: String, CaseIterable, Sendable {
    case council, calendar, table, profile, lines
  }

  @Test(arguments: Importer.allCases) func anyBytesAreTakenOrRefusedInALine(
    _ importer: Importer
  ) throws {
    let folder = try RegisterTests.Folder()
    var seed: [UInt8]
    switch importer {
    case .council: seed = Array(Self.council.utf8)
    case .calendar: seed = Array(Self.calendar.utf8)
    case .table: seed = Array(Self.table.utf8)
    case .profile: seed = Array(Self.profile.utf8)
    case .lines:
      let register = try Register(folder.register, for: .creating)
      let file = try folder.write(RegisterTests.minutes, as: "minutes.txt")
      _ = try Ingest(into: register).run([file])
      seed = []
      try register.writeLines { seed += $0 }
    }
    var random = SplitMix64(seed: UInt64(importer.rawValue.utf8.count) &* 7_919)
    var (taken, refused) = (0, 0)
    for number in 0..<Self.count {
      let bytes = number == 0 ? seed : Self.mutated(seed, &random)
      let file = "\(folder.path)/input"
      try Data(bytes).write(to: URL(filePath: file))
      do {
        switch importer {
        case .council: _ = try CouncilFile.read(file)
        case .calendar, .table: _ = try CalendarFile.read(file, body: nil)
        case .profile: _ = try CouncilProfileFile.read(file)
        case .lines:
          let path = "\(folder.path)/copy-\(number).sqlite"
          var rest = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
          try Register.load(path) { rest.popFirst().map(Array.init) }
          // Whatever was taken can be looked at.
          _ = try? Register(path, for: .reading).verify()
          for ending in ["", "-wal", "-shm", ".lock"] {
            try? FileManager.default.removeItem(atPath: path + ending)
          }
        }
        taken += 1
      } catch let problem as SettingsFile.Problem {
        refused += 1
        #expect(!problem.explanation.contains("\n"), "\(problem.explanation)")
      } catch let error as RegisterError {
        refused += 1
        #expect(!error.explanation.contains("\n"), "\(error.explanation)")
      }
    }
    #expect(taken > 0)
    #expect(refused > 0 || importer == .calendar || importer == .table, "\(taken) taken")
  }
}
