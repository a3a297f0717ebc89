/// Tells which elements of a page set their words apart otherwise than as bold: data.
enum HTMLEmphasis {
  private static let names: Set<String> = ["u", "em", "i", "ins", "big"]
  private static let styles = [
    "font-weight:bold", "font-weight:6", "font-weight:7", "font-weight:8", "underline", "italic",
  ]

  /// Whether an element does, by its name or by its style.
  static func isSet(_ name: String, _ attributes: MarkupAttributes) -> Bool {
    if names.contains(name) { return true }
    guard let style = attributes.value("style") else { return false }
    let plain = style.lowercased().filter { $0 != " " }
    return styles.contains { plain.contains($0) }
  }
}
