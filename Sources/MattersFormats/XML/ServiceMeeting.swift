import MattersBlocks
import MattersText

/// A meeting as the web service of a committee system tells of it: fields by the names of their
/// elements, and the items, each with its text, decision and minutes.
///
/// The names differ between versions of such systems, so that a field is known by words in its
/// element's name. What comes out are the pieces of the page that the system would show.
struct ServiceMeeting {
  /// What an element holds.
  private enum Field {
    case council, body, date, time, place, number, title, text, decision, minutes
  }

  /// An item of the agenda.
  private struct Item {
    var parent: Int
    var number: PlacedWords?
    var title: PlacedWords?
    var text: [HTMLPiece] = []
    var decision: [HTMLPiece] = []
    var minutes: [HTMLPiece] = []
    var place: Int
  }

  private let source: SourceText
  private var council: PlacedWords?
  private var body: PlacedWords?
  private var date: PlacedWords?
  private var time: PlacedWords?
  private var place: PlacedWords?
  private var items: [Item] = []
  private var others: [LineRange] = []

  init(source: SourceText) { self.source = source }

  /// Whether the elements told of a meeting: its body and its day.
  var isOne: Bool { body != nil && date != nil }

  // MARK: - Taking

  /// Takes an element that holds words.
  mutating func take(_ leaf: XMLReader.Leaf) throws(PaperFormError) {
    guard let field = Self.field(leaf.path) else {
      others.append(leaf.words.lines(in: source))
      return
    }
    switch field {
    case .council: council = council ?? leaf.words
    case .body: body = body ?? leaf.words
    case .date: date = date ?? leaf.words
    case .time: time = time ?? leaf.words
    case .place: place = place ?? leaf.words
    case .number, .title, .text, .decision, .minutes:
      if items.last?.parent != leaf.parent {
        items.append(Item(parent: leaf.parent, place: leaf.place))
      }
      let last = items.count - 1
      switch field {
      case .number: items[last].number = leaf.words
      case .title: items[last].title = try Self.plain(leaf, source)
      case .text: items[last].text += try leaf.pieces(of: source)
      case .decision: items[last].decision += try leaf.pieces(of: source)
      default: items[last].minutes += try leaf.pieces(of: source)
      }
    }
  }

  /// The words of a title, which may hold markup too.
  private static func plain(
    _ leaf: XMLReader.Leaf, _ source: SourceText
  ) throws(PaperFormError) -> PlacedWords {
    var words = PlacedWords()
    for piece in try leaf.pieces(of: source) {
      words.space()
      words.append(piece.words)
    }
    return words
  }

  /// What the last of some nested elements holds.
  private static func field(_ path: [String]) -> Field? {
    guard let own = path.last else { return nil }
    let name = own.filter(\.isLetter)
    let isInItem = path.dropLast().contains { $0.hasSuffix("item") || $0.hasSuffix("items") }
    if isInItem {
      if name.hasSuffix("number") || name.hasSuffix("itemno") { return .number }
      if name.hasSuffix("title") || name == "heading" { return .title }
      let isFlag = name.hasPrefix("is") || flags.contains(where: name.hasSuffix)
      if name.contains("minute"), !isFlag { return .minutes }
      if name.contains("decision"), !isFlag { return .decision }
      if texts.contains(where: name.hasSuffix) { return .text }
      return nil
    }
    if name == "meetingdate" || name == "date" { return .date }
    if name == "meetingtime" || name == "time" { return .time }
    if name.hasSuffix("venue") || name.hasSuffix("location") { return .place }
    if name.contains("committee"), name.hasSuffix("title") || name.hasSuffix("name") {
      return .body
    }
    if ["councilname", "council", "authority", "authorityname"].contains(name) { return .council }
    return nil
  }

  /// Names of elements that hold what an item is for.
  private static let texts = ["text", "description", "purpose", "summary", "content"]
  /// Ends of names of elements that are no text: numbers of records, addresses, days, switches.
  private static let flags = ["id", "url", "link", "date", "published", "status", "type", "count"]

  // MARK: - Giving

  /// The pieces of the page that the meeting would be.
  func pieces() -> [HTMLPiece] {
    guard let body, let date else { return [] }
    let start = body.firstPlace
    let isMinuted = items.contains { !$0.minutes.isEmpty || !$0.decision.isEmpty }
    var pieces: [HTMLPiece] = others.map { .furniture(.hidden, $0) }
    if let council { pieces.append(.heading(council, level: 1)) }
    pieces.append(
      .heading(PlacedWords(isMinuted ? "Agenda and minutes" : "Agenda", at: start), level: 1))
    pieces.append(.heading(body, level: 2))
    for (label, value) in [("Date:", date), ("Time:", time), ("Venue:", place)] {
      guard let value else { continue }
      pieces.append(.paragraph(Self.labelled(label, value)))
    }
    for item in items {
      guard let title = item.title else { continue }
      pieces.append(.heading(Self.numbered(item.number, title), level: 3))
      pieces += item.text.map(\.underItem)
      for (label, part) in [("Decision:", item.decision), ("Minutes:", item.minutes)]
      where !part.isEmpty {
        let place = part.lazy.map(\.words).first { !$0.isEmpty }?.firstPlace ?? item.place
        pieces.append(.paragraph(PlacedWords(label, at: place), level: 1))
        pieces += part.map(\.underItem)
      }
    }
    return pieces
  }

  private static func labelled(_ label: String, _ value: PlacedWords) -> PlacedWords {
    var words = PlacedWords(label, at: value.firstPlace)
    words.space()
    words.append(value)
    return words
  }

  /// An item's number with the dot that a page prints behind it, and its title.
  private static func numbered(_ number: PlacedWords?, _ title: PlacedWords) -> PlacedWords {
    guard var words = number, !words.isEmpty else { return title }
    if words.bytes.last?.isDigit == true { words.append([0x2E], at: words.firstPlace) }
    words.space()
    words.append(title)
    return words
  }
}
