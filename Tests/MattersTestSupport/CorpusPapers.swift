import Foundation
public import MattersArising
public import MattersLinker
import MattersParsers

/// The papers of the corpus, read once.
public enum CorpusPapers {
  /// A paper of the corpus with what was read from it.
  public struct PaperCase: Sendable, CustomStringConvertible {
    /// The file's name.
    public var name: String
    /// The source.
    public var source: SourceText
    /// What was read.
    public var pipeline: Pipeline
    /// The file's name.
    public var description: String { name }
  }

  /// The fictional council's year.
  public static let brackenmere: [PaperCase] = read(
    ProjectFiles.files(below: ProjectFiles.corpus.appending(path: "brackenmere"), ending: ".txt"))

  /// The real pack, where it is.
  public static let realPack: PaperCase? = ProjectFiles.shared.flatMap { shared in
    read(ProjectFiles.files(below: shared.appending(path: "seeds"), ending: ".txt"))
      .first { $0.name.hasPrefix("002_") }
  }

  /// Records as the linker takes them.
  public static func laid(_ papers: [PaperCase]) -> [LaidRecord] {
    papers.flatMap { paper in
      zip(paper.pipeline.reading.records, paper.pipeline.reading.settings).map { record, setting in
        LaidRecord(document: paper.name, documentName: paper.name, record: record, setting: setting)
      }
    }
  }

  private static func read(_ files: [URL]) -> [PaperCase] {
    files.compactMap { file in
      guard let data = try? Data(contentsOf: file),
        let source = try? SourceText(name: file.lastPathComponent, contents: Array(data))
      else { return nil }
      return PaperCase(
        name: file.lastPathComponent, source: source, pipeline: Pipeline.read(source))
    }
  }
}
