public import Foundation
public import MattersArising

/// How well papers are read, measured against gold.
public struct Evaluation: Sendable {
  /// One paper that was measured.
  public struct Document: Sendable {
    /// The path of its gold below the folder, without endings.
    public var name: String
    /// Its council.
    public var council: String
    /// What was counted.
    public var accuracy: Accuracy
    /// What is wrong.
    public var misses: [Miss]
  }

  /// The papers in the order of their paths.
  public private(set) var documents: [Document] = []
  /// Gold that could not be used, one line each.
  public private(set) var problems: [String] = []

  /// Makes what is measured of a file: its name and its bytes.
  public typealias Reading = (_ name: String, _ contents: [UInt8]) throws -> Pipeline

  /// Reads every paper below a folder that has gold, and measures what was read.
  ///
  /// - Parameter read: reads one paper; without it, papers that are text.
  public init(_ folder: URL, read: Reading = Evaluation.readText) {
    for file in GoldFinder.find(in: folder) { measure(file, read) }
    if documents.isEmpty, problems.isEmpty {
      problems.append(
        "no gold in this folder; gold is NAME.gold.jsonl beside NAME.txt, or NAME.jsonl with a header"
      )
    }
  }

  /// All papers taken together.
  public var accuracy: Accuracy { documents.reduce(into: Accuracy()) { $0 += $1.accuracy } }

  /// Each council's papers taken together, by name.
  public var councils: [(name: String, accuracy: Accuracy)] {
    var councils: [String: Accuracy] = [:]
    for document in documents {
      councils[document.council, default: Accuracy()] += document.accuracy
    }
    return councils.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Reads a paper that is text.
  public static func readText(_ name: String, _ contents: [UInt8]) throws -> Pipeline {
    Pipeline.read(try SourceText(name: name, contents: contents))
  }

  private mutating func measure(_ file: GoldFile, _ read: Reading) {
    guard let text = try? String(contentsOf: file.gold, encoding: .utf8) else {
      problems.append("\(file.name): the gold cannot be read as UTF-8")
      return
    }
    let gold = Gold(text)
    problems += gold.problems.map { "\(file.name): \($0)" }
    guard let paper = GoldFinder.paper(of: file, document: gold.document),
      let bytes = try? Data(contentsOf: paper)
    else {
      problems.append("\(file.name): its paper is not there, or cannot be read")
      return
    }
    do {
      let pipeline = try read(paper.lastPathComponent, Array(bytes))
      let score = PaperScore(pipeline.printed, against: gold)
      documents.append(
        Document(
          name: file.name, council: file.council, accuracy: score.accuracy, misses: score.misses))
    } catch {
      let reason = (error as? SourceTextError)?.explanation ?? "\(error)"
      problems.append("\(file.name): \(reason)")
    }
  }
}
