public import MattersRecords
import MattersText

extension Matter {
  /// Where a recommendation is made: in minutes, in a scrutiny report, or by an outside body.
  public var madeIn: MadeIn? {
    guard case .recommendation(let content) = principal.laid.record.content else { return nil }
    return content.madeIn
  }

  /// An outside body's recommendation as it is listed beside the committee's own; no matter of the
  /// committee.
  public init?(review laid: LaidRecord) {
    guard case .recommendation(let content) = laid.record.content, content.madeIn == .review else {
      return nil
    }
    self.init(
      kind: .recommendation, council: laid.setting.council, body: laid.setting.body ?? "",
      raised: laid.setting.date, minute: nil, label: content.label, text: content.text,
      subject: content.report, addressedTo: content.addressedTo, responsible: nil,
      printedReference: content.reference,
      members: [
        Member(laid: laid, role: .origin, grade: .exact, because: "the paper that gives it")
      ], events: [])
    guard let day = laid.setting.date else { return }
    events = [
      MatterEvent(
        .raised, on: day, state: .unknown, source: MatterBuilder.source(laid),
        because: "made by \(content.madeBy ?? "an outside body")")
    ]
  }
}
