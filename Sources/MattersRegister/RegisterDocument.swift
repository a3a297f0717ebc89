public import MattersRecords
public import MattersText

/// A document as the register takes it in: its text and what was read from it.
public struct RegisterDocument: Sendable {
  /// The file name.
  public var name: String
  /// The text, UTF-8.
  public let text: [UInt8]
  /// The SHA-256 of the text, made by whoever read it, so that the one writer need not.
  let textHash: String
  /// The encoding the text arrived in.
  public var encoding: String
  /// How many lines it has.
  public var lineCount: Int
  /// How many of its lines no parser knew.
  public var unclaimedLines: Int
  /// The records, and the meeting whose paper each stands in.
  public var records: [(record: PaperRecord, setting: RecordSetting)]
  /// The links inside the document, as records.
  public var links: [PaperRecord]
  /// The words of its paragraphs, items and rows with their lines, for searching.
  public var passages: [(lines: LineRange, words: String)]

  /// Whether all of it is to be kept from the public, whatever it says of itself.
  public var isExempt = false

  /// How the text came out of the file; nothing where the file is the text.
  public var conversion: Conversion?

  /// How a text came out of a file that is none.
  public struct Conversion: Sendable {
    /// The program, with its version.
    public var converter: String
    /// The bytes of the file.
    public let file: [UInt8]
    /// Their SHA-256.
    let fileHash: String

    /// A conversion by a program, of a file.
    public init(converter: String, file: [UInt8]) {
      self.converter = converter
      self.file = file
      fileHash = Register.digest(file)
    }
  }

  /// A document with what was read from it.
  public init(
    name: String, text: [UInt8], encoding: String, lineCount: Int, unclaimedLines: Int,
    records: [(record: PaperRecord, setting: RecordSetting)], links: [PaperRecord],
    passages: [(lines: LineRange, words: String)] = []
  ) {
    self.name = name
    self.text = text
    textHash = Register.digest(text)
    self.encoding = encoding
    self.lineCount = lineCount
    self.unclaimedLines = unclaimedLines
    self.records = records
    self.links = links
    self.passages = passages
  }

  /// What tells that another text is a revision of this one: the file name and what the first
  /// meeting or report in it says it is.
  var identity: String {
    for (record, _) in records {
      switch record.content {
      case .meeting(let meeting):
        return
          "\(name)|\(meeting.documentRole.rawValue)|\(meeting.body ?? "")|\(meeting.date ?? "")"
      case .report(let report):
        return "\(name)|report|\(report.title)|\(report.meetingDate ?? "")"
      default: continue
      }
    }
    return "\(name)|"
  }
}

/// What became of a document that was handed to the register.
public enum StoreOutcome: Sendable, Equatable {
  /// It was new.
  case stored
  /// The same text is there already, under this name.
  case unchanged(name: String)
  /// The same text was withdrawn under this name, and is not taken in again.
  case withdrawn(name: String)
  /// It replaces an earlier text of the same paper; both are kept.
  case revision

  /// Whether the text came in.
  var isKept: Bool { self == .stored || self == .revision }
}
