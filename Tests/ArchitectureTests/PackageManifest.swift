import Foundation
import MattersTestSupport

/// The dependency lists of `Package.swift`, read from its text.
enum PackageManifest {
  /// What each target that is no test depends on: target names and product names.
  static let dependencies: [String: Set<String>] = {
    let text = ProjectFiles.text(ProjectFiles.root.appending(path: "Package.swift"))
    guard let start = text.range(of: "  targets: [") else { return [:] }
    var found: [String: Set<String>] = [:]
    for call in calls(in: text[start.upperBound...]) {
      let isTarget = ["room(", ".executableTarget(", ".target("].contains { call.hasPrefix($0) }
      guard isTarget, let name = quoted(call).first else { continue }
      // Only the list of dependencies: what follows it are paths and settings.
      guard let open = call.firstIndex(of: "["), let close = closing(call, open) else {
        found[name] = []
        continue
      }
      let list = call[call.index(after: open)..<close]
        .replacing(/, package: "[^"]*"/, with: "")
      found[name] = Set(quoted(Substring(list)))
    }
    return found
  }()

  /// The calls in a list, each with its arguments.
  private static func calls(in text: Substring) -> [Substring] {
    var found: [Substring] = []
    var depth = 0
    var start: Substring.Index?
    for line in text.split(separator: "\n") {
      let isComment = line.drop { $0 == " " }.hasPrefix("//")
      if isComment { continue }
      if start == nil { start = line.firstIndex { $0 != " " } }
      for index in line.indices {
        switch line[index] {
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        default: break
        }
        if depth < 0 { return found }
        if depth == 0, line[index] == ")", let first = start {
          found.append(text[first...index])
          start = nil
        }
      }
    }
    return found
  }

  private static func closing(_ text: Substring, _ open: Substring.Index) -> Substring.Index? {
    var depth = 0
    for index in text.indices[open...] {
      if text[index] == "[" { depth += 1 }
      if text[index] == "]" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private static func quoted(_ text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }
}
