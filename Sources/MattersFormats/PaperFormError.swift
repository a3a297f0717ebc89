public import MattersText

/// Why a file could not be read as a paper of any form.
public enum PaperFormError: Error, Equatable, Sendable {
  /// The bytes are no text and no form that is known.
  case text(SourceTextError)
  /// A page or a file is larger than is read.
  case tooLarge(megabytes: Int)
  /// A page's elements stand in one another deeper than in any real page.
  case tooDeep(levels: Int)
  /// A tag has more attributes than in any real page.
  case overloadedTag(line: Int)
  /// The XML declares entities of its own, which could make it grow without end.
  case declaresEntities
  /// The XML breaks off or is not well formed.
  case malformedXML(line: Int)

  /// One line: what is wrong, where, and what to do.
  public var explanation: String {
    switch self {
    case .text(let error): error.explanation
    case .tooLarge(let megabytes):
      "over \(megabytes) MB, more than is read of this form; split the file into its papers"
    case .tooDeep(let levels):
      "elements nested more than \(levels) deep; save the page again, or paste its text into a file"
    case .overloadedTag(let line):
      "line \(line): a tag with hundreds of attributes; save the page again, or paste its text into a file"
    case .declaresEntities:
      "the XML declares entities of its own, which is not read; export it without a document type"
    case .malformedXML(let line):
      "line \(line): the XML breaks off or is not well formed; export it again"
    }
  }

  init(_ stop: MarkupParser.Stop) {
    switch stop {
    case .tooDeep: self = .tooDeep(levels: MarkupParser.depthLimit)
    case .declaresEntities: self = .declaresEntities
    case .malformed(let line): self = .malformedXML(line: line)
    }
  }
}
