public import MattersArising

/// One thing in which what was read is not what the gold says.
public struct Miss: Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Fault: Sendable, Hashable {
    /// No record was read for one of the gold.
    case missed(words: String)
    /// A record was read that the gold does not have.
    case notInGold(words: String)
    /// The record was found at other lines.
    case lines(read: String)
    /// A value of a found record is another.
    case value(key: String, gold: String, read: String)
  }

  /// The kind of the record.
  public var kind: RecordKind
  /// Its lines, in the gold where it is there.
  public var lines: String
  /// What is wrong.
  public var fault: Fault

  /// One line for people to read.
  public var description: String {
    let what =
      switch fault {
      case .missed(let words): "missed: \(words.cut(110))"
      case .notInGold(let words): "not in gold: \(words.cut(110))"
      case .lines(let read): "read at lines \(read)"
      case .value(let key, let gold, let read):
        "\(key): gold \"\(gold.cut(90))\", read \"\(read.cut(90))\""
      }
    return "\(kind.rawValue) at lines \(lines): \(what)"
  }
}

extension String {
  /// The first letters, with a mark where more follow.
  fileprivate func cut(_ length: Int) -> String {
    count > length ? prefix(length) + "…" : self
  }
}
