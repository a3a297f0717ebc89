import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

extension ChangeForm {
  /// Where something stands, where the papers were read wrongly or say too little.
  static let set = ChangeForm(
    name: "set", link: "Correct where it stands", title: "Correct where it stands",
    button: "Record it",
    advice:
      "A person’s word outranks what was read from papers, and never what a meeting decided. Leave empty what is right.",
    fields: { fields, matter in
      var found = [
        FormField("state", "State", .list(states), value: fields["state"])
      ]
      if matter.matter.kind != .request {
        found += [
          FormField("decision", "Decision", .list(decisions), value: fields["decision"]),
          FormField(
            "implementation", "Work", .list(implementations), value: fields["implementation"]),
        ]
      }
      let day = "For example, 2024-03-12"
      return found + [
        FormField("due", "Due", .short, hint: day, value: fields["due"]),
        FormField("review", "To be reviewed", .short, hint: day, value: fields["review"]),
        FormField(
          "on", "Day from which it holds", .short, hint: "Today, if left empty",
          value: fields["on"]),
        FormField("note", "Why", .text, value: fields["note"]),
      ]
    },
    record: { form, matter, register in
      let state = try form.word("state", MatterState.self)
      if let state, !settable.contains(state) {
        throw WebError.badForm("Only the committee does that.", field: "state")
      }
      var ruling = Ruling()
      ruling.decision = try form.word("decision", Decision.self)
      ruling.implementation = try form.word("implementation", Implementation.self)
      ruling.due = try form.anyDay("due")?.iso
      ruling.reviewDate = try form.anyDay("review")?.iso
      guard state != nil || ruling != Ruling() else {
        throw WebError.badForm("Fill in what is to be corrected.", field: "state")
      }
      let day =
        form["on"] == nil ? form.today : try form.day("on", since: matter.matter.raised)
      try register.judge(
        matter, on: day, state: state, ruling: ruling == Ruling() ? nil : ruling,
        note: try form.note(), enteredBy: form.person)
      let now = try register.matter(named: matter.reference).matter.position(.endOf(form.today))
      return state != nil && now?.state != state ? .overruled : .standing
    })

  /// The states that a person may say; the others are the committee's to give.
  private static let settable: [MatterState] = [
    .pending, .holding, .partlyAnswered, .answered, .refused, .unknown,
  ]

  private static var states: [Choice] {
    [Choice("As it is", value: "")]
      + settable.map { Choice(StateTag($0).words, value: $0.rawValue) }
  }

  private static var decisions: [Choice] {
    [Choice("As it is", value: "")]
      + Decision.allCases.map { Choice($0.inWords.sentence, value: $0.rawValue) }
  }

  private static var implementations: [Choice] {
    [Choice("As it is", value: "")]
      + Implementation.allCases.map { Choice($0.inWords.sentence, value: $0.rawValue) }
  }
}

extension String {
  /// The words as a sentence begins.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}
