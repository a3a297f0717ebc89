// Inspection reports and self-assessments.

/// A grade that an inspection gives.
public struct Judgement: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.judgement
  /// What the kind is.
  public static let meaning: StaticString = "A grade that an inspection gives."

  /// What is judged.
  public var subject: String = ""
  /// The grade.
  public var grade: String = ""

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("subject", &subject, "What is judged.")
    coder.text("grade", &grade, "The grade.")
  }
}

/// A numbered paragraph of an inspection report.
public struct Finding: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.finding
  /// What the kind is.
  public static let meaning: StaticString = "A numbered paragraph of an inspection report."

  /// The paragraph's number.
  public var number: String = ""
  /// The heading it stands under.
  public var section: String?
  /// The paragraph.
  public var text: String = ""

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("number", &number, "The paragraph's number.")
    coder.text("section", &section, "The heading it stands under.")
    coder.text("text", &text, "The paragraph.")
  }
}

/// An inspection report's numbered area for improvement.
public struct ImprovementRequired: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.improvementRequired
  /// What the kind is.
  public static let meaning: StaticString = "An inspection report's numbered area for improvement."

  /// Its number, where it has one.
  public var number: String?
  /// What has to improve.
  public var text: String = ""

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("number", &number, "Its number.")
    coder.text("text", &text, "What has to improve.")
  }
}

/// A service's assessment of itself.
public struct ServiceAssessment: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.serviceAssessment
  /// What the kind is.
  public static let meaning: StaticString = "A service's assessment of itself."

  /// The service.
  public var service: String = ""
  /// Who leads it.
  public var lead: String?
  /// Its strengths.
  public var strengths: [String] = []
  /// What is to be developed.
  public var developments: [String] = []

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("service", &service, "The service.")
    coder.text("lead", &lead, "Who leads it.")
    coder.list("strengths", &strengths, "Its strengths.")
    coder.list("developments", &developments, "What is to be developed.")
  }
}
