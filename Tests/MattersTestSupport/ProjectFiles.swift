public import Foundation

/// Where the project's own files are, for tests that read them.
public enum ProjectFiles {
  /// The folder that holds `Package.swift`.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The corpus.
  public static var corpus: URL { root.appending(path: "Corpus") }

  /// The pages and real papers, where they are: in `MATTERS_SHARED`, or beside the project.
  public static var shared: URL? {
    let folder =
      ProcessInfo.processInfo.environment["MATTERS_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  /// The files below a folder with an ending, in the order of their paths.
  public static func files(below folder: URL, ending: String) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? [])
      .filter { $0.lastPathComponent.hasSuffix(ending) }
      .sorted { $0.path < $1.path }
  }

  /// A file's text.
  public static func text(_ file: URL) -> String {
    (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}
