public import MattersText
import MattersTools

/// Why a file could not be taken as a paper.
public enum PaperFormError: Error, Sendable, Equatable {
  /// The bytes are no text, and nothing here reads what they are.
  case text(SourceTextError)
  /// The form cannot be read without a program that is not installed.
  case toolMissing(form: String, tool: String, advice: String)
  /// A ZIP container that holds no paper, or whose list of files is gone.
  case container(isBroken: Bool)
  /// The file is locked with a password.
  case locked(form: String)
  /// The pages are pictures, without any words.
  case noWords(form: String)
  /// The file is larger than anything here reads.
  case tooLarge(form: String, limit: Int)
  /// Reading it took, or would take, more time, memory or output than a paper is worth.
  case beyondLimits(form: String, what: String)
  /// A page's elements stand in one another deeper than in any real page.
  case tooDeep(levels: Int)
  /// A tag has more attributes than in any real page.
  case overloadedTag(line: Int)
  /// The XML declares entities of its own, which could make it grow without end.
  case declaresEntities
  /// The XML breaks off or is not well formed.
  case malformedXML(line: Int)
  /// The file is broken, as the program that reads it says.
  case damaged(form: String, tool: String, said: String)
  /// The program that reads the form could not do its work, through no fault of the file.
  case toolFailed(tool: String, said: String)

  /// One line: what is wrong and what to do.
  public var explanation: String {
    switch self {
    case .text(let error): error.explanation
    case .toolMissing(let form, let tool, let advice):
      "\(form), which \(tool) reads, and that is not installed; \(advice)"
    case .container(let isBroken):
      isBroken
        ? "a ZIP container, as Word and Excel files are, that is broken or cut short; "
          + "save or fetch it again"
        : "a ZIP container without a Word, OpenDocument or Excel paper in it; "
          + "unpack it and give the papers that are in it"
    case .locked(let form):
      "\(form) that is locked with a password; open it, save it without one, and give that"
    case .noWords(let form):
      "\(form) of pictures without words, as a scanner makes it; it has to go through text "
        + "recognition first, for example: ocrmypdf FILE.pdf READABLE.pdf"
    case .tooLarge(let form, let limit):
      "\(form) of over \(limit >> 20) MiB; split it into its papers"
    case .beyondLimits(let form, let what):
      "\(form) that \(what), so that it was given up; split it into its papers, "
        + "or save it as plain text"
    case .tooDeep(let levels):
      "elements nested more than \(levels) deep; save the page again, or paste its text into a file"
    case .overloadedTag(let line):
      "line \(line): a tag with hundreds of attributes; "
        + "save the page again, or paste its text into a file"
    case .declaresEntities:
      "the XML declares entities of its own, which is not read; export it without a document type"
    case .malformedXML(let line):
      "line \(line): the XML breaks off or is not well formed; export it again"
    case .damaged(let form, let tool, let said):
      "\(form) that cannot be read; open and save it again"
        + (said.isEmpty ? "" : " (\(tool) said: \(said))")
    case .toolFailed(let tool, let said):
      "\(tool) could not be run; try it by hand" + (said.isEmpty ? "" : " (it said: \(said))")
    }
  }
}

extension PaperFormError {
  /// Why a markup parser stopped.
  init(_ stop: MarkupParser.Stop) {
    switch stop {
    case .tooDeep: self = .tooDeep(levels: MarkupParser.depthLimit)
    case .declaresEntities: self = .declaresEntities
    case .malformed(let line): self = .malformedXML(line: line)
    }
  }

  /// What became of a tool, said of the form of paper that it was to read.
  init(_ error: ToolError, _ tool: Tool, form: String) {
    switch error {
    case .missing:
      self = .toolMissing(form: form, tool: tool.rawValue, advice: tool.advice)
    case .notStarted(let said): self = .toolFailed(tool: tool.rawValue, said: said)
    case .tooSlow(let seconds):
      self = .beyondLimits(form: form, what: "takes over \(seconds) seconds to read")
    case .tooMuchOutput(let bytes):
      self = .beyondLimits(form: form, what: "unpacks to over \(bytes >> 20) MiB of text")
    case .failed(_, let said) where Self.isMemory(said):
      self = .beyondLimits(form: form, what: "takes too much memory to read")
    case .failed(_, let said):
      self = .damaged(form: form, tool: tool.rawValue, said: said)
    case .ended:
      self = .beyondLimits(form: form, what: "takes too much time or memory to read")
    }
  }

  /// Whether a tool's last words say that it wanted more memory than it may have.
  private static func isMemory(_ said: String) -> Bool {
    let said = said.lowercased()
    return ["heap exhausted", "out of memory", "memoryerror", "heap overflow"].contains {
      said.contains($0)
    }
  }
}
