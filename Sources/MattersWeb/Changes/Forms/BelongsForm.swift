import MattersLinker
import MattersRegister

extension ChangeForm {
  /// Where a record belongs that was linked wrongly.
  static let belongs = ChangeForm(
    name: "belongs", link: "This is linked wrongly", title: "Say where a record belongs",
    button: "Record it",
    advice: "What you say holds for every copy of the paper, and can be taken back.",
    fields: { fields, matter in
      [
        FormField("paper", "Paper", .hidden, value: fields["paper"]),
        FormField("record", "Record", .hidden, value: fields["record"]),
        FormField(
          "answer", "Where it belongs",
          .radios([
            Choice("It does not belong to \(matter.reference)", value: "no", chosen: "no"),
            Choice("It belongs to another", value: "other"),
          ]), value: fields["answer"]),
        FormField(
          "to", "Reference of the other", .short, hint: "Only if it belongs to another",
          value: fields["to"]),
        FormField("note", "Why", .text, value: fields["note"]),
      ]
    },
    record: { form, matter, register in
      guard let paper = form["paper"].flatMap({ Int64($0) }), let record = form["record"] else {
        throw WebError.notFound
      }
      let meaning = try register.meaning(of: record, in: paper)
      let note = try form.note()
      switch form["answer"] {
      case "no": break
      case "other":
        let other = try form.matter("to", in: register)
        guard other.reference != matter.reference else {
          throw WebError.badForm("This is the same. Give another reference.", field: "to")
        }
        try register.decide(
          .link, meaning: meaning, reference: other.reference, note: note,
          enteredBy: form.person)
      default: throw WebError.badForm("Say where it belongs.", field: "answer")
      }
      try register.decide(
        .unlink, meaning: meaning, reference: matter.reference, note: note,
        enteredBy: form.person)
      return .placed
    })
}
