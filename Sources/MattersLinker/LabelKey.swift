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
}
