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
