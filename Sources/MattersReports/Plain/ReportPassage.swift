/// A heading with its paragraphs.
public struct ReportPassage: Sendable, Equatable {
  /// The heading; none where the words stand alone.
  public var heading: String?
  /// The paragraphs.
  public var paragraphs: [ReportParagraph]

  /// A passage from its parts.
  public init(_ heading: String? = nil, _ paragraphs: [ReportParagraph]) {
    self.heading = heading
    self.paragraphs = paragraphs
  }
}

/// A paragraph, numbered where officers' reports number theirs.
public struct ReportParagraph: Sendable, Equatable {
  /// The number.
  public var number: Int?
  /// The sentences.
  public var sentences: [ReportSentence]
  /// Points below it.
  public var points: [ReportSentence]
  /// Whether the points have letters, as what a committee is asked to agree has.
  public var areLettered = false

  /// A paragraph from its parts.
  public init(_ sentences: [ReportSentence], points: [ReportSentence] = [], number: Int? = nil) {
    self.sentences = sentences
    self.points = points
    self.number = number
  }

  /// The mark of a point where there are words alone.
  func mark(of point: Int) -> String {
    guard areLettered, let letter = UInt8(exactly: 97 + point), letter <= 122 else { return "-" }
    return "(\(Character(UnicodeScalar(letter))))"
  }

  /// A paragraph of one sentence without a source.
  public init(_ words: String) { self.init([ReportSentence(words)]) }
}

/// A sentence and where it is known from.
public struct ReportSentence: Sendable, Equatable {
  /// The words.
  public var words: String
  /// The places in the papers, or the person, that say so.
  public var sources: [ReportSource]

  /// A sentence with its sources.
  public init(_ words: String, from sources: [ReportSource] = []) {
    self.words = words
    self.sources = sources
  }
}

/// A place from which something is known.
public struct ReportSource: Sendable, Hashable {
  /// The paper's file name, or who entered it.
  public var document: String
  /// The first and last line.
  public var lines: [Int]
  /// The reference of the matter it is about.
  public var reference: String?

  /// A place in a paper, or a person's word where there are no lines.
  public init(_ document: String, lines: [Int] = [], reference: String? = nil) {
    self.document = document
    self.lines = lines
    self.reference = reference
  }

  /// The place in words: `minutes.txt, lines 12-15 (PSC/23-24/IR01)`.
  public var inWords: String {
    var words = document
    if let first = lines.first, let last = lines.last {
      words += first == last ? ", line \(first)" : ", lines \(first)-\(last)"
    }
    return reference.map { "\(words) (\($0))" } ?? words
  }
}
