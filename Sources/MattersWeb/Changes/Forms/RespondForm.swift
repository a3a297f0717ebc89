import MattersLinker
import MattersRecords
import MattersRegister

extension ChangeForm {
  /// An answer that came outside the papers, as by e-mail.
  static let respond = ChangeForm(
    name: "respond", link: "Record an answer", title: "Record an answer",
    button: "Record the answer",
    advice: "For an answer that came by e-mail, by letter or by word of mouth.",
    fields: { fields, _ in
      [
        FormField(
          "received", "Day on which the answer was received", .short,
          hint: "For example, 2024-03-12", value: fields["received"], required: true),
        FormField("from", "Who answers", .text, value: fields["from"], required: true),
        FormField("text", "The answer’s words", .area, value: fields["text"], required: true),
        FormField(
          "covers", "What it covers",
          .radios([
            Choice("All that was asked", value: "answered", chosen: "answered"),
            Choice("A part of it", value: "partly_answered"),
            Choice("It only promises an answer", value: "holding"),
          ]), value: fields["covers"]),
      ]
    },
    record: { form, matter, register in
      let day = try form.day("received", since: matter.matter.raised)
      let from = try form.words("from", "Say who answers", most: 200)
      let text = try form.words("text", "Give the answer’s words", most: 50_000)
      guard let state = MatterState(rawValue: form["covers"] ?? "answered"),
        [.answered, .partlyAnswered, .holding].contains(state)
      else { throw WebError.badForm("Say what the answer covers.", field: "covers") }
      try register.respond(
        to: matter, on: day, from: from, text: text, state: state, enteredBy: form.person)
      return .response
    })
}
