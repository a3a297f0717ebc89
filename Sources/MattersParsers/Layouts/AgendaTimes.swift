import MattersBlocks
import MattersRecords
import MattersText

/// The items of an agenda that says before each at what time it is taken, `10.15 Budget`, with a
/// number behind the time or none.
struct AgendaTimes {
  /// An item by the block that it stands in.
  private(set) var items: [Int: (item: AgendaItem, number: ItemNumber?)] = [:]

  init(_ section: Section, of paper: Paper) {
    let bytes = paper.clean.bytes
    let start =
      section.blocks.last {
        [.paragraph, .heading].contains(paper.blocks[$0].kind)
          && paper.says(paper.blocks[$0], "agenda")
      } ?? section.blocks.lowerBound
    for index in start..<section.blocks.upperBound {
      let block = paper.blocks[index]
      guard block.kind == .item || block.kind == .paragraph, (4...200).contains(block.text.count)
      else { continue }
      let first = block.label.isEmpty ? block.text.lower : block.label.lower
      guard bytes[first].isDigit else { continue }
      let words = ((paper.label(block).map { $0 + " " } ?? "") + paper.text(block))
        .split(separator: " ")
      guard let count = HeadLine.timeLength(words[...]), count < words.count else { continue }
      let title = words[count...].joined(separator: " ")
      guard title.first?.isUppercase == true || title.first?.isNumber == true,
        !HeadWording.isPlace(title), DateReader.first(in: title) == nil
      else { continue }
      // "8.11" is a number and no time: meetings are planned by five minutes.
      let time = TimeReader.first(in: words[..<count].joined(separator: " "))
      guard time?.hasSuffix("0") == true || time?.hasSuffix("5") == true else {
        items = [:]
        return
      }
      items[index] = Self.item(title)
    }
    // A time or two stand in other places too: when a meeting begins, a break.
    if items.count < 3 { items = [:] }
  }

  private static func item(_ title: String) -> (item: AgendaItem, number: ItemNumber?) {
    let bytes = Array(title.utf8)
    guard let (label, next) = LabelScanner.scan(bytes, 0, bytes.count),
      let number = ItemNumber(bytes.string(label)), next < bytes.count
    else { return (AgendaWords.item(title), nil) }
    var item = AgendaWords.item(
      bytes.string(bytes.trimmed(ByteRange(next, bytes.count))))
    item.number = number.printed
    return (item, number)
  }
}
