import Mustache

/// A chart as a table: each row has its numbers in words and a bar that shows them.
struct Chart: MustacheParent {
  var heading: String
  var note: String?
  var caption: String
  /// The heading of the first column, and of each column of numbers.
  var columns: [String]
  var rows: [Line]

  /// One row of the chart.
  struct Line: MustacheParent {
    var label: String
    var link: String?
    var numbers: [Int]
    fileprivate var scale = 1

    init(_ label: String, _ numbers: [Int], link: String? = nil) {
      self.label = label
      self.numbers = numbers
      self.link = link
    }

    func child(named key: String) -> Any? {
      switch key {
      case "label": label
      case "link": link ?? false
      case "numbers": numbers
      case "parts": parts
      default: nil
      }
    }

    private var parts: [Part] {
      var x = 0.0
      return zip(numbers, ["a", "b", "c"]).map { number, style in
        let width = 100 * Double(number) / Double(scale)
        defer { x += width }
        return Part(style: style, x: x, width: width)
      }
    }
  }

  /// A part of a bar.
  struct Part: MustacheParent {
    var style: String
    var x: Double
    var width: Double

    func child(named key: String) -> Any? {
      switch key {
      case "partClass": style
      case "x": Self.rounded(x)
      case "width": Self.rounded(width)
      default: nil
      }
    }

    private static func rounded(_ number: Double) -> String {
      let tenths = Int((number * 10).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
  }

  /// A heading of the table.
  private struct Heading: MustacheParent {
    var name: String
    var index: Int

    func child(named key: String) -> Any? {
      switch key {
      case "name": name
      case "isNumber": index > 0
      case "partClass": ["a", "b", "c"][(index + 2) % 3]
      default: nil
      }
    }
  }

  func child(named key: String) -> Any? {
    switch key {
    case "heading": return heading
    case "note": return note ?? false
    case "caption": return caption
    case "columns":
      return columns.enumerated().map { Heading(name: $1, index: $0) }
    case "rows":
      let most = rows.map { $0.numbers.reduce(0, +) }.max() ?? 1
      return rows.map { row in
        var row = row
        row.scale = max(1, most)
        return row
      }
    default: return nil
    }
  }
}
