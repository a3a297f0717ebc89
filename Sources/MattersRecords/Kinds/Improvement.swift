// Improvement plans, notices and progress tables.

/// An action of an improvement plan.
public struct PlanAction: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.planAction
  /// What the kind is.
  public static let meaning: StaticString = "An action of an improvement plan."

  /// The number of the plan's area.
  public var planArea: String?
  /// The action's number, where it has one.
  public var number: String?
  /// The action.
  public var text: String = ""
  /// Who leads.
  public var lead: String?
  /// By when.
  public var deadline: String?
  /// By when, where it is no date.
  public var deadlineAsPrinted: String?
  /// What has been done.
  public var progress: [String] = []
  /// The rating word.
  public var rating: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("plan_area", &planArea, "The number of the plan's area.")
    coder.text("number", &number, "The action's number.")
    coder.text("text", &text, "The action.")
    coder.text("lead", &lead, "Who leads.")
    coder.date("deadline", &deadline, "By when.")
    coder.text("deadline_as_printed", &deadlineAsPrinted, "By when, where it is no date.")
    coder.list("progress", &progress, "What has been done.")
    coder.text("rating", &rating, "The rating word.")
  }
}

/// An outcome that an improvement plan expects.
public struct PlanOutcome: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.planOutcome
  /// What the kind is.
  public static let meaning: StaticString = "An outcome that an improvement plan expects."

  /// The number of the plan's area.
  public var planArea: String?
  /// The outcome.
  public var text: String = ""

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("plan_area", &planArea, "The number of the plan's area.")
    coder.text("text", &text, "The outcome.")
  }
}

/// A measure by which an improvement plan is judged.
public struct PlanMeasure: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.planMeasure
  /// What the kind is.
  public static let meaning: StaticString = "A measure by which an improvement plan is judged."

  /// The number of the plan's area.
  public var planArea: String?
  /// The measure.
  public var text: String = ""

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("plan_area", &planArea, "The number of the plan's area.")
    coder.text("text", &text, "The measure.")
  }
}

/// One item of an improvement notice under review.
public struct Requirement: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.requirement
  /// What the kind is.
  public static let meaning: StaticString = "One item of an improvement notice under review."

  /// The item's number.
  public var number: String?
  /// What is required.
  public var text: String = ""
  /// The rating word.
  public var rating: String?
  /// What has been achieved.
  public var achievements: [String] = []
  /// The evidence.
  public var evidence: [String] = []
  /// What is still to be developed.
  public var developments: [String] = []
  /// By when.
  public var timescales: [String] = []

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("number", &number, "The item's number.")
    coder.text("text", &text, "What is required.")
    coder.text("rating", &rating, "The rating word.")
    coder.list("achievements", &achievements, "What has been achieved.")
    coder.list("evidence", &evidence, "The evidence.")
    coder.list("developments", &developments, "What is still to be developed.")
    coder.list("timescales", &timescales, "By when.")
  }
}

/// One row of an Area, Progress, Lead and Evidence table.
public struct ImprovementArea: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.improvementArea
  /// What the kind is.
  public static let meaning: StaticString = "One row of an Area, Progress, Lead and Evidence table."

  /// The heading above the table.
  public var section: String?
  /// The area for improvement.
  public var area: String = ""
  /// What has been done.
  public var progress: String?
  /// Who leads.
  public var lead: String?
  /// The evidence.
  public var evidence: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("section", &section, "The heading above the table.")
    coder.text("area", &area, "The area for improvement.")
    coder.text("progress", &progress, "What has been done.")
    coder.text("lead", &lead, "Who leads.")
    coder.text("evidence", &evidence, "The evidence.")
  }
}
