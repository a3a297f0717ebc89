/// Verbs of what somebody is given to do, and not of what somebody is or attends.
enum TaskVerbs {
  static let all: Set<String> = [
    "add", "advertise", "advise", "amend", "apply", "approach", "arrange", "ask", "assess",
    "attach",
    "book", "bring", "build", "buy", "carry", "change", "chase", "check", "circulate", "clarify",
    "clean", "clear", "collate", "collect", "compile", "complete", "confirm", "consult", "contact",
    "convene", "coordinate", "co-ordinate", "correct", "cost", "create", "deliver", "design",
    "develop", "discuss", "distribute", "draft", "draw", "email", "e-mail", "engage", "enquire",
    "ensure", "escalate", "establish", "explore", "feed", "feedback", "finalise", "finalize",
    "find", "fix", "follow", "forward", "get", "give", "go", "highlight", "identify", "implement",
    "include", "inform", "inspect", "install", "instruct", "invite", "investigate", "issue",
    "keep", "let", "liaise", "list", "locate", "look", "make", "map", "meet", "mend", "monitor",
    "move", "notify", "obtain", "oil", "open", "order", "organise", "organize", "paint", "pass",
    "pay", "place", "plan", "plant", "post", "prepare", "present", "price", "print", "produce",
    "progress", "provide", "publicise", "publish", "purchase", "put", "raise", "re-circulate",
    "re-issue", "read", "reconsider", "record", "redraft", "redraw", "refer", "register", "remind",
    "remove", "repair", "replace", "reply", "report", "request", "research", "resend", "respond",
    "resubmit", "return", "review", "revise", "revisit", "ring", "rota", "run", "schedule", "scope",
    "seek", "send", "set", "share", "sign", "source", "speak", "submit", "supply", "sweep", "table",
    "take", "talk", "telephone", "test", "thank", "update", "upload", "verify", "visit", "walk",
    "work", "write",
  ]
}
