import MattersTools

/// Why a document could not be made.
public enum OfficeError: Error, Sendable, Equatable {
  /// A program is not installed.
  case toolMissing(tool: String, advice: String)
  /// A library is not installed.
  case libraryMissing(library: String, advice: String)
  /// A program could not do it.
  case toolFailed(tool: String, said: String)
  /// The template cannot be read.
  case templateUnreadable(path: String)
  /// The template is no Word file.
  case templateNotWord(path: String)
  /// The file could not be written.
  case notWritten(path: String)

  /// One line: what is wrong and what to do.
  public var explanation: String {
    switch self {
    case .toolMissing(let tool, let advice): "a Word file needs \(tool); \(advice)"
    case .libraryMissing(let library, let advice): "an Excel workbook needs \(library); \(advice)"
    case .toolFailed(let tool, let said):
      "\(tool) could not make the file" + (said.isEmpty ? "" : " (it said: \(said))")
        + "; make it in another format, as html"
    case .templateUnreadable(let path):
      "\(path): the template cannot be read; check that it exists and that you may read it"
    case .templateNotWord(let path):
      "\(path): the template is no Word file; save it as .docx"
    case .notWritten(let path):
      "\(path): cannot be written; check that the folder exists and that you may write in it"
    }
  }

  /// What became of a tool.
  init(_ error: ToolError, _ tool: Tool) {
    switch error {
    case .missing: self = .toolMissing(tool: tool.rawValue, advice: tool.advice)
    case .notStarted(let said): self = .toolFailed(tool: tool.rawValue, said: said)
    case .tooSlow(let seconds):
      self = .toolFailed(tool: tool.rawValue, said: "not done in \(seconds) seconds")
    case .tooMuchOutput(let bytes):
      self = .toolFailed(tool: tool.rawValue, said: "more than \(bytes >> 20) MiB")
    case .failed(_, let said), .ended(_, let said):
      self = .toolFailed(tool: tool.rawValue, said: said)
    }
  }
}
