/// The columns that words stand on and the rivers of blanks between them, over some lines of a page.
struct Rivers {
  private(set) var ink = [Bool](repeating: false, count: SpacedText.widest)
  /// How many stretches begin at a column.
  var starts = [Int](repeating: 0, count: SpacedText.widest + 1)
  /// The blank stretches between words, each as its first column and the one after its last.
  private(set) var all: [Range<Int>] = []

  /// Rivers between columns: two blanks wide, or one where stretches begin on the far bank.
  var banks: [Int] {
    all.filter { $0.count >= 2 || starts[$0.upperBound] >= 2 }.map(\.upperBound)
  }

  /// Wets the columns of some words.
  mutating func add(_ words: [Range<Int>]) {
    var isNew = false
    for word in words {
      for column in word where !ink[column] { (ink[column], isNew) = (true, true) }
    }
    guard isNew else { return }
    all.removeAll(keepingCapacity: true)
    var lastInk: Int?
    for column in ink.indices where ink[column] {
      if let lastInk, column - lastInk > 1 { all.append(lastInk + 1..<column) }
      lastInk = column
    }
  }
}
