import MattersLinker
import MattersRegister

extension ChangeForm {
  /// The day that starts the clock of an answer.
  static let received = ChangeForm(
    name: "received", link: "Record receipt", title: "Record receipt or notice",
    button: "Record the day",
    advice:
      "The time that the law gives begins with the later of receipt of the recommendations and of the written notice.",
    kinds: [.recommendation],
    fields: { fields, _ in
      [
        FormField(
          "what", "What came on that day",
          .radios([
            Choice("The recommendations were received", value: "received", chosen: "received"),
            Choice("The written notice was given", value: "noticed"),
          ]), value: fields["what"]),
        FormField(
          "on", "Day", .short, hint: "For example, 2024-03-12", value: fields["on"],
          required: true),
        FormField("note", "Note", .text, value: fields["note"]),
      ]
    },
    record: { form, matter, register in
      let kind = MatterEvent.Kind(rawValue: form["what"] ?? "")
      guard let kind, [.received, .noticed].contains(kind) else {
        throw WebError.badForm("Say what came on that day.", field: "what")
      }
      let day = try form.day("on", since: matter.matter.raised)
      try register.note(
        kind, of: matter, on: day, note: try form.note(), enteredBy: form.person)
      return .clock
    })
}
