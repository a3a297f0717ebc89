import Foundation
public import MattersReports
import MattersTools

/// Writes a report as a Word file: real tables that a person can go on editing, with a header row
/// that repeats on every page, on landscape paper.
///
/// Pandoc writes it from the page that is also the HTML form. How it looks is a reference document:
/// one of our own, or the council's.
public enum WordWriter {
  /// The bytes of a Word file.
  ///
  /// - Parameter template: a Word file whose styles, paper, headers and footers are taken.
  public static func write(
    _ report: PlainReport, template: String? = nil
  ) async throws(OfficeError) -> [UInt8] {
    let reference = FileManager.default.temporaryDirectory
      .appending(path: "matters-\(UUID().uuidString).docx").path
    let bytes = try template.map { path throws(OfficeError) in try styles(of: path) }
    let contents = Data(bytes ?? WordReference.file)
    guard FileManager.default.createFile(atPath: reference, contents: contents) else {
      throw .notWritten(path: reference)
    }
    defer { try? FileManager.default.removeItem(atPath: reference) }
    do {
      // No sandbox: it would keep pandoc from its own data. The page is ours, and names no file.
      return try await ToolRunner.run(
        .pandoc,
        [
          // Compacting takes pandoc twice the time and, for 5,000 rows, half the memory.
          "+RTS", "-M1g", "-c", "-F1.2", "-RTS", "--from", "html", "--to", "docx",
          "--reference-doc", reference, "--output", "-",
        ], on: Array(report.wordHTML.utf8))
    } catch {
      throw OfficeError(error, .pandoc)
    }
  }

  /// The bytes of a Word file, for a command, whose thread waits.
  @available(*, noasync, message: "a task awaits the other one")
  public static func written(
    _ report: PlainReport, template: String? = nil
  ) throws(OfficeError) -> [UInt8] {
    try Waiting.result { () async throws(OfficeError) in
      try await write(report, template: template)
    }
  }

  /// A council's template, with the styles that it lacks.
  private static func styles(of path: String) throws(OfficeError) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw .templateUnreadable(path: path)
    }
    guard let file = WordTemplate.completed(Array(data)) else {
      throw .templateNotWord(path: path)
    }
    return file
  }
}
