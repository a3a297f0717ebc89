/// How pages of committee systems mark the parts of a meeting: data, as ``SiteMarks`` are.
enum PageMarks {
  /// Classes of tables that list a meeting's items.
  private static let itemTables: Set<String> = ["mgitemtable", "mgitemstable", "agenda-items"]
  /// Classes of cells that hold an item's number.
  private static let numberCells: Set<String> = ["mgitemnumbercell", "item-number"]

  /// Whether a table lists the items of a meeting.
  static func listsItems(_ attributes: MarkupAttributes) -> Bool {
    has(itemTables, attributes)
  }

  /// Whether a cell holds the number of an item.
  static func numbersItem(_ attributes: MarkupAttributes) -> Bool {
    has(numberCells, attributes)
  }

  private static func has(_ names: Set<String>, _ attributes: MarkupAttributes) -> Bool {
    for value in [attributes.value("class"), attributes.value("id")] {
      for name in (value ?? "").lowercased().split(separator: " ")
      where names.contains(String(name)) {
        return true
      }
    }
    return false
  }
}
