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
