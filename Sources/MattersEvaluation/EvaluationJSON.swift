import MattersArising

extension Evaluation {
  /// The figures as one JSON object: all papers first, then each council and each paper.
  public var json: String { json(threads: []) }

  /// The same, with the threads of each council where they were measured.
  public func json(threads: [(name: String, score: ThreadScore)]) -> String {
    var json = JSONText()
    json.beginObject()
    accuracy.writeFields(&json)
    json.key("councils")
    json.beginArray()
    for council in councils { council.accuracy.write(&json, name: council.name) }
    json.endArray()
    json.key("documents")
    json.beginArray()
    for document in documents { document.accuracy.write(&json, name: document.name) }
    json.endArray()
    if !threads.isEmpty {
      json.key("threads")
      json.beginArray()
      for (name, score) in threads { score.write(&json, name: name) }
      json.endArray()
    }
    json.endObject()
    json.newline()
    return json.text
  }
}

extension ThreadScore {
  fileprivate func write(_ json: inout JSONText, name: String) {
    json.beginObject()
    json.key("name")
    json.string(name)
    json.key("links")
    json.number(gold)
    json.key("made")
    json.number(made)
    json.key("precision")
    json.number(precision, places: Figures.places)
    json.key("recall")
    json.number(recall, places: Figures.places)
    json.key("asked")
    json.number(threads)
    json.key("state_right")
    json.number(standingRight, places: Figures.places)
    json.endObject()
  }
}

extension Accuracy {
  fileprivate func write(_ json: inout JSONText, name: String) {
    json.beginObject()
    json.key("name")
    json.string(name)
    writeFields(&json)
    json.endObject()
  }

  fileprivate func writeFields(_ json: inout JSONText) {
    json.key("micro")
    json.beginObject()
    total.writeCounts(&json)
    micro.writeFields(&json)
    json.endObject()
    json.key("macro")
    json.beginObject()
    macro.writeFields(&json)
    json.endObject()
    json.key("kinds")
    json.beginObject()
    for kind in order {
      guard let tally = kinds[kind] else { continue }
      json.key(named: kind.rawValue)
      json.beginObject()
      tally.writeCounts(&json)
      tally.figures.writeFields(&json)
      json.endObject()
    }
    json.endObject()
  }
}

extension Tally {
  /// Writes how many records there are.
  func writeCounts(_ json: inout JSONText) {
    json.key("gold")
    json.number(gold)
    json.key("read")
    json.number(read)
  }
}

extension Figures {
  /// Writes the figures that there are.
  func writeFields(_ json: inout JSONText) {
    for measure in Measure.allCases {
      guard let value = self[measure] else { continue }
      json.key(named: measure.rawValue)
      json.number(value, places: Figures.places)
    }
  }

  /// How many decimal places figures are written with.
  static let places = 4
}
