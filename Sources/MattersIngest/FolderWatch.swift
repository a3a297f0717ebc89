import Foundation

/// Notices papers that are put into folders, or changed there.
///
/// Folders are looked through again and again, which works on every system and on network drives,
/// where the system's own notices do not. A paper that is still being written is left until it is
/// the same at two looks.
public struct FolderWatch {
  /// How long to wait between two looks.
  public static let pause = Duration.seconds(2)

  /// What a file is known by to have changed.
  private struct Mark: Equatable {
    var size: Int
    var modified: Date?
  }

  private let paths: [String]
  /// Each paper as it was when it was last handed out, or when watching began.
  private var known: [String: Mark]
  /// Each paper that has changed, as it was at the last look.
  private var moving: [String: Mark] = [:]

  /// Watches folders; the papers that lie there now are known already.
  public init(_ paths: [String]) {
    self.paths = paths
    known = Self.marks(paths)
  }

  /// Looks once.
  ///
  /// - Returns: the papers that are new or changed and lay still since the last look, in the order
  ///   of their paths. A paper that was removed is no news: the register keeps what it has read.
  public mutating func look() -> [String] {
    let found = Self.marks(paths)
    let changed = found.filter { known[$0.key] != $0.value }
    let settled = changed.filter { moving[$0.key] == $0.value }
    moving = changed.filter { settled[$0.key] == nil }
    known.merge(settled) { $1 }
    return settled.keys.sorted()
  }

  private static func marks(_ paths: [String]) -> [String: Mark] {
    var marks: [String: Mark] = [:]
    for file in PaperFinder.find(paths).files {
      guard let facts = try? FileManager.default.attributesOfItem(atPath: file) else { continue }
      marks[file] = Mark(
        size: facts[.size] as? Int ?? 0, modified: facts[.modificationDate] as? Date)
    }
    return marks
  }
}
