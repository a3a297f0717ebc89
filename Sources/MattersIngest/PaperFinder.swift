import Foundation

/// Finds the papers that paths mean: files as they are named, folders with all the papers below
/// them, `-` for standard input.
public enum PaperFinder {
  /// A path that gives no paper, and what to do.
  public struct Problem: Sendable, Equatable {
    /// The path.
    public var path: String
    /// One line: what is wrong and what to do.
    public var message: String
  }

  /// The files in the order of their paths, and what could not be followed.
  public typealias Found = (files: [String], problems: [Problem])

  /// What some paths mean.
  public static func find(_ paths: [String]) -> Found {
    var files: [String] = []
    var problems: [Problem] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path == "-" {
        files.append(path)
      } else if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        problems.append(Problem(path: path, message: "there is no such file or folder"))
      } else if isFolder.boolValue {
        let found = papers(in: path)
        if found.isEmpty {
          problems.append(
            Problem(
              path: path,
              message:
                "no papers in this folder; papers are files such as .txt, .md, .html, .pdf, .docx, .odt, .csv and .xlsx"
            ))
        }
        files += found
      } else {
        files.append(path)
      }
    }
    return (files, problems)
  }

  private static func papers(in folder: String) -> [String] {
    guard let all = FileManager.default.enumerator(atPath: folder) else { return [] }
    var found: [String] = []
    for case let name as String in all {
      let leaf = name.split(separator: "/").last ?? ""
      if leaf.hasPrefix(".") {
        all.skipDescendants()
        continue
      }
      let ending = leaf.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard endings.contains(ending), leaf.contains("."), !leaf.hasPrefix("README") else {
        continue
      }
      found.append(folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
    }
    return found.sorted()
  }

  /// Endings of files that hold papers, or that people take for papers and should be told about.
  private static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "xml", "pdf", "docx", "odt", "rtf",
    "csv", "tsv", "xlsx", "xlsm", "doc", "xls",
  ]
}
