import Dispatch
public import MattersBlocks
import MattersText
import Synchronization

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
  /// A task must not wait so. The tool's work is done in tasks too, and where every thread of
  /// theirs waited here, none would be left to do it.
  @available(*, noasync, message: "a task awaits the other one")
  public static func read(name: String, contents: [UInt8]) throws(PaperFormError) -> Paper {
    guard let form = try ToolForm(contents) else { return try readText(name, contents) }
    let outcome = Outcome()
    Task.detached {
      do throws(PaperFormError) {
        outcome.deliver(.success(try await form.read(name: name, contents: contents)))
      } catch {
        outcome.deliver(.failure(error))
      }
    }
    return try outcome.wait().get()
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
    if let delimiter = CSVForm.delimiter(of: source) {
      return try CSVForm.read(source, delimiter: delimiter)
    }
    return TextReader.read(source)
  }
}

/// Where a thread waits for what a task makes.
private final class Outcome: Sendable {
  private let value = Mutex<Result<Paper, PaperFormError>?>(nil)
  private let ready = DispatchSemaphore(value: 0)

  func deliver(_ result: Result<Paper, PaperFormError>) {
    value.withLock { $0 = result }
    ready.signal()
  }

  func wait() -> Result<Paper, PaperFormError> {
    while true {
      ready.wait()
      if let result = value.withLock({ $0 }) { return result }
    }
  }
}
