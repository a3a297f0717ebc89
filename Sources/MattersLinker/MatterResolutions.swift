import MattersRecords
import MattersText

/// What a committee's resolutions do to the matters that it raised before.
extension MatterBuilder {
  /// Hears each resolution in order: bulk completions, then what speaks of one matter or of all that
  /// are outstanding.
  mutating func hearResolutions(_ records: [LaidRecord]) {
    var spoken: LaterWord.Spoken?
    for laid in records {
      guard case .resolution(let resolution) = laid.record.content,
        let date = resolution.meetingDate.flatMap(PlainDate.init(iso:))
      else { continue }
      if groupRulings.rules(laid) { continue }
      if let bulk = BulkCompletion(resolution.text) {
        close(by: bulk, laid, resolution, on: date)
        continue
      }
      for word in LaterWord.all(in: resolution.text) {
        let matters = spoken ?? LaterWord.Spoken(outcome.matters)
        spoken = matters
        apply(word, laid, resolution, on: date, matters)
      }
    }
  }

  private mutating func close(
    by bulk: BulkCompletion, _ laid: LaidRecord, _ resolution: Resolution, on date: PlainDate
  ) {
    let day = trackerDay(for: date)
    let shown = (tracked[day] ?? []).filter {
      bulk.isOfMarked || outcome.matters[$0].kind == .request
    }
    guard !shown.isEmpty else {
      leave(
        laid, .withoutTracker, [],
        "agrees answered requests as completed, but no tracker of the meeting is in the register")
      return
    }
    for index in shown {
      let rows = outcome.matters[index].members.compactMap { member -> TrackerEntry? in
        guard case .trackerEntry(let entry) = member.laid.record.content,
          member.laid.setting.date == day
        else { return nil }
        return entry
      }
      // A row that is ticked because an earlier meeting agreed it is not agreed again.
      let isDone = outcome.matters[index].events.contains {
        $0.kind == .completed && $0.date < date
      }
      guard rows.contains(where: bulk.closes), !isDone else {
        guard rows.contains(where: bulk.asksAgainFor) else { continue }
        var event = MatterEvent(
          .reRequested, on: date, state: .pending, source: Self.source(laid),
          because: "the meeting asked again for what the tracker before it shows as outstanding")
        event.minute = resolution.minute
        outcome.matters[index].add(event)
        continue
      }
      var event = MatterEvent(
        .completed, on: date, state: .completed, source: Self.source(laid),
        because: bulk.isOfMarked
          ? "the meeting agreed what the tracker before it marks as done as completed"
          : "the meeting agreed the answered requests of the tracker before it as completed")
      event.minute = resolution.minute
      outcome.matters[index].add(event)
    }
  }

  private mutating func apply(
    _ word: LaterWord, _ laid: LaidRecord, _ resolution: Resolution, on date: PlainDate,
    _ spoken: LaterWord.Spoken
  ) {
    if word.isOfAll {
      applyToAll(word, laid, resolution, on: date)
      return
    }
    if let (place, person) = verdicts.chosen(for: laid, among: outcome.matters) {
      add(word, to: place, laid, resolution, on: date, .exact, "\(word.because); \(person) said so")
      return
    }
    let rows = numbered[trackerDay(for: date)] ?? NumberedRows()
    let named = word.named(among: outcome.matters, spoken, rows, on: date)
      .filter { !verdicts.excludes(laid, from: outcome.matters[$0]) }
    if !named.isEmpty {
      let grade: LinkGrade = word.act == .completed ? .exact : .strong
      for place in named { add(word, to: place, laid, resolution, on: date, grade, word.because) }
      return
    }
    if word.act == .completed {
      let told = completedByWords(resolution, on: date)
        .filter { !verdicts.excludes(laid, from: outcome.matters[$0]) }
      for place in told {
        add(
          word, to: place, laid, resolution, on: date, .strong,
          "the meeting agreed it as completed, and the tracker before it shows it answered or done")
      }
      if !told.isEmpty { return }
    }
    let about = word.spokenOf(resolution.text, among: outcome.matters, on: date)
      .filter { !verdicts.excludes(laid, from: outcome.matters[$0]) }
    let told = word.meant(among: outcome.matters, spoken, on: date)
    // Words that leave several open may yet say what each is about.
    let isMore = told.count == 1 && about.count > 1 && about.contains(told[0])
    if told.count != 1 || isMore, !about.isEmpty {
      for place in about { add(word, to: place, laid, resolution, on: date, .strong, word.because) }
      return
    }
    let meant =
      told
      .filter { !verdicts.excludes(laid, from: outcome.matters[$0]) }
    switch meant.count {
    case 0 where word.mayMeanNothing: break
    case 0: leave(laid, .none, [], "\(word.because), but no matter fits")
    case 1: add(word, to: meant[0], laid, resolution, on: date, .strong, word.because)
    default: leave(laid, .several, meant, "\(word.because), and more than one matter fits")
    }
  }

  private mutating func applyToAll(
    _ word: LaterWord, _ laid: LaidRecord, _ resolution: Resolution, on date: PlainDate
  ) {
    let day = trackerDay(for: date)
    let shown = (tracked[day] ?? []).filter { outcome.matters[$0].kind == word.kind }
    guard !shown.isEmpty else {
      leave(
        laid, .withoutTracker, [],
        "speaks of what is outstanding, but no tracker of the meeting is in the register")
      return
    }
    for index in shown {
      let isMeant = outcome.matters[index].members.contains { member in
        guard case .trackerEntry(let entry) = member.laid.record.content else { return false }
        return member.laid.setting.date == day && word.covers(entry)
      }
      if isMeant { add(word, to: index, laid, resolution, on: date, .exact, word.because) }
    }
  }

  private mutating func add(
    _ word: LaterWord, to index: Int, _ laid: LaidRecord, _ resolution: Resolution,
    on date: PlainDate, _ grade: LinkGrade, _ because: String
  ) {
    var event = MatterEvent(
      word.act, on: date, state: word.state, source: Self.source(laid), because: because)
    event.minute = resolution.minute
    event.grade = grade
    outcome.matters[index].add(event)
  }
}

extension MatterBuilder {
  /// The day of the tracker that a meeting had before it: its own, or that of the position a tracker
  /// of the weeks before gives.
  func trackerDay(for meeting: PlainDate) -> PlainDate {
    if tracked[meeting] != nil { return meeting }
    let before = tracked.keys.filter { $0 < meeting && meeting.days(since: $0) <= 21 }
    return before.max() ?? meeting
  }
}

extension Matter {
  /// Adds an event unless a copy of the same paper has said it already.
  mutating func add(_ event: MatterEvent) {
    let isKnown = events.contains {
      $0.kind == event.kind && $0.date == event.date && $0.state == event.state
        && $0.response == event.response && $0.row?.cells == event.row?.cells
    }
    if !isKnown { events.append(event) }
  }
}
