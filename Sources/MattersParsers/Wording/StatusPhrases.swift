import MattersRecords

/// The words that statuses begin with in trackers, by what they say of where a matter stands.
enum StatusPhrases {
  static let openings = PhraseTable<MatterState>([
    (
      .completed,
      [
        "fully implemented", "fully achieved", "achieved", "actioned", "removed", "remove",
        "to be removed", "can be removed", "agreed as completed", "agreed as complete",
        "action complete", "action completed", "action closed", "now complete", "signed off",
        "response received and agreed", "implemented", "discharged", "resolved", "delivered",
        "fulfilled", "complete", "completed", "closed", "done", "finished", "settled",
        "could be considered closed", "can be considered closed",
      ]
    ),
    (
      .pending,
      [
        "open", "outstanding", "pending", "awaiting", "awaited", "ongoing", "on going",
        "in progress", "in hand", "underway", "under way", "not started", "not yet", "overdue",
        "late", "chased", "on track", "on target", "on hold", "paused", "slipped", "behind",
        "delayed", "deferred", "postponed", "not due", "not complete", "not completed",
        "not achieved", "not implemented", "incomplete", "to be", "due", "carried forward",
        "verbal update", "partially implemented", "partly implemented", "partially achieved",
        "partly achieved", "further work required", "agreed further work required", "continuing",
        "unacceptable progress", "acceptable progress", "work in progress", "started", "scheduled",
        "no progress", "tbc", "stalled", "suspended", "being", "waiting", "active", "live", "wip",
        "part completed", "not begun", "stuck", "parked", "in development", "in train",
        "programmed", "planned", "monitoring",
      ]
    ),
    (
      .partlyAnswered,
      [
        "part received", "part answered", "partly answered", "partially answered", "part response",
        "part reply", "part complete", "partly complete", "partially complete", "part",
        "partial", "partly", "partially",
      ]
    ),
    (
      .holding,
      ["holding", "on this agenda", "on the agenda", "on agenda", "see item", "see agenda"]
    ),
    (
      .answered,
      [
        "answered", "response received", "reply received", "received", "responded", "provided",
        "response provided", "circulated", "response circulated", "propose to close",
        "proposed for closure", "proposed for close", "proposed to close",
        "recommended for closure",
        "recommend closure", "for closure", "to be closed", "to close", "suggest closure",
        "no further action", "noted",
      ]
    ),
    (
      .refused,
      ["refused", "rejected", "declined", "not accepted", "not agreed", "not supported"]
    ),
    (.withdrawn, ["withdrawn"]),
    (
      .discontinued,
      [
        "discontinued", "no longer tracked", "no longer required", "no longer needed",
        "no longer applicable", "no longer relevant", "not applicable", "superseded", "lapsed",
        "cancelled", "abandoned", "overtaken", "dropped",
      ]
    ),
  ])
}
