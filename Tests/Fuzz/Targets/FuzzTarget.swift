/// What is fuzzed: each target takes any bytes and says what is wrong with what came of them.
///
/// A trap, a hang or too much memory is found by who runs it: `make fuzz`, with coverage as its
/// guide, or the ordinary tests, which replay the inputs that were saved.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Bytes of a file in any form that needs no tool.
  case forms
  /// Plain text, through the readers and parsers of papers to records and links.
  case papers
  /// A web page.
  case html
  /// An XML file.
  case xml
  /// A table of comma-separated values.
  case csv
  /// A ZIP container, as office files are.
  case zip
  /// Several papers of one council, linked across.
  case linker
  /// A line of JSON as the register's and other people's records come.
  case record
  /// Words with days and times in them.
  case dates

  /// What is wrong; nothing where all is well.
  public func complaint(_ bytes: [UInt8]) -> String? {
    switch self {
    case .forms: PaperFuzzing.complaint(contents: bytes)
    case .papers: PaperFuzzing.complaint(text: bytes)
    case .html: PaperFuzzing.complaint(contents: Array("<!DOCTYPE html>\n".utf8) + bytes)
    case .xml: PaperFuzzing.complaint(contents: Array("<?xml version=\"1.0\"?>\n".utf8) + bytes)
    case .csv: PaperFuzzing.complaint(contents: Array("Ref,Request,Reply\n1,a,b\n".utf8) + bytes)
    case .zip: ContainerFuzzing.complaint(bytes)
    case .linker: LinkerFuzzing.complaint(bytes)
    case .record: RecordFuzzing.complaint(bytes)
    case .dates: DateFuzzing.complaint(bytes)
    }
  }
}
