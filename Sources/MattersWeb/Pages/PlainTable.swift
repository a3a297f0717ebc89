import Mustache

/// A table of words, each row under the heading of its first cell.
///
/// On a narrow screen the rows become blocks, in which each cell says its column's name.
struct PlainTable: MustacheParent {
  var caption: String
  var columns: [String]
  var rows: [[Cell]]
  /// Whether a heading above it says the same as its caption.
  var isUnderItsHeading = false

  /// One cell.
  struct Cell {
    var words: String
    /// Where it leads to.
    var address: String?
    /// Whether the words are a reference, which is not broken into lines.
    var isReference = false
    /// What only those hear who cannot see the row.
    var unseen: String?
    /// That what it says is not certain, in a word.
    var doubt: String?

    init(_ words: String, to address: String? = nil, unseen: String? = nil, doubt: String? = nil) {
      self.words = words
      self.address = address
      self.unseen = unseen
      self.doubt = doubt
    }
  }

  func child(named key: String) -> Any? {
    switch key {
    case "caption": caption
    case "columns": columns
    case "isUnderItsHeading": isUnderItsHeading
    case "rows": rows.map { Line(cells: $0, columns: columns) }
    default: nil
    }
  }

  private struct Line: MustacheParent {
    let cells: [Cell]
    let columns: [String]

    func child(named key: String) -> Any? {
      switch key {
      case "head": cells.first.map { Shown(cell: $0, label: "") }
      case "others": zip(cells, columns).dropFirst().map { Shown(cell: $0, label: $1) }
      default: nil
      }
    }
  }

  private struct Shown: MustacheParent {
    let cell: Cell
    let label: String

    func child(named key: String) -> Any? {
      switch key {
      case "label": label
      case "cellWords": cell.words
      case "cellAddress": cell.address ?? false
      case "isReference": cell.isReference
      case "unseen": cell.unseen ?? false
      case "doubt": cell.doubt ?? false
      default: nil
      }
    }
  }
}
