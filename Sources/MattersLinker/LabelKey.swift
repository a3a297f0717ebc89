/// A label without its brackets and dots, for comparing `(a)`, `a)` and `a.`.
public enum LabelKey {
  /// The letters and digits of a label in lower case; nothing where there is no label.
  public static func of(_ label: String?) -> String? {
    guard let label else { return nil }
    var core = label.lowercased()
    for lead in ["recommendation", "request", "action"] where core.hasPrefix(lead) {
      core = String(core.dropFirst(lead.count))
    }
    core = core.filter { $0.isLetter || $0.isNumber }
    return core.isEmpty ? nil : core
  }

  /// Whether a label may be that of something asked: the same, or the minute's number before it.
  static func fits(_ label: String?, _ asked: Asked) -> Bool {
    guard let label = of(label), let own = of(asked.label) ?? of(asked.minute) else { return true }
    if of(asked.label) == nil { return label == own || !label.allSatisfy(\.isNumber) }
    return label == own || asked.minute.flatMap { of($0) }.map { label == $0 + own } ?? false
  }
}

extension LabelKey {
  /// Whether two folded labels are of one thing, where one paper writes the number alone and another
  /// with the letters of its own: `1`, `R1` and `TG1`.
  static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let x = coded(a), let y = coded(b), x.number == y.number else { return false }
    return x.letters.isEmpty || y.letters.isEmpty
  }

  /// The letters and the number of a label such as `r1`, `tg12` or `3`.
  private static func coded(_ label: String) -> (letters: Substring, number: Substring)? {
    let letters = label.prefix { $0.isLetter }
    let number = label.dropFirst(letters.count)
    guard letters.count <= 3, (1...3).contains(number.count), number.allSatisfy(\.isNumber) else {
      return nil
    }
    return (letters, number)
  }
}
