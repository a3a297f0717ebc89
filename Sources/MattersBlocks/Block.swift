public import MattersText

/// One piece of a paper's layout: a heading, a paragraph, a list item, a table row, or furniture.
///
/// Blocks are flat and in document order. Each non-blank line of the source belongs to exactly one
/// block. Words are ranges into the paper's cleaned text; `lines` always point into the source.
public struct Block: Sendable {
  /// What kind of piece it is.
  public enum Kind: UInt8, Sendable {
    /// A heading that the text marks as one (Markdown `#`).
    case heading
    /// A line or a paragraph of prose.
    case paragraph
    /// A list item: a bullet, or anything that begins with a label such as `(a)` or `12.`
    case item
    /// A table's row.
    case row
    /// Layout that carries no words of the paper: page numbers, rules, repeated table headers.
    case furniture
  }

  /// What marks a block's whole text.
  public struct Style: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// A set of marks from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The whole text is bold.
    public static let bold = Style(rawValue: 1)
    /// The whole text is struck through: superseded by what follows it.
    public static let struck = Style(rawValue: 2)
    /// The line began with a bullet.
    public static let bullet = Style(rawValue: 4)
    /// The whole text is set apart: in bold, in italics or underlined.
    public static let emphasized = Style(rawValue: 8)
  }

  /// What kind of piece it is.
  public var kind: Kind
  // What takes one byte stands together, and so a block takes less.
  /// A heading's depth, or how far an item is indented, in steps.
  public var level: UInt8 = 0
  /// What marks the whole text.
  public var style: Style = []
  /// How many bytes at the head of the words are set apart from the rest, as a title is that its
  /// paragraph runs on from; 0 where none are.
  public var lead: UInt8 = 0
  /// Why a furniture block is furniture.
  public var furniture: Furniture?
  /// Where it stands in the source.
  public var lines: LineRange
  /// The label of an item as printed, `(i)` or `12.`; empty where there is none.
  public var label: ByteRange = .none
  /// The cleaned words; for a row, empty (see `cells`).
  public var text: ByteRange = .none {
    didSet {
      stems = .all
      if text.lower != oldValue.lower { lead = 0 }
    }
  }
  /// Which of the paper's cells are the row's.
  public var cells: Range<Int32> = 0..<0 { didSet { stems = .all } }
  /// The row's table, counted from 0 in the paper; -1 for other kinds.
  public var table: Int32 = -1
  /// The stems that stand in the words; all of them where the words were changed since.
  package private(set) var stems = WordStems.all

  init(kind: Kind, lines: LineRange, furniture: Furniture? = nil) {
    (self.kind, self.lines, self.furniture) = (kind, lines, furniture)
  }

  /// Notes which stems stand in the words.
  mutating func noteStems(in bytes: [UInt8], _ all: [ByteRange]) {
    if kind == .furniture { return }
    var stems = WordStems(bytes, text)
    for cell in all[Int(cells.lowerBound)..<Int(cells.upperBound)] where !cell.isEmpty {
      stems.formUnion(WordStems(bytes, cell))
    }
    self.stems = stems
  }

  /// Says that any stem may stand in the words.
  mutating func forgetStems() { stems = .all }
}

/// Why something is page furniture: the named rules of `matters parse --coverage`.
public enum Furniture: String, Sendable, CaseIterable {
  /// A line that is only a page number.
  case pageNumber = "page_number"
  /// A line that pages print again at their head: the paper's title, its date.
  case runningHead = "running_head"
  /// A line that pages print again at their foot.
  case runningFoot = "running_foot"
  /// A table's rule of dashes.
  case tableRule = "table_rule"
  /// A table's header printed again after a page break.
  case repeatedTableHeader = "repeated_table_header"
  /// The key to a table's colours, printed on each page.
  case keyRow = "key_row"
  /// A short line on the cover, before the first document that is recognised.
  case coverLine = "cover_line"
  /// A web site's menus, trails of links and offers to share or print.
  case navigation
  /// What a web page holds but does not show: scripts, styles, hidden elements.
  case hidden
  /// A link to a file, with the file's size, as web pages list them.
  case documentLink = "document_link"
  /// A label that a web page puts over its columns and lists: `No. Item`, `Additional documents:`.
  case pageLabel = "page_label"
  /// Marks without a word or a number.
  case marksOnly = "marks_only"
}
