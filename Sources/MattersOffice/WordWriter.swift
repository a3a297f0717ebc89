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
    let folder = FileManager.default.temporaryDirectory.path
    var reference = "\(folder)/matters-\(UUID().uuidString).docx"
    if let template {
      reference = try checked(template)
    } else {
      guard FileManager.default.createFile(atPath: reference, contents: Data(WordReference.file))
      else { throw .notWritten(path: reference) }
    }
    defer {
      if template == nil { try? FileManager.default.removeItem(atPath: reference) }
    }
    do {
      // No sandbox: it would keep pandoc from its own data. The page is ours, and names no file.
      return try await ToolRunner.run(
        .pandoc,
        [
          // Compacting takes pandoc twice the time and, for 5,000 rows, half the memory.
          "+RTS", "-M1g", "-c", "-F1.2", "-RTS", "--from", "html", "--to", "docx",
          "--reference-doc", reference, "--output", "-",
        ], on: Array(page(report).utf8))
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

  /// The page that pandoc reads.
  ///
  /// The title is a heading of its body, so that it is read again when
  /// the file comes back; charts are left out, as the tables beside them have the figures.
  private static func page(_ report: PlainReport) -> String {
    "<html lang=\"en-GB\"><body><h1>\(HTMLWriter.escape(report.title))</h1>\n"
      + report.htmlBody(withCharts: false) + "</body></html>\n"
  }

  private static func checked(_ path: String) throws(OfficeError) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .templateUnreadable(path: path)
    }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: 4), head == Data([0x50, 0x4B, 0x03, 0x04]) else {
      throw .templateNotWord(path: path)
    }
    // Pandoc is started in another folder.
    return URL(filePath: path).standardizedFileURL.path
  }
}
