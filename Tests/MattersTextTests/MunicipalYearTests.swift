import MattersText
import Testing

@Suite struct MunicipalYearTests {
  static let read: [(String, Int?)] = [
    ("2024", 2024), ("2024-25", 2024), ("2024/25", 2024), ("2024/2025", 2024),
    ("2024 - 2025", 2024), ("2024\u{2013}25", 2024), ("24/25", 2024), ("1999-00", 1999),
    ("24", nil), ("2024-26", nil), ("2024/2024", nil), ("", nil), ("-", nil), ("2024-25-26", nil),
    ("20245", nil), ("year", nil), ("2024-2", nil), ("٢٠٢٤", nil),
  ]

  @Test(arguments: read) func isReadAsWritten(_ example: (String, Int?)) {
    #expect(MunicipalYear.read(example.0) == example.1)
  }
}
