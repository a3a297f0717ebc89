import MattersLinker
import MattersRecords
import MattersText

/// What the first lines of a paper say of whose it is and when it was laid, where no reader of
/// papers made a meeting or a report of them.
struct PaperHead {
  /// How many lines a head has at most.
  private static let length = 40
  private static let nouns: Set<String> = [
    "committee", "board", "panel", "cabinet", "council", "commission", "forum", "group",
    "authority", "executive", "borough", "district",
  ]

  /// Names that may be a body's or a council's, folded.
  private(set) var names: Set<String> = []
  /// The last day that the head gives.
  private(set) var day: PlainDate?

  /// The head of a document: what stands above its first row.
  init(_ document: RegisterDocument) {
    let firstRow = document.records.lazy.filter { $0.record.kind == .trackerEntry }
      .map(\.record.lines.first).min()
    let last = min(Self.length, (firstRow ?? .max) - 1)
    for passage in document.passages where passage.lines.first <= last {
      for day in DateReader.all(in: passage.words) where self.day.map({ $0 < day }) ?? true {
        self.day = day
      }
      for piece in Self.pieces(passage.words) {
        let key = BodyKey(piece).description
        let words = key.split(separator: " ")
        guard (1...12).contains(words.count),
          words.contains(where: { Self.nouns.contains(String($0)) })
        else { continue }
        names.insert(key)
        names.formUnion(Self.shortened(words.map(String.init)))
        // "Report of the Reeds Task Group to the Ponds Committee": the last is whose paper it is.
        if words.first == "report", let to = words.lastIndex(of: "to"), to + 2 < words.count {
          names.insert(words[(to + 1)...].joined(separator: " "))
        }
      }
    }
  }

  /// A line's parts: a name often stands before a dash or a tab with what the paper is.
  private static func pieces(_ words: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in words {
      if "\t|\u{2013}\u{2014}-/,:\n#".contains(character) {
        pieces.append(piece)
        piece = ""
      } else {
        piece.append(character)
      }
    }
    return pieces + [piece, words]
  }

  /// The words to the last that names a kind of body: the committee of `Ponds Committee tracker`.
  private static func shortened(_ words: [String]) -> [String] {
    words.indices.dropFirst().filter { nouns.contains(words[$0]) }.map {
      words[...$0].joined(separator: " ")
    }
  }
}
