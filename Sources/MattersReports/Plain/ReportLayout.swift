/// What a council chooses of its reports, as its configuration file says it.
///
/// ```toml
/// [report.recommendations]
/// columns = ["reference", "recommendation", "executive_response", "status"]
/// headings = { executive_response = "Cabinet's answer" }
///
/// [officer_report]
/// author = "Scrutiny Manager"
/// ```
public struct ReportLayout: Sendable, Equatable {
  /// Columns by the report's name.
  public var columns: [String: ColumnChoice] = [:]
  /// The words of the officer's report.
  public var wording: OfficerWording = .plain

  /// The usual reports.
  public init() {}

  /// The columns of one report.
  public func choice(for report: String) -> ColumnChoice { columns[report] ?? ColumnChoice() }
}

extension ReportLayout: Decodable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  /// Reads the tables `report` and `officer_report`; whatever else is there is an error, so that a
  /// slip of the pen is not passed over.
  public init(from decoder: any Decoder) throws {
    self.init()
    let file = try decoder.container(keyedBy: Key.self)
    for key in file.allKeys {
      switch key.stringValue {
      case "report":
        let reports = try file.nestedContainer(keyedBy: Key.self, forKey: key)
        for report in reports.allKeys {
          guard Self.names.contains(report.stringValue) else {
            throw Self.unknown(report, of: Self.names)
          }
          let table = try reports.nestedContainer(keyedBy: Key.self, forKey: report)
          columns[report.stringValue] = try Self.choice(table)
        }
      case "officer_report":
        let table = try file.nestedContainer(keyedBy: Key.self, forKey: key)
        var own: [String: [String]] = [:]
        for name in table.allKeys {
          if let one = try? table.decode(String.self, forKey: name) {
            own[name.stringValue] = [one]
          } else {
            own[name.stringValue] = try table.decode([String].self, forKey: name)
          }
        }
        do {
          wording = try OfficerWording(own)
        } catch {
          throw Self.unknown(Key(error.key), of: error.known)
        }
      default: throw Self.unknown(key, of: ["report", "officer_report"])
      }
    }
  }

  /// The names of the reports whose columns can be chosen.
  public static let names = [
    "progress", "recommendations", "actions", "work-programme", "questions", "plan",
  ]

  private static func choice(_ table: KeyedDecodingContainer<Key>) throws -> ColumnChoice {
    var choice = ColumnChoice()
    for key in table.allKeys {
      switch key.stringValue {
      case "columns": choice.keys = try table.decode([String].self, forKey: key)
      case "headings": choice.headings = try table.decode([String: String].self, forKey: key)
      default: throw unknown(key, of: ["columns", "headings"])
      }
    }
    return choice
  }

  private static func unknown(_ key: Key, of known: [String]) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(
        codingPath: [key],
        debugDescription:
          "\(key.stringValue): not known here; known: \(known.joined(separator: ", "))"
      ))
  }
}
