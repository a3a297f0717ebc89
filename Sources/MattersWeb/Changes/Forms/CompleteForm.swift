import MattersLinker
import MattersRegister

extension ChangeForm {
  /// That the committee agreed completion.
  static let complete = ChangeForm(
    name: "complete", link: "Record completion",
    title: "Record that the committee agreed completion", button: "Record completion",
    advice: "Only the committee, or its Chair where that is delegated, agrees completion.",
    fields: { fields, _ in
      [
        FormField(
          "meeting", "The meeting that agreed", .short, hint: "For example, 2024-03-12",
          value: fields["meeting"], required: true),
        FormField(
          "minute", "Number of the minute", .short, value: fields["minute"], required: true),
      ]
    },
    record: { form, matter, register in
      let day = try form.day("meeting", since: matter.matter.raised)
      let minute = try form.words("minute", "Give the number of the minute", most: 100)
      try register.complete(matter, at: day, minute: minute, enteredBy: form.person)
      return .completion
    })
}
