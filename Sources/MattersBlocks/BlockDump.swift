import MattersText

extension Paper {
  /// The blocks as indented text: lines, kind, label, words; what `matters parse --dump blocks` shows.
  public func dump() -> String {
    var out = ""
    for block in blocks {
      let lines =
        block.lines.first == block.lines.last
        ? "\(block.lines.first)" : "\(block.lines.first)-\(block.lines.last)"
      out += lines + " " + String(repeating: "  ", count: Int(min(block.level, 8)))
      switch block.kind {
      case .heading: out += "heading"
      case .paragraph: out += "paragraph"
      case .item: out += "item"
      case .row: out += "row table=\(block.table)"
      case .furniture: out += "furniture \(block.furniture?.rawValue ?? "")"
      }
      if block.style.contains(.bold) { out += " bold" }
      if block.style.contains(.struck) { out += " struck" }
      if let label = label(block) { out += " [\(label)]" }
      switch block.kind {
      case .row:
        out += " | " + cells(block).map { text($0) }.joined(separator: " | ") + " |"
      case .furniture:
        break
      default:
        out += " " + text(block)
      }
      out += "\n"
    }
    return out
  }
}
