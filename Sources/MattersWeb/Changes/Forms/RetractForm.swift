import MattersLinker
import MattersRegister

extension ChangeForm {
  /// That something was never asked, or was entered by mistake.
  static let retract = ChangeForm(
    name: "retract", link: "This was never asked", title: "Take back what was never asked",
    button: "Take it back",
    advice:
      "For something entered twice or read where nothing was asked. Lists, figures and reports leave it out; this page stays, with your reason. What was asked and is no longer wanted only the committee withdraws.",
    fields: { fields, _ in
      [FormField("reason", "Why", .text, value: fields["reason"], required: true)]
    },
    record: { form, matter, register in
      guard !matter.matter.isRetracted else {
        throw WebError.badForm("It was taken back before.")
      }
      let why = try form.words("reason", "Say why", most: 2000)
      try register.retract(matter, on: form.today, reason: why, enteredBy: form.person)
      return .retracted
    })
}
