import MattersArising
import MattersParsers
import MattersTestSupport
import MattersText
import Testing

/// Any text gives records: nothing traps, whatever is cut off, shuffled or damaged.
@Suite struct HostileInputTests {
  static let papers = CorpusPapers.brackenmere.map(\.source)

  @Test(arguments: papers.indices) func anyBeginningOfAPaperIsRead(_ index: Int) {
    let bytes = Self.papers[index].bytes
    var generator = SplitMix64(seed: UInt64(index))
    for _ in 0..<15 {
      expectReadable(Array(bytes[..<Int.random(in: 0...bytes.count, using: &generator)]))
    }
  }

  @Test(arguments: papers.indices) func linesInAnyOrderAreRead(_ index: Int) {
    let paper = Self.papers[index]
    var generator = SplitMix64(seed: UInt64(index))
    for _ in 0..<10 {
      let lines = paper.quote(LineRange(1, paper.lineCount)).shuffled(using: &generator)
      expectReadable(Array(lines.joined(separator: "\n").utf8))
    }
  }

  @Test(arguments: papers.indices) func damagedBytesAreRead(_ index: Int) {
    var generator = SplitMix64(seed: UInt64(index) &+ 1_000)
    let marks = Array("\t\n()[]*_<>|-.:;,0aA1 /".utf8)
    for _ in 0..<10 {
      var bytes = Self.papers[index].bytes
      for _ in 0..<(bytes.count / 50) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = marks.randomElement(using: &generator) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: place)
        }
      }
      expectReadable(bytes)
    }
  }

  /// A letter whose lower-case form is longer, and a mark that makes one character with the letter
  /// before it: a place found in a text's small letters is none of its own.
  @Test(arguments: papers.indices) func lettersThatGrowInLowerCaseAreRead(_ index: Int) {
    var grown: [UInt8] = []
    for (offset, byte) in Self.papers[index].bytes.enumerated() {
      switch byte {
      case 0x49: grown += [0xC4, 0xB0]
      case 0x20 where offset % 7 == 0: grown += [0x20, 0xCC, 0x87]
      default: grown.append(byte)
      }
    }
    expectReadable(grown)
  }

  /// The name goes on in the line below: letters that grow stand before the word it is looked for by.
  @Test func aNameBrokenBehindLettersThatGrowIsWhole() {
    let lines = [
      "MİNUTES", "Minutes of the meeting of the İİİİ and Ponds Select",
      "Committee held on 4 May 2024",
      "", "PRESENT: Councillor Ash", "", "1. APOLOGİES", "", "None.",
    ]
    let records = Pipeline.read(
      SourceText(name: "test", text: lines.joined(separator: "\n"))
    ).reading.records
    guard case .meeting(let meeting) = records.first?.content else {
      Issue.record("no meeting")
      return
    }
    expectSame(meeting.body, "İİİİ and Ponds Select Committee")
  }

  /// The text is read; every record lies in it and can be written and read back.
  private func expectReadable(_ bytes: [UInt8]) {
    let source = SourceText(name: "test", text: String(decoding: bytes, as: UTF8.self))
    var ids: Set<String> = []
    for record in Pipeline.read(source).reading.records {
      #expect(record.lines.first >= 1 && record.lines.last <= source.lineCount, "\(record.id)")
      #expect(ids.insert(record.id.description).inserted, "\(record.id) twice")
      let json = RecordWriter.object(record)
      #expect(PaperRecord(json: json).map(RecordWriter.object) == json, "\(record.id)")
    }
  }
}
