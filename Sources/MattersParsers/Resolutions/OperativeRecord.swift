import MattersRecords
import MattersText

/// What one operative item says, on its way to a record of its kind.
struct OperativeRecord {
  var text: String
  var label: String?
  var minute: String?
  var report: String?
  var day: String?
  var mark: String?
  var lead: Lead?
  /// Why it is not certain, if it is not.
  var because: String?

  func add(
    _ purpose: Lead.Purpose, lines: LineRange, blocks: Range<Int>, into sink: inout RecordSink
  ) {
    let isExecutive = sink.meeting.body.map(sink.isExecutive) == true
    let certainty: Certainty = because == nil ? .certain : .probable
    // What an executive commends to its members and officers is its own decision; what it puts to
    // the council is the council's.
    let isOwn =
      isExecutive && purpose == .recommendation
      && lead?.isPut != true && !Recommended.putsToCouncil(text)
      && lead?.addressedTo?.lowercased().hasSuffix("council") != true
    // What a recommendation is about may sound like a request: the verdict on it counts.
    let decided =
      isExecutive && (isOwn || purpose != .recommendation)
      ? ExecutiveDecision.read(text, named: label) : []
    if !decided.isEmpty {
      for var content in decided {
        content.decidedBy = sink.meeting.body
        content.date = day
        sink.add(
          .executiveResponse(content), parts: [day, minute, mark], lines: lines, blocks: blocks)
      }
      return
    }
    switch isOwn ? .resolution : purpose {
    case .resolution:
      var content = Resolution()
      content.meetingDate = day
      content.minute = minute
      content.label = label
      content.text = text
      sink.add(
        .resolution(content), parts: [day, minute, mark], lines: lines, blocks: blocks,
        certainty: certainty, because: because)
    case .informationRequest:
      var content = InformationRequest()
      content.meetingDate = day
      content.minute = minute
      content.report = report
      content.label = label
      content.text = text
      content.addressedTo =
        lead?.purpose == .informationRequest && lead?.addressedTo != nil
        ? lead?.addressedTo : Addressee.ofRequest(text) ?? Addressee.ofAsked(text)
      (content.due, content.dueAsPrinted) = DueWording.read(text)
      sink.add(
        .informationRequest(content), parts: [day, minute ?? report, mark], lines: lines,
        blocks: blocks, certainty: certainty, because: because)
    case .recommendation:
      var content = Recommendation()
      content.meetingDate = day
      content.minute = minute
      content.label = label
      content.text = text
      content.madeIn = .minutes
      content.madeBy = sink.meeting.body
      // "That the Council repairs ..." below "recommendations to Cabinet:" is put to Cabinet.
      content.addressedTo =
        lead?.purpose == .recommendation && lead?.addressedTo != nil
          && text.place(of: "recommend") == nil
        ? lead?.addressedTo : Addressee.ofRecommendation(text) ?? lead?.addressedTo
      content.due = DueWording.read(text).due
      sink.add(
        .recommendation(content), parts: [day, minute, mark], lines: lines, blocks: blocks,
        certainty: certainty, because: because)
    case .action:
      var content = Action()
      content.meetingDate = day
      content.minute = minute
      content.label = label
      (content.text, content.owner) = ActionOwner.withOwner(text)
      content.due = DueWording.read(text).due
      sink.add(
        .action(content), parts: [day, minute, mark], lines: lines, blocks: blocks,
        certainty: certainty, because: because)
    }
  }
}

/// How a label is written, so that nested lists can be told apart.
enum LabelStyle: Equatable {
  case none, roman, letter, number

  init(_ label: String?) {
    let core = (label ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    if core.isEmpty {
      self = .none
    } else if core.allSatisfy(\.isNumber) {
      self = .number
    } else if core.allSatisfy({ "ivxl".contains($0) }) {
      self = .roman
    } else {
      self = .letter
    }
  }
}
