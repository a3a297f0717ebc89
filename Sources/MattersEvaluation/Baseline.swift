import MattersArising

/// The accuracy that was reached, committed so that no change loses any of it unseen.
public struct Baseline: Sendable, Hashable {
  /// Figures by kind, and under `all` of all kinds taken together.
  public private(set) var figures: [String: Figures] = [:]

  private static let all = "all"

  /// How far a figure may fall without being called a drop: rounding, and no more.
  public static let tolerance = 0.0005

  /// The baseline that an accuracy is.
  public init(_ accuracy: Accuracy) {
    figures[Self.all] = accuracy.micro
    for (kind, tally) in accuracy.kinds { figures[kind.rawValue] = tally.figures }
  }

  /// Reads a baseline, or nothing where the text is not one.
  public init?(json text: String) {
    guard case .object(let subjects) = JSONValue(text), !subjects.isEmpty else { return nil }
    for (subject, value) in subjects {
      guard case .object(let members) = value else { return nil }
      var read = Figures()
      for measure in Measure.allCases {
        if case .number(let figure) = members[measure.rawValue] { read[measure] = figure }
      }
      figures[subject] = read
    }
  }

  /// The baseline as JSON, a line for each kind, so that a change of one shows as one line.
  public var json: String {
    let lines = subjects.map { subject in
      var json = JSONText()
      json.beginObject()
      json.key(named: subject)
      json.beginObject()
      figures[subject]?.writeFields(&json)
      json.endObject()
      json.endObject()
      return "  " + json.text.dropFirst().dropLast()
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// A figure that is not what it was.
  public struct Change: Sendable, Hashable, CustomStringConvertible {
    /// The kind, or `all`.
    public var subject: String
    /// What was measured.
    public var measure: Measure
    /// The figure in the baseline.
    public var before: Double?
    /// The figure now.
    public var now: Double?

    /// Whether accuracy was lost; a figure that is measured no more is lost.
    public var isDrop: Bool { before.map { $0 > now ?? -1 } ?? false }

    /// One line for people to read.
    public var description: String {
      let words = [before, now].map { $0.map { Figures.text($0, places: 4) } ?? "none" }
      return "\(subject) \(measure.rawValue): \(words[0]) -> \(words[1])"
    }
  }

  /// What is gained and lost between this baseline and another measurement, by kind.
  public func changes(to other: Baseline) -> [Change] {
    var merged = self
    merged.figures.merge(other.figures) { $1 }
    return merged.subjects.flatMap { subject in
      Measure.allCases.compactMap { measure in
        let before = figures[subject]?[measure]
        let now = other.figures[subject]?[measure]
        if before == nil, now == nil { return nil }
        if let before, let now, abs(before - now) <= Self.tolerance { return nil }
        return Change(subject: subject, measure: measure, before: before, now: now)
      }
    }
  }

  private var subjects: [String] {
    figures.keys.sorted { ($0 == Self.all ? 0 : 1, $0) < ($1 == Self.all ? 0 : 1, $1) }
  }
}

extension Figures {
  /// A figure with a fixed number of decimal places.
  public static func text(_ value: Double, places: Int) -> String {
    var json = JSONText()
    json.number(value, places: places)
    return json.text
  }
}
