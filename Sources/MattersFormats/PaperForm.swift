public import MattersBlocks
import MattersText

/// Reads a paper of any form: the form is known by the content, whatever the file is called.
public enum PaperForm {
  /// The blocks of a paper, given its file's bytes.
  ///
  /// - Throws: ``PaperFormError`` where the bytes are no form that is read, or hostile.
  public static func read(
    name: String, contents: [UInt8]
  ) throws(PaperFormError) -> Paper {
    let source: SourceText
    do throws(SourceTextError) {
      source = try SourceText(name: name, contents: contents)
    } catch {
      throw .text(error)
    }
    switch MarkupSniffer.language(of: source.bytes) {
    case .html: return try HTMLPaper.read(source)
    case .xml: return try XMLPaper.read(source)
    case nil: return TextReader.read(source)
    }
  }
}
