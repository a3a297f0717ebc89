import MattersBlocks
import MattersText

enum XMLPaper {
  static func read(_ source: SourceText) throws(PaperFormError) -> Paper {
    try HTMLPaper.check(source)
    return PaperBuilder(source: source).finish()
  }
}
