import ArgumentParser
import Foundation
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// Where drafted letters go, and in which form they are shown.
struct LetterOptions: ParsableArguments {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(
    help: ArgumentHelp(
      "A folder for the drafts: of each an .eml file, which a mail program opens, and a .txt file.",
      valueName: "folder"))
  var output: String?

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var name: NameOptions
  @OptionGroup var options: RegisterOptions

  /// Keeps the letters, writes their files, and shows them.
  func deliver(_ letters: [Letter], _ register: Register, none: String) throws {
    try name.check()
    let person = name.person
    let kept = try register.keep(
      letters.map {
        DraftedLetter(
          kind: $0.kind.rawValue, recipient: $0.recipient, date: $0.date, title: $0.title,
          text: $0.text, matters: $0.matters)
      }, enteredBy: person)
    let drafts = zip(letters, kept.map(\.code)).map { (letter: $0, code: $1) }
    if let output {
      let from = try register.council()?.letter?.from ?? person
      try write(drafts, to: output, from: from)
    }
    switch format {
    case .json: Console.write(json(drafts))
    case .text:
      if drafts.isEmpty { Console.write(none + "\n") }
      for (index, draft) in drafts.enumerated() {
        if let output {
          let count = draft.letter.matters.count
          Console.write(
            "\(draft.code): \(draft.letter.recipient), \(count) \(count == 1 ? "matter" : "matters"), \(output)/\(fileName(draft)).eml\n"
          )
        } else {
          Console.write(
            (index > 0 ? "\n" : "") + "---- \(draft.code) ----\n" + draft.letter.plain)
        }
      }
      if !drafts.isEmpty {
        Console.say("matters: drafts only; when one is sent: matters sent CODE --on DATE")
      }
    }
  }

  private func fileName(_ draft: (letter: Letter, code: String)) -> String {
    var slug = ""
    for character in draft.letter.recipient.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if slug.last.map({ $0 != "-" }) ?? false {
        slug.append("-")
      }
    }
    if slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? draft.code : "\(draft.code)-\(slug.prefix(60))"
  }

  private func write(
    _ drafts: [(letter: Letter, code: String)], to folder: String, from: String
  ) throws {
    guard !drafts.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("\(folder): the folder cannot be made; check that you may write there")
    }
    for draft in drafts {
      let path = "\(folder)/\(fileName(draft))"
      try Console.deliver(draft.letter.mail(code: draft.code, from: from), to: path + ".eml")
      try Console.deliver(draft.letter.plain, to: path + ".txt")
    }
  }

  private func json(_ drafts: [(letter: Letter, code: String)]) -> String {
    var json = JSONText()
    json.beginArray()
    for draft in drafts {
      json.beginObject()
      json.field("letter", draft.code)
      json.field("kind", draft.letter.kind.rawValue)
      json.field("to", draft.letter.recipient)
      json.field("email", draft.letter.email)
      json.field("date", draft.letter.date.iso)
      json.field("subject", draft.letter.title)
      json.key("matters")
      json.beginArray()
      for reference in draft.letter.matters { json.string(reference) }
      json.endArray()
      json.field("text", draft.letter.text)
      if let output { json.field("file", "\(output)/\(fileName(draft)).eml") }
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}

/// `matters chase`: letters that ask for what is awaited.
struct ChaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chase",
    abstract: "Draft a letter to each owner of what is awaited.",
    discussion: """
      One letter to each owner, with the reference, the exact words, the minute, the
      day on which it was asked and is due, what came so far, and when it was asked
      for before. The council's file gives the words under [letter], and where each
      post gets its mail. Nothing is sent: open the draft, read it, send it, and say
      so with matters sent.

      EXAMPLES
        matters chase
        matters chase --owner "Head of Ponds" --overdue
        matters chase --body PSC --as-of 2024-03-12 --output letters
      """)

  @Option(help: ArgumentHelp("Only to this owner, or owners with these words.", valueName: "owner"))
  var owner: String?

  @Option(help: ArgumentHelp("Only what this committee asked.", valueName: "name"))
  var body: String?

  @Option(
    help: ArgumentHelp("The position at the end of this day. Default: today.", valueName: "date"))
  var asOf: PlainDate?

  @Flag(help: "Only what is past the day on which it was due.")
  var overdue = false

  @OptionGroup var letters: LetterOptions

  func run() throws {
    try reporting {
      let register = try letters.options.open(for: .writing)
      let name = try body.map { try register.body($0) }
      let matters = try Asked.Kind.allCases.flatMap {
        try register.matters(MatterFilter(kind: $0, body: name))
      }
      let drafts = LetterDrafts(
        try register.council(), try register.calendar(), asOf: asOf ?? Console.today)
      let nobodys = drafts.ownerless(matters)
      if !nobodys.isEmpty, owner == nil {
        Console.say(
          "matters: \(nobodys.map(\.reference).joined(separator: ", ")): nobody is known to owe it; see matters assign"
        )
      }
      try letters.deliver(
        drafts.chases(matters, owner: owner, onlyOverdue: overdue), register,
        none: "Nothing is awaited.")
    }
  }
}

/// `matters notice`: notice of recommendations.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract:
      "Draft the notice of recommendations to the executive, or the request to a health body.",
    discussion: """
      Of recommendations that have had no notice: to an executive in England the
      written notice of the Local Government Act 2000, section 9FE; to an NHS body
      the request of the regulations of 2013; to others a plain letter. When it is
      sent, matters sent starts the clock. Nothing is sent by the program.

      EXAMPLES
        matters notice --body PSC --meeting 2024-03-12
        matters notice PSC/23-24/REC01 PSC/23-24/REC02 --as-of 2024-03-15 --output letters
      """)

  @Argument(help: ArgumentHelp("References or ids. Default: all of --body.", valueName: "id"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("The committee.", valueName: "name"))
  var body: String?

  @Option(help: ArgumentHelp("Only recommendations made at this meeting.", valueName: "date"))
  var meeting: PlainDate?

  @Option(help: ArgumentHelp("The day of the letter. Default: today.", valueName: "date"))
  var asOf: PlainDate?

  @OptionGroup var letters: LetterOptions

  func validate() throws {
    if ids.isEmpty, body == nil { throw ValidationError("Give references, or --body.") }
  }

  func run() throws {
    try reporting {
      let register = try letters.options.open(for: .writing)
      var matters = try ids.map { try register.matter(named: $0) }
      for matter in matters where matter.matter.kind != .recommendation {
        throw Failure("\(matter.reference): no recommendation; a notice is of recommendations")
      }
      for matter in matters where matter.matter.addressedTo == nil {
        throw Failure(
          "\(matter.reference): put to nobody that is known; say who: matters assign \(matter.reference) --to NAME"
        )
      }
      if ids.isEmpty, let body {
        let name = try register.body(body)
        matters = try register.matters(MatterFilter(kind: .recommendation, body: name))
      }
      if let meeting { matters.removeAll { $0.matter.raised != meeting } }
      let drafts = LetterDrafts(
        try register.council(), try register.calendar(), asOf: asOf ?? Console.today)
      try letters.deliver(
        drafts.notices(matters), register, none: "No recommendation waits for its notice.")
    }
  }
}

/// `matters sent`: somebody sent a letter.
struct SentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent",
    abstract: "Record that a letter was sent.",
    discussion: """
      Of a draft, by its code, all its matters are told at once; a notice or a
      request starts the clock of the law. Of a letter that was not drafted here,
      give the references.

      EXAMPLES
        matters sent CHASE-1 --on 2024-03-12
        matters sent NOTICE-2 --on 2024-03-15 --by "A Clerk"
        matters sent PSC/23-24/IR01 --on 2024-03-12 --note "by telephone"
        matters sent --list
      """)

  @Argument(help: ArgumentHelp("Codes of drafts, or references.", valueName: "code"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("The day on which it was sent.", valueName: "date"))
  var on: PlainDate?

  @Flag(help: "Only list the drafts, and which were sent.")
  var list = false

  @Option(help: "text or json.")
  var format: LetterOptions.Format = .text

  @OptionGroup var person: PersonOptions
  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if list { return }
    if ids.isEmpty { throw ValidationError("Give the code of a draft or a reference, or --list.") }
    if on == nil { throw ValidationError("Give the day on which it was sent: --on.") }
  }

  func run() throws {
    try reporting {
      if list { return try show() }
      guard let on else { return }
      try person.check()
      try requirePast(on, of: "--on")
      let register = try options.open(for: .writing)
      let letters = try register.letters()
      // All are looked up before anything is entered.
      var found: [(letter: DraftedLetter?, matter: RegisteredMatter?)] = []
      for id in ids {
        guard let letter = letters.first(where: { $0.code == id.uppercased() }) else {
          found.append((nil, try register.matter(named: id)))
          continue
        }
        if let sent = letter.sent {
          throw Failure("\(letter.code): was sent on \(sent.day.iso), says \(sent.person)")
        }
        if on < letter.date {
          throw Failure("--on \(on.iso): before the day of \(letter.code), \(letter.date.iso)")
        }
        found.append((letter, nil))
      }
      for (letter, matter) in found {
        if let letter {
          try register.markSent(letter, on: on, note: person.note, enteredBy: person.person)
          tell(letter, try clock(of: letter, register), on)
        } else if let matter {
          try register.markChased(matter, on: on, note: person.note, enteredBy: person.person)
          Console.write(
            "\(matter.reference): asked for, \(on.iso), entered by \(person.person).\n")
        }
      }
    }
  }

  /// The day by which an answer is due, where the letter started a clock.
  private func clock(of letter: DraftedLetter, _ register: Register) throws -> ResponseClock? {
    guard letter.kind != "chase", let first = letter.matters.first else { return nil }
    let council = try register.council()
    return ResponseClock(
      try register.matter(named: first).matter, nation: council?.nation ?? .england,
      arrangements: council?.arrangements)
  }

  private func tell(_ letter: DraftedLetter, _ clock: ResponseClock?, _ day: PlainDate) {
    guard format == .json else {
      Console.write(
        "\(letter.code): sent to \(letter.recipient), \(day.iso), entered by \(person.person)"
          + (clock.map { "; an answer is due by \($0.lastDay.iso), \($0.rule.law)" } ?? "")
          + ": \(letter.matters.joined(separator: ", ")).\n")
      return
    }
    var json = JSONText()
    json.beginObject()
    json.field("letter", letter.code)
    json.field("sent", day.iso)
    json.field("entered_by", person.person)
    json.field("last_day", clock?.lastDay.iso)
    json.field("law", clock?.rule.law)
    json.key("matters")
    json.beginArray()
    for reference in letter.matters { json.string(reference) }
    json.endArray()
    json.endObject()
    Console.write(json.text + "\n")
  }

  private func show() throws {
    let letters = try options.open(for: .reading).letters()
    let table = ReportTable(
      caption: "", columns: ["Letter", "Date", "To", "Subject", "Matters", "Sent"],
      rows: letters.map {
        [
          $0.code, $0.date.iso, $0.recipient, $0.title, $0.matters.joined(separator: ", "),
          $0.sent.map { "\($0.day.iso), \($0.person)" } ?? "",
        ]
      })
    switch format {
    case .json: Console.write(table.json)
    case .text:
      Console.write(
        letters.isEmpty ? "No letters.\n" : TerminalWriter.table(table, width: Console.width))
    }
  }
}
