import CustomDump
public import Testing

/// Expects two values to be equal, and shows only the lines in which they differ.
///
/// Custom Dump's own `expectNoDifference` reports through a library that Swift Testing does not
/// hear of unless a further package is linked: its failures pass.
public func expectSame<Value: Equatable>(
  _ actual: Value, _ expected: Value, _ comment: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual != expected else { return }
  let lines = diff(expected, actual) ?? "\(expected)\n\(actual)"
  Issue.record("\(comment)\n- expected, + actual\n\(lines)", sourceLocation: sourceLocation)
}
