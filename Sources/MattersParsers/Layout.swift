import MattersBlocks

/// A form that a document in a pack has: how to know where one begins, and how to read it.
///
/// A new layout is one file in this folder, one row in ``Layouts``, and one corpus case; a test
/// fails until all three are there.
protocol Layout: SendableMetatype {
  /// What the layout is called in `matters layouts` and in diagnostics.
  static var name: String { get }
  /// What papers have it, in one sentence.
  static var summary: String { get }
  /// Whether a document of this layout begins at a block, and on what evidence.
  static func opening(at index: Int, in paper: Paper) -> Opening?
  /// Reads the records of a document.
  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink)
}

/// Where a document begins and how plainly it says so.
struct Opening {
  /// The block it begins at; it may lie before the one that gave it away, such as a title.
  var start: Int
  /// How many independent signs there are; of two layouts the one with more opens the document.
  var signs: Int
}

/// A table that carries records wherever it stands.
protocol TableLayout: SendableMetatype {
  /// What the layout is called in `matters layouts` and in diagnostics.
  static var name: String { get }
  /// What tables have it, in one sentence.
  static var summary: String { get }
  /// How many signs a table gives of having this layout; 0 for none.
  static func signs(of table: TableView, in paper: Paper) -> Int
  /// Reads the records of a table.
  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink)
}

/// The layouts that are known, in the order in which `matters layouts` lists them.
public enum Layouts {
  static let documents: [any Layout.Type] = [
    // One layout a line: two people who add one do not meet.
    AgendaLayout.self,
    MinutesLayout.self,
    MeetingPageLayout.self,
    ReportLayout.self,
    ReportOfGroupLayout.self,
    TrackerLayout.self,
    ImprovementPlanLayout.self,
    InspectionReportLayout.self,
    QuestionSheetLayout.self,
    ResponseNoteLayout.self,
    LetterLayout.self,
    ProgrammeLayout.self,
    NoticeReviewLayout.self,
    SelfAssessmentLayout.self,
  ]
  static let tables: [any TableLayout.Type] = [
    TrackerTable.self,
    ActionTable.self,
    ResponseTable.self,
    JudgementTable.self,
    ProgrammeTable.self,
    ImprovementAreaTable.self,
  ]

  /// Names and summaries of all layouts.
  public static var all: [(name: String, summary: String)] {
    documents.map { ($0.name, $0.summary) } + tables.map { ($0.name, $0.summary) }
  }
}
