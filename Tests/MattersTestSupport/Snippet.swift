public import MattersArising

/// A tiny case in `Corpus/snippets`: some source text, and what must be read from it.
public struct Snippet: Sendable, CustomStringConvertible {
  /// The case's name and the line of the file it begins at.
  public var description: String
  /// The source text.
  public var source: String
  /// Records of which these keys must be read, as JSON objects.
  public var expected: [JSONValue]
  /// Kinds of which no record may be read.
  public var absent: [String]

  /// Reads a file of cases: `=== name`, the source, `---`, then what is expected.
  public static func cases(in text: String, file: String) -> [Snippet] {
    var cases: [Snippet] = []
    var current: Snippet?
    var isSource = true
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("=== ") {
        if let current { cases.append(current) }
        current = Snippet(
          description: "\(file):\(index + 1) \(line.dropFirst(4))", source: "", expected: [],
          absent: [])
        isSource = true
      } else if line == "---" {
        isSource = false
      } else if isSource {
        current?.source += line + "\n"
      } else if line.hasPrefix("no ") {
        current?.absent.append(String(line.dropFirst(3)))
      } else if line.hasPrefix("{") {
        current?.expected.append(JSONValue(String(line)) ?? .null)
      }
    }
    if let current { cases.append(current) }
    return cases
  }

  /// What is wrong with what was read, in words; empty where all is well.
  public func failures() -> [String] {
    let read = Pipeline.read(SourceText(name: description, text: source)).printed
      .compactMap { JSONValue(RecordWriter.object($0)) }
    var failures: [String] = []
    var counts: [String: Int] = [:]
    for want in expected {
      guard case .object(let members) = want, let kind = members["kind"]?.text else {
        failures.append("not a JSON object with a kind: \(want)")
        continue
      }
      counts[kind, default: 0] += 1
      let fits = read.contains { record in members.allSatisfy { record[$0.key] == $0.value } }
      if !fits { failures.append("no \(kind) with \(members)") }
    }
    for (kind, count) in counts {
      let found = read.count { $0["kind"]?.text == kind }
      if found != count { failures.append("\(found) records of \(kind), not \(count)") }
    }
    for kind in absent where read.contains(where: { $0["kind"]?.text == kind }) {
      failures.append("a \(kind) was read")
    }
    return failures
  }
}
