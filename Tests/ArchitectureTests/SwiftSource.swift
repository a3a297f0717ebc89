import Foundation
import MattersTestSupport

/// A Swift file of the project, as far as the architecture's tests look at it.
struct SwiftSource: Sendable, CustomStringConvertible {
  /// The path from the project's folder.
  let path: String
  /// The target it belongs to.
  let target: String
  /// Its lines.
  let lines: [Substring]

  var description: String { path }

  /// All files below `Sources`, and those of the tests' own libraries.
  static let all: [SwiftSource] =
    files(below: "Sources") + files(below: "Tests/MattersTestSupport")
    + files(below: "Tests/Fuzz/Targets", target: "MattersFuzz")

  private static func files(below folder: String, target: String? = nil) -> [SwiftSource] {
    let root = ProjectFiles.root.path + "/"
    return ProjectFiles.files(below: ProjectFiles.root.appending(path: folder), ending: ".swift")
      .map { file in
        let path = String(file.path.dropFirst(root.count))
        return SwiftSource(
          path: path, target: target ?? String(path.split(separator: "/")[1]),
          lines: ProjectFiles.text(file).split(separator: "\n", omittingEmptySubsequences: false))
      }
  }

  /// The modules it imports, with the line of each.
  var imports: [(module: String, line: Int)] {
    lines.enumerated().compactMap { index, line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
      else { return nil }
      var module = words[place + 1]
      if Self.declarationKinds.contains(module), place + 2 < words.count {
        module = words[place + 2]
      }
      return (String(module.prefix { $0 != "." }), index + 1)
    }
  }

  /// The types it declares, with the line of each.
  var types: [(name: String, line: Int)] {
    lines.enumerated().compactMap { index, line in
      let words = line.split(whereSeparator: {
        !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "@"
      })
      guard !line.contains("//"),
        let place = words.firstIndex(where: Self.declarationKinds.contains),
        place + 1 < words.count,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains($0) })
      else { return nil }
      return (String(words[place + 1]), index + 1)
    }
  }

  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let modifiers: Set<Substring> = accessLevels.union(["final", "indirect", "open"])
  private static let declarationKinds: Set<Substring> = [
    "struct", "class", "enum", "actor", "protocol", "typealias", "associatedtype",
  ]
}
