import MattersLinker
import MattersRegister
import MattersText

extension ChangeForm {
  /// Who owes the answer.
  static let assign = ChangeForm(
    name: "assign", link: "Say who owes it", title: "Say who owes the answer",
    button: "Record who owes it",
    advice: "This outranks what papers print. Who owed it before stays in its history.",
    fields: { fields, matter in
      [
        FormField(
          "to", "Post or body", .text, value: fields["to"],
          required: true),
        .since(fields),
        FormField("note", "Why, if you want to say", .text, value: fields["note"]),
      ]
    },
    record: { form, matter, register in
      let owner = try form.words("to", "Say who owes it", most: 200)
      try register.assign(
        matter, to: owner, on: try form.since(matter), note: try form.note(),
        enteredBy: form.person)
      return .assigned
    })
}

extension FormField {
  /// The day from which something holds; today, where it is left empty.
  static func since(_ fields: FormFields) -> FormField {
    FormField(
      "on", "Day from which it holds", .short,
      hint: "Today, if left empty. For example, 2024-03-12",
      value: fields["on"])
  }
}

extension FormReader {
  /// The day from which something holds.
  func since(_ matter: RegisteredMatter) throws -> PlainDate {
    fields["on"] == nil ? today : try day("on", since: matter.matter.raised)
  }
}
