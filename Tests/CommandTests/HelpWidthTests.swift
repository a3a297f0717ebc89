import Foundation
import MattersTestSupport
import Testing

/// Help fits the narrowest terminal: its prose would else be broken twice.
@Suite struct HelpWidthTests {
  static let files = ProjectFiles.files(
    below: ProjectFiles.corpus.appending(path: "../Sources/matters"), ending: ".swift")

  @Test func proseOfHelpFitsEightyColumns() {
    var lines = 0
    for file in Self.files {
      for part in ProjectFiles.text(file).components(between: "discussion: \"\"\"\n", "\"\"\"") {
        let indent = part.prefix { $0 == " " }.count
        for line in part.split(separator: "\n").map({ $0.dropFirst(indent) })
        where !line.hasPrefix(" ") {
          lines += 1
          #expect(line.count <= 78, "\(file.lastPathComponent): \(line)")
        }
      }
    }
    #expect(lines > 100)
  }
}

extension String {
  /// What stands between each two marks.
  fileprivate func components(between start: String, _ end: String) -> [Substring] {
    var found: [Substring] = []
    var rest = self[...]
    while let open = rest.firstRange(of: start),
      let close = rest[open.upperBound...].firstRange(of: end)
    {
      found.append(rest[open.upperBound..<close.lowerBound])
      rest = rest[close.upperBound...]
    }
    return found
  }
}
