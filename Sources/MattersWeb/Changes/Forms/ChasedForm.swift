import MattersLinker
import MattersRegister

extension ChangeForm {
  /// That an answer was asked for, by a letter or a call that was not drafted here.
  static let chased = ChangeForm(
    name: "chased", link: "Record that it was chased", title: "Record that it was chased",
    button: "Record it",
    advice: "For an e-mail, letter or call that was not drafted here.",
    fields: { fields, _ in
      [
        .since(fields),
        FormField("note", "How, and to whom", .text, value: fields["note"]),
      ]
    },
    record: { form, matter, register in
      try register.markChased(
        matter, on: try form.since(matter), note: try form.note(), enteredBy: form.person)
      return .chased
    })
}
