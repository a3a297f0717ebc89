import MattersLinker
import MattersRegister

/// A form in which an officer records something about one matter.
///
/// A further one is a further file in `Forms` and a further line of ``all``.
struct ChangeForm: Sendable {
  /// Its name in addresses.
  let name: String
  /// What the way to it is called.
  let link: String
  /// What is recorded, as the page's heading.
  let title: String
  /// What the button says.
  let button: String
  /// What there is to know before it is filled in.
  var advice: String?
  /// The kinds of matters that it is for.
  var kinds: [Asked.Kind] = Asked.Kind.allCases
  /// The fields, with what was filled in already.
  let fields: @Sendable (FormFields, RegisteredMatter) -> [FormField]
  /// Records what was filled in; returns what the next page says of it, by a key of ``Done``.
  let record: @Sendable (FormReader, RegisteredMatter, Register) throws -> Done

  static let all: [ChangeForm] = [
    .respond, .complete, .set, .received, .assign, .chased, .remark, .amend, .retract, .belongs,
  ]

  /// The ways to the forms about a matter: those that are used daily, or the others.
  static func links(to matter: RegisteredMatter, daily: Bool) -> [[String: String]] {
    all.filter { form in
      form.kinds.contains(matter.matter.kind) && form.name != belongs.name
        && [respond.name, complete.name].contains(form.name) == daily
    }.map { form in
      [
        "name": form.link,
        "address": Address.query("/change/\(form.name)", [("reference", matter.reference)]),
      ]
    }
  }
}

/// What was done, as the page that follows says it.
enum Done: String, CaseIterable {
  case response, completion, standing, overruled, clock, undone, placed
  case linked, rejected, reopened
  case assigned, amended, retracted, noted, chased, added
  case drafted, sent, unsent, planned
  case councilTaken, calendarTaken, notTaken

  var inWords: String {
    switch self {
    case .response: "The answer was recorded."
    case .completion: "The completion was recorded."
    case .standing: "Where it stands was recorded."
    case .overruled: "It was recorded. A meeting decided otherwise, and that stands."
    case .clock: "The day was recorded."
    case .undone: "The entry was taken back."
    case .placed: "Where the record belongs was recorded."
    case .linked: "The link was recorded."
    case .rejected: "It was recorded that none of them is meant."
    case .reopened: "What was said was taken back."
    case .assigned: "Who owes it was recorded."
    case .amended: "The correction was recorded."
    case .retracted: "It was taken back. Lists, figures and reports leave it out."
    case .noted: "The note was kept."
    case .chased: "It was recorded that an answer was asked for."
    case .added: "It was added, and has its permanent reference."
    case .drafted: "The drafts are below. Nothing was sent."
    case .sent: "It was recorded that the letter was sent."
    case .unsent: "It was taken back that the letter was sent."
    case .planned: "The work programme was changed."
    case .councilTaken: "The council’s file was taken in."
    case .calendarTaken: "The meetings were taken in."
    case .notTaken:
      "Nothing was taken in: what was uploaded was kept too long, or taken in already."
    }
  }
}
