public import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters set`: says where a matter stands.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Say where something stands, where the papers were read wrongly or say too little.",
    discussion: """
      A person's word outranks what was read from papers and stays through every
      later ingest. It never outranks what a meeting decided: where the minutes have
      it otherwise they stand, and matters check says so. Only the committee agrees
      completion: see matters complete.

      EXAMPLES
        matters set CYPSC/22-23/IR03 --state partly_answered --note "figures for one year only"
        matters set CYPSC/22-23/REC02 --implementation in_progress --due 2024-03-31 --by "A Clerk"
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Option(help: "pending, holding, partly_answered, answered, refused or unknown.")
  var state: MatterState?

  @Option(help: "What the decision maker made of it, such as accepted or rejected.")
  var decision: Decision?

  @Option(help: "How far the work has come, such as in_progress or implemented.")
  var implementation: Implementation?

  @Option(help: ArgumentHelp("By when it is due.", valueName: "date"))
  var due: PlainDate?

  @Option(help: ArgumentHelp("When it is to be reviewed.", valueName: "date"))
  var review: PlainDate?

  @Option(help: ArgumentHelp("Why, in a few words; kept with the entry.", valueName: "words"))
  var note: String?

  @OptionGroup var entry: EntryOptions

  func validate() throws {
    if state == nil, decision == nil, implementation == nil, due == nil, review == nil {
      throw ValidationError("Give --state, --decision, --implementation, --due or --review.")
    }
    if let state, [.completed, .withdrawn, .discontinued].contains(state) {
      throw ValidationError(
        "--state \(state.rawValue): only the committee does that; see complete.")
    }
  }

  func run() throws {
    try reporting {
      if let note { try requireWords(note, of: "--note") }
      var ruling = Ruling()
      ruling.decision = decision
      ruling.implementation = implementation
      ruling.due = due?.iso
      ruling.reviewDate = review?.iso
      let now = try entry.enter(id) { register, matter, day in
        try register.judge(
          matter, on: day, state: state, ruling: ruling == Ruling() ? nil : ruling, note: note,
          enteredBy: entry.person)
      } saying: {
        $0.matter.position(.endOf(Console.today))?.standing(of: $0.matter.kind) ?? ""
      }
      let position = now.matter.position(.endOf(Console.today))
      if let state, let position, position.state != state {
        Console.say("matters: \(now.reference): a meeting decided otherwise, which stands")
      }
    }
  }
}

extension MatterState: ExpressibleByArgument {}
extension Decision: ExpressibleByArgument {}
extension Implementation: ExpressibleByArgument {}

/// `matters received`: the day that starts a clock.
struct ReceivedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "received",
    abstract: "Record the day on which recommendations were received, or the notice was given.",
    discussion: """
      The time that the law gives begins with the later of receipt of the
      recommendations and of the written notice. Until either is known the last day
      is only estimated from the meeting.

      EXAMPLES
        matters received CYPSC/22-23/REC01 CYPSC/22-23/REC02 --on 2023-03-20
        matters received CYPSC/22-23/REC01 --on 2023-03-22 --notice
      """)

  @Argument(help: ArgumentHelp("References or ids.", valueName: "id"))
  var ids: [String]

  @Option(help: ArgumentHelp("The day.", valueName: "date"))
  var on: PlainDate

  @Flag(help: "What came was the written notice, or the written request for a response.")
  var notice = false

  @Option(help: "text or json.")
  var format: EntryAnswer.Format = .text

  @OptionGroup var person: PersonOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      try person.check()
      try requirePast(on, of: "--on")
      let register = try options.open(for: .writing)
      let council = try register.council()
      // All are looked up before anything is entered.
      let matters = try ids.map { try register.matter(named: $0) }
      for matter in matters {
        if let raised = matter.matter.raised, on < raised {
          throw Failure("--on \(on.iso): before \(matter.reference) was raised on \(raised.iso)")
        }
      }
      for matter in matters {
        try register.note(
          notice ? .noticed : .received, of: matter, on: on, note: person.note,
          enteredBy: person.person)
        let now = try register.matter(named: matter.reference)
        let clock = ResponseClock(
          now.matter, nation: council?.nation ?? .england, arrangements: council?.arrangements)
        EntryAnswer(
          now, notice ? "notice given" : "received", on: on, by: person.person,
          then: clock.map { "an answer is due by \($0.lastDay.iso), \($0.rule.law)" }
        ).write(format)
      }
    }
  }
}
