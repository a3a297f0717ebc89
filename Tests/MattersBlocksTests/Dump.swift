import MattersBlocks
import MattersText

/// The blocks of some text as `Paper.dump()` shows them, a line each.
func dump(_ text: String) -> [String] {
  TextReader.read(SourceText(name: "test", text: text)).dump()
    .split(separator: "\n").map(String.init)
}

/// The words that are left of a paragraph when its markup is taken off.
func words(_ text: String) -> String {
  let paper = TextReader.read(SourceText(name: "test", text: text))
  return paper.blocks.map { paper.text($0) }.joined(separator: " | ")
}
