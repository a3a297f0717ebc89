import Foundation
import MattersArising
import MattersBlocks
import MattersLinker
import MattersParsers
import MattersTestSupport
import Testing

/// What holds of the records of any paper, however its bytes are spelt.
@Suite struct RecordPropertyTests {
  /// The papers of the corpus's councils.
  static let councils: [SourceText] = read { !$0.contains("/malformed/") }
  /// These, and the malformed ones.
  static let papers: [SourceText] = councils + read { $0.contains("/malformed/") }

  private static func read(where isWanted: (String) -> Bool) -> [SourceText] {
    ProjectFiles.files(below: ProjectFiles.corpus, ending: ".txt")
      .filter { !$0.path.contains("/snippets/") && isWanted($0.path) }
      .compactMap { file in
        guard let data = try? Data(contentsOf: file) else { return nil }
        return try? SourceText(name: file.lastPathComponent, contents: Array(data))
      }
  }

  @Test func thereArePapers() {
    #expect(Self.papers.count > 40)
  }

  @Test(arguments: papers.indices) func readingTwiceGivesTheSame(_ index: Int) {
    let paper = Self.papers[index]
    expectSame(Pipeline.read(paper).printed, Pipeline.read(paper).printed)
  }

  /// Not invented: each word of a record's text stands in the lines it was read from, in order.
  @Test(arguments: papers.indices) func aRecordsWordsAreItsLines(_ index: Int) {
    let paper = Self.papers[index]
    for record in Pipeline.read(paper).reading.records {
      guard record.lines.first >= 1, record.lines.last <= paper.lineCount else {
        Issue.record("\(record.id): lines \(record.lines) of \(paper.lineCount)")
        continue
      }
      for words in record.content.words {
        let source = SpokenLetters.of(paper.quote(record.lines).joined(separator: " "))
        let missing = SpokenLetters.firstMissing(words, in: source)
        #expect(missing == nil, "\(record.id) at \(record.lines): \(missing ?? "")")
      }
    }
  }

  @Test(arguments: papers.indices) func lineEndsMakeNoDifference(_ index: Int) {
    let paper = Self.papers[index]
    let text = String(decoding: paper.bytes, as: UTF8.self)
    let lf = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let crlf = lf.replacing("\n", with: "\r\n")
    expectSame(Self.read(crlf, paper), Self.read(lf, paper))
  }

  /// A letter with its accent is one scalar in one file and two in another.
  @Test(arguments: papers.indices) func unicodeNormalFormsMakeNoDifference(_ index: Int) {
    let paper = Self.papers[index]
    let text = String(decoding: paper.bytes, as: UTF8.self)
    let composed = Self.read(text.precomposedStringWithCanonicalMapping, paper)
    let decomposed = Self.read(text.decomposedStringWithCanonicalMapping, paper)
    expectSame(decomposed, composed)
  }

  private static func read(_ text: String, _ paper: SourceText) -> [PaperRecord] {
    Pipeline.read(SourceText(name: paper.name, text: text)).printed
  }
}

extension RecordBody {
  /// The words that a record took from its paper, one value each.
  var words: [String] {
    switch self {
    case .resolution(let content): [content.text]
    case .recommendation(let content): [content.text]
    case .informationRequest(let content): [content.text]
    case .action(let content): [content.text, content.owner].compactMap { $0 }
    case .suggestion(let content): [content.text]
    case .undertaking(let content): [content.text]
    case .executiveResponse(let content): [content.text]
    case .informationResponse(let content): [content.text]
    case .publicQuestion(let content): [content.question, content.response].compactMap { $0 }
    case .finding(let content): [content.text]
    case .minute(let content): [content.title]
    case .agendaItem(let content): [content.title]
    case .trackerEntry(let content):
      [content.text, content.response, content.statusAsPrinted].compactMap { $0 }
    default: []
    }
  }
}

/// Letters and digits alone, which no cleaning of markup touches.
enum SpokenLetters {
  static func of(_ text: String) -> [Character] {
    text.replacing(/<[^>]*>|&[a-z]+;|&#[0-9]+;/, with: " ").filter { $0.isLetter || $0.isNumber }
      .map { $0 }
  }

  /// The first word that the source has not, behind the ones before it.
  static func firstMissing(_ text: String, in source: [Character]) -> String? {
    var from = source.startIndex
    for word in text.split(separator: Character(" ")) {
      let letters = of(String(word))
      guard !letters.isEmpty else { continue }
      var at = from
      while at + letters.count <= source.count, !source[at...].starts(with: letters) { at += 1 }
      guard at + letters.count <= source.count else { return String(word) }
      from = at + letters.count
    }
    return nil
  }
}
