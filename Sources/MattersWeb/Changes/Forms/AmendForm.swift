import MattersLinker
import MattersRegister

extension ChangeForm {
  /// What was read or entered wrongly, in words as they should be.
  static let amend = ChangeForm(
    name: "amend", link: "Correct what was read", title: "Correct what was read",
    button: "Record the correction",
    advice:
      "For a slip in a paper or in its reading. The paper’s lines stay as they are, and the history keeps both wordings. Leave empty what is right.",
    fields: { fields, matter in
      let day = "For example, 2024-03-12"
      return [
        FormField("text", "The words as they should be", .area, value: fields["text"]),
        FormField("subject", "What it is about", .text, value: fields["subject"]),
        FormField("label", "Label in the minute", .short, value: fields["label"]),
        FormField("minute", "Number of the minute", .short, value: fields["minute"]),
        FormField("meeting", "The meeting that asked", .short, hint: day, value: fields["meeting"]),
        FormField("due", "Due", .short, hint: day, value: fields["due"]),
        .since(fields),
        FormField("note", "Why", .text, value: fields["note"], required: true),
      ]
    },
    record: { form, matter, register in
      var change = MatterEvent.Change()
      change.text = try form.short("text", most: 20_000)
      change.subject = try form.short("subject", most: 500)
      change.label = try form.short("label", most: 100)
      change.minute = try form.short("minute", most: 100)
      if form["meeting"] != nil { change.raised = try form.day("meeting", since: nil) }
      let due = try form.anyDay("due")
      guard change != MatterEvent.Change() || due != nil else {
        throw WebError.badForm("Fill in what is to be corrected.", field: "text")
      }
      let why = try form.words("note", "Say why", most: 2000)
      try register.correct(
        matter, change, due: due, on: try form.since(matter), note: why, enteredBy: form.person)
      return .amended
    })
}
