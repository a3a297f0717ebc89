import MattersText

/// How resolutions say what they do with something that was asked before.
enum LaterActs {
  /// What a committee stops doing speaks of a request, whether or not it is called one.
  static let seeking: PhraseSet = [
    "no longer ask", "no longer asks", "no longer seek", "no longer seeks", "cease to seek",
    "ceases to seek", "cease to ask", "ceases to ask", "cease to press", "stop asking",
  ]
  static let acts: [(MatterEvent.Kind, PhraseSet)] = [
    (
      .completed,
      [
        "marked as complete", "marked as completed", "marked complete", "marked completed",
        "agreed as complete", "agreed as completed", "agreed complete", "be closed", "to close",
        "be considered closed", "be considered complete", "be signed off", "be removed",
        "be taken off", "be deleted", "be discharged", "be completed", "closes", "closed",
        "signs off", "sign off", "signed off", "mark as complete", "mark as completed",
        "regarded as complete", "regarded as completed", "treated as complete",
        "treated as completed", "recorded as complete", "recorded as completed",
        "accepted as complete", "accepted as completed", "confirmed as complete",
        "noted as complete", "noted as completed", "considered as complete", "to remove",
        "to delete", "to discharge", "discharged", "be treated as done", "be ticked off",
        "remove entries", "remove entry", "remove item", "remove items", "remove action",
        "remove actions", "close entries", "close items", "recorded as implemented",
        "marked as implemented", "treated as implemented",
        "come off the log", "come off the tracker", "be taken as complete", "be struck off the log",
        "be struck off the tracker", "be struck off the list", "considered satisfied",
        "be satisfied", "treated as answered", "treated as met", "treated as satisfied",
        "regarded as answered", "regarded as satisfied", "regarded as met", "considered answered",
        "considered as answered", "deemed complete", "deemed completed", "deemed closed",
        "deemed to be complete", "deemed satisfied", "deemed answered",
        "no further action be needed",
        "no further action is needed", "no further action be required",
        "no further action is required", "needs no further action", "noted as answered",
        "recorded as answered", "accepted as answered", "agreed as answered",
      ]
    ),
    (
      .withdrawn,
      [
        "withdrawn", "be withdrawn", "withdraw its", "withdraws its", "withdraw the",
        "withdraws the", "withdraw this", "rescinded", "be retracted", "be taken back",
      ]
    ),
    (
      .reRequested,
      [
        "requested again", "asked again", "request again", "requests again", "again requested",
        "re requested",
        "rerequested", "asked for again", "be chased", "be repeated", "be reiterated",
        "reiterated", "be reminded", "be pressed for", "be pursued again", "again be requested",
        "repeat its request", "repeats its request", "repeated its request", "renew its request",
        "renews its request", "renewed its request", "repeat the request", "renew the request",
        "made a second time", "made once more", "be made again", "be renewed", "press for",
        "presses for", "pressed for", "be sought again", "be put again", "be asked for once more",
        "reiterate its request", "reiterates its request", "to chase", "to remind",
      ]
    ),
    (
      .carriedForward,
      [
        "carried forward", "carried over", "carry forward", "carries forward", "carry over",
        "carries over", "be rolled forward", "roll forward", "rolled over", "be held over",
        "be kept open", "remain open", "stay open", "be left open", "keep open",
        "remain on the tracker", "remain on the log", "stay on the tracker", "stay on the log",
        "left over to", "be left over",
        "be kept on the tracker", "be kept on the log", "stand over", "be brought back",
        "brought back to", "bring back to", "carried into", "carry into", "carried on to",
        "deferred until", "deferred to", "be deferred", "defer until", "remain on the list",
        "remain on the schedule", "remain outstanding", "remain live", "remains open",
        "remains outstanding", "stay on the list", "stay on the schedule", "be kept on the list",
        "be kept on the schedule", "be retained", "be held open", "be left on", "be continued",
        "be held until", "be moved to the next", "be put back to", "be adjourned to",
      ]
    ),
    (
      .discontinued,
      [
        "discontinued", "no longer pursued", "no longer be pursued", "not be pursued",
        "be allowed to lapse", "lapse", "lapsed", "pursued no further", "no longer required",
        "be taken no further", "discontinue", "discontinues", "be dropped", "to drop",
        "no longer pursue", "not to pursue", "take no further", "cease to be tracked",
        "be pursued no longer", "be given up", "to abandon", "be abandoned", "be not pursued",
        "no longer ask", "no longer asks", "no longer seek", "no longer seeks", "no longer require",
        "no longer requires", "no longer needed", "no longer wanted", "no longer sought",
        "no longer wishes", "cease to seek", "ceases to seek", "cease to ask", "ceases to ask",
        "cease to press", "stop asking", "no further action be taken", "no further action is taken",
        "take no further action", "takes no further action", "be let go", "not be taken forward",
        "be not taken forward", "not to take forward", "be not proceeded with",
        "not be proceeded with", "be taken no further",
      ]
    ),
  ]
  static let denied: PhraseSet = [
    "not be withdrawn", "not be discontinued", "not be carried forward", "not lapse",
    "not be allowed to lapse", "not be closed", "not be removed", "not be taken off", "not closed",
    "not be signed off", "not to close", "not be marked", "not be agreed", "not yet be closed",
    "not complete", "not yet complete", "not to discontinue", "not to carry forward",
    "not to remove", "not be dropped", "not be given up",
  ]
  /// What makes completion wait for something: then nothing is agreed yet.
  static let conditions: PhraseSet = [
    "once", "until", "unless", "as soon as", "when it has", "when they have", "provided that",
    "be completed by", "be closed by",
  ]
  static let outstanding: PhraseSet = [
    "outstanding information requests", "outstanding requests", "outstanding recommendations",
    "outstanding actions", "unanswered requests", "unanswered information requests",
    "remaining requests", "remaining information requests", "remaining recommendations",
    "remaining actions", "unresolved requests", "requests that remain outstanding",
    "requests which remain outstanding", "requests still outstanding", "incomplete actions",
    "actions still outstanding", "recommendations still outstanding",
  ]
}
