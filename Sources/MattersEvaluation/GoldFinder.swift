public import Foundation

/// A file of gold and the paper it is for.
public struct GoldFile: Sendable, Hashable {
  /// Its path below the folder that was searched, without endings.
  public var name: String
  /// The council: the first folder on that path, or the name of the folder that was searched.
  public var council: String
  /// The file of gold.
  public var gold: URL
}

/// Finds gold below a folder: `NAME.gold.jsonl`, or any file of JSON Lines that has a gold header.
public enum GoldFinder {
  /// Files of gold in the order of their paths.
  public static func find(in folder: URL) -> [GoldFile] {
    let root = folder.standardizedFileURL.resolvingSymlinksInPath()
    guard let paths = FileManager.default.enumerator(atPath: root.path(percentEncoded: false))
    else { return [] }
    return paths.compactMap { $0 as? String }.sorted().compactMap { path in
      let parts = path.split(separator: "/")
      guard path.hasSuffix(".jsonl"), !parts.contains(where: { $0.hasPrefix(".") }) else {
        return nil
      }
      let file = root.appending(path: path)
      let isNamedGold = path.hasSuffix(".gold.jsonl")
      guard isNamedGold || hasHeader(file) else { return nil }
      return GoldFile(
        name: String(path.dropLast(isNamedGold ? ".gold.jsonl".count : ".jsonl".count)),
        council: parts.count > 1 ? String(parts[0]) : root.lastPathComponent, gold: file)
    }
  }

  /// The paper of a file of gold: under the name its header gives or under the same name beside it,
  /// or in `seeds` beside that.
  public static func paper(of file: GoldFile, document: String?) -> URL? {
    let folder = file.gold.deletingLastPathComponent()
    let leaf = file.name.split(separator: "/").last.map(String.init) ?? file.name
    var places: [URL] = []
    if let document { places.append(folder.appending(path: document)) }
    places.append(folder.appending(path: leaf + ".txt"))
    if let document {
      places.append(folder.deletingLastPathComponent().appending(path: "seeds/" + document))
    }
    return places.first { FileManager.default.fileExists(atPath: $0.path(percentEncoded: false)) }
  }

  /// Whether a file of JSON Lines is gold: snapshots of what was read lie beside papers too.
  private static func hasHeader(_ file: URL) -> Bool {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return false }
    let first = text.utf8.prefix { $0 != 0x0A }
    return Gold(String(Substring(first))).hasHeader
  }
}
