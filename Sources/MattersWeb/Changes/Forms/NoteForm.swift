import MattersLinker
import MattersRegister

extension ChangeForm {
  /// A remark, which changes nothing of where something stands.
  static let remark = ChangeForm(
    name: "note", link: "Add a note", title: "Add a note", button: "Keep the note",
    advice: "A note changes nothing of where it stands.",
    fields: { fields, _ in
      [
        FormField("words", "Note", .area, value: fields["words"], required: true),
        FormField(
          "who", "Who may see it",
          .radios([
            Choice("Officers only", value: "officers", chosen: "officers"),
            Choice("Everybody", value: "everybody"),
          ]), value: fields["who"]),
        .since(fields),
      ]
    },
    record: { form, matter, register in
      let words = try form.words("words", "Write the note", most: 5000)
      guard let who = form["who"], ["officers", "everybody"].contains(who) else {
        throw WebError.badForm("Say who may see it.", field: "who")
      }
      try register.note(
        words, of: matter, on: try form.since(matter), isPublic: who == "everybody",
        enteredBy: form.person)
      return .noted
    })
}
