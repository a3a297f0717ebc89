import MattersBlocks
import MattersText

/// Placeholder until the HTML reader arrives.
enum HTMLForm {
  static func read(_ source: SourceText) -> Paper { TextReader.read(source) }
}
