import MattersRecords
import MattersText

/// Which minute of a paper each line stands under.
struct MinuteSections {
  private let starts: [Int]

  init(_ records: [PaperRecord]) {
    starts = records.compactMap { record in
      if case .minute = record.content { record.lines.first } else { nil }
    }.sorted()
  }

  /// How many minutes begin at or above a line: the same for all lines under one.
  func section(of line: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
