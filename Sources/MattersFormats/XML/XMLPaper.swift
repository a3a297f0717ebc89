import MattersBlocks
import MattersText

/// Reads XML as a paper: what a committee system's web service says of a meeting, or any other
/// elements with words in them.
///
/// Such services put whole pages of HTML, escaped, into their elements; these are read as pages are.
enum XMLPaper {
  /// The paper of an XML text.
  static func read(_ source: SourceText) throws(PaperFormError) -> Paper {
    try HTMLPaper.check(source)
    let reader = XMLReader()
    do throws(MarkupParser.Stop) {
      try MarkupParser.parse(source.bytes, as: .xml, into: reader)
    } catch {
      throw PaperFormError(error)
    }
    var meeting = ServiceMeeting(source: source)
    for leaf in reader.leaves { try meeting.take(leaf) }
    var builder = PaperBuilder(source: source)
    if meeting.isOne {
      HTMLPaper.write(meeting.pieces(), to: &builder)
    } else {
      for leaf in reader.leaves { HTMLPaper.write(try leaf.pieces(of: source), to: &builder) }
    }
    return builder.finish()
  }
}

/// Gathers the elements of XML that hold words and no other elements.
final class XMLReader: MarkupHandler {
  /// An element with words.
  struct Leaf {
    /// The names of the elements that it stands in, outermost first, then its own; lower case.
    var path: [String]
    /// The decoded words.
    var bytes: [UInt8] = []
    /// Where runs of the words stand: the offset in the words, the place in the source.
    var runs: [(at: Int, place: Int)] = []
    /// Where the element begins.
    var place: Int
    /// Which of its parents' elements it stands in, so that two items can be told apart.
    var parent: Int
  }

  private(set) var leaves: [Leaf] = []
  private var open: [Leaf] = []
  private var hasChildren: [Bool] = []
  private var elements = 0
  private var numbers: [Int] = []

  func open(_ name: String, _ attributes: MarkupAttributes, at place: Int) {
    elements += 1
    if !hasChildren.isEmpty { hasChildren[hasChildren.count - 1] = true }
    let local = name.split(separator: ":").last.map(String.init) ?? name
    let path = (open.last?.path ?? []) + [local.lowercased()]
    open.append(Leaf(path: path, place: place, parent: numbers.last ?? 0))
    hasChildren.append(false)
    numbers.append(elements)
  }

  func close(_ name: String, at place: Int) {
    _ = numbers.popLast()
    guard let leaf = open.popLast(), let hadChildren = hasChildren.popLast() else { return }
    if !hadChildren, leaf.bytes.contains(where: { !$0.isSpace }) { leaves.append(leaf) }
  }

  func words(_ text: ArraySlice<UInt8>, at place: Int) {
    guard let last = open.indices.last else { return }
    open[last].runs.append((open[last].bytes.count, place))
    open[last].bytes.append(contentsOf: text)
  }
}

extension XMLReader.Leaf {
  /// The place in the source of an offset in the words.
  func place(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].at <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return place }
    return runs[low - 1].place + offset - runs[low - 1].at
  }

  /// The words, white space made one space.
  var words: PlacedWords {
    var words = PlacedWords()
    for (index, run) in runs.enumerated() {
      let end = index + 1 < runs.count ? runs[index + 1].at : bytes.count
      words.append(bytes[run.at..<end], at: run.place)
    }
    return words
  }

  /// The pieces of the words: those of a page where they hold markup, one paragraph where not.
  func pieces(of source: SourceText) throws(PaperFormError) -> [HTMLPiece] {
    guard holdsMarkup else { return [.paragraph(words)] }
    if MarkupGuard.overloadedTag(bytes) != nil {
      throw .overloadedTag(line: source.line(at: place))
    }
    var pieces: [HTMLPiece] = []
    do throws(MarkupParser.Stop) {
      try HTMLReader.read(
        bytes, of: source, place: { self.place(of: $0) }, emit: { pieces.append($0) })
    } catch {
      throw PaperFormError(error)
    }
    return pieces
  }

  private var holdsMarkup: Bool {
    var at = 0
    while at + 1 < bytes.count {
      if bytes[at] == 0x3C, bytes[at + 1].isLetter || bytes[at + 1] == 0x2F { return true }
      if bytes[at] == 0x26, bytes[at + 1].isLetter || bytes[at + 1] == 0x23 { return true }
      at += 1
    }
    return false
  }
}
