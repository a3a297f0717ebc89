public import MattersBlocks
import MattersText
import MattersTools

/// Reads a file in any form that papers come in.
///
/// The form is recognised from the content, never from the file's name. Nothing that a paper names
/// is fetched, and nothing in it is run.
public enum PaperForm {
  /// Files larger than this are refused before anything is made of them.
  static let largest = 1 << 30

  /// The paper in a file's bytes.
  ///
  /// - Throws: ``PaperFormError`` where the bytes are no paper, or a program that is needed to read
  ///   them is missing. Whatever is text at all gives a paper.
  public static func read(
    name: String, contents: [UInt8]
  ) async throws(PaperFormError) -> Paper {
    guard let form = try ToolForm(contents) else { return try readText(name, contents) }
    return try await form.read(name: name, contents: contents)
  }

  /// The paper in a file's bytes, for a command: the thread waits while a tool works.
  ///
  /// A task must not wait so.
  @available(*, noasync, message: "a task awaits the other one")
  public static func read(name: String, contents: [UInt8]) throws(PaperFormError) -> Paper {
    guard let form = try ToolForm(contents) else { return try readText(name, contents) }
    return try Waiting.result { () async throws(PaperFormError) in
      try await form.read(name: name, contents: contents)
    }
  }

  /// The paper in bytes that need no tool.
  private static func readText(
    _ name: String, _ contents: [UInt8]
  ) throws(PaperFormError) -> Paper {
    let source: SourceText
    do {
      source = try SourceText(name: name, contents: contents)
    } catch {
      throw .text(error)
    }
    switch MarkupSniffer.language(of: source.bytes) {
    case .html: return try HTMLPaper.read(source)
    case .xml: return try XMLPaper.read(source)
    case nil: break
    }
    if let fragment = PageFragment(source.bytes) {
      return try HTMLPaper.read(source, fragment: fragment)
    }
    if let delimiter = CSVForm.delimiter(of: source) {
      return try CSVForm.read(source, delimiter: delimiter)
    }
    return TextReader.read(source)
  }
}
