public import MattersLinker
public import MattersText

/// How the register is served.
public struct WebOptions: Sendable {
  /// The address to listen at.
  public var host = "127.0.0.1"
  /// The port; 0 lets the system choose.
  public var port = 8471
  /// The file of people who may sign in; without it nobody is asked to.
  public var users: String?
  /// The name of a header in which the council's own sign-in says who it is, and what it may do.
  public var trustedHeader: TrustedHeader?
  /// Whether the pages reach people over TLS, ended by a server in front of this one.
  public var isBehindTLS = false
  /// The nation whose law sets the time for an answer.
  public var nation = Nation.england
  /// Who makes changes where nobody signs in.
  public var person: String
  /// What day it is.
  public var today: @Sendable () -> PlainDate
  /// The most bytes of a paper that is uploaded.
  public var largestUpload = 64 << 20

  /// Whether answers say how long they took, for measuring.
  public var tellsTime = false

  /// Options for one person on this computer.
  public init(person: String, today: @escaping @Sendable () -> PlainDate) {
    self.person = person
    self.today = today
  }

  /// The header of a sign-in that stands in front of this server.
  public struct TrustedHeader: Sendable {
    /// The header's name.
    public var name: String
    /// The names of people who are officers; all others are readers.
    public var officers: Set<String>

    /// A header by its name, and who is an officer.
    public init(name: String, officers: Set<String>) {
      self.name = name
      self.officers = officers
    }
  }

  /// Whether the address is this computer's own.
  public var isLoopback: Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Whether people are asked who they are.
  public var asksWho: Bool { users != nil || trustedHeader != nil }
}

/// Why the register cannot be served; each says what to do.
public enum WebServerError: Error, Sendable, Equatable {
  /// Beyond this computer nobody is served who has not signed in.
  case needsSignIn(host: String)
  /// The users file cannot be read, or a line of it is none.
  case usersFile(path: String, reason: String)
  /// The address cannot be listened at.
  case address(String, reason: String)

  /// One line: what is wrong and what to do.
  public var explanation: String {
    switch self {
    case .needsSignIn(let host):
      "\(host): others can reach this address; name the people who may sign in with --users FILE, or listen on 127.0.0.1"
    case .usersFile(let path, let reason):
      "\(path): \(reason)"
    case .address(let address, let reason):
      "\(address): cannot be listened at (\(reason)); choose another with --port or --host"
    }
  }
}
