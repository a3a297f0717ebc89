import Foundation

/// The people who may sign in, from a file with a line for each: name, role and hash.
///
/// Tabs part them. Lines that begin with `#` say something to people.
public struct UserList: Sendable {
  /// A person who may sign in.
  struct User: Sendable {
    var name: String
    var role: Role
    var hash: PasswordHash
  }

  private let users: [String: User]
  /// Compared with where a name is unknown, so that the time does not tell which names there are.
  private let decoy: PasswordHash

  /// Reads a users file.
  ///
  /// - Throws: ``WebServerError/usersFile(path:reason:)``.
  public init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WebServerError.usersFile(
        path: path, reason: "the users file cannot be read; add a person with: matters user add")
    }
    var users: [String: User] = [:]
    let lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else { continue }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3, !parts[0].isEmpty, let role = Role(rawValue: String(parts[1])),
        let hash = PasswordHash(parts[2])
      else {
        throw WebServerError.usersFile(
          path: path,
          reason: "line \(index + 1) is no user; a line is NAME, reader or officer, and a hash")
      }
      users[Self.key(String(parts[0]))] = User(name: String(parts[0]), role: role, hash: hash)
    }
    guard !users.isEmpty else {
      throw WebServerError.usersFile(
        path: path, reason: "nobody is in the users file; add a person with: matters user add")
    }
    self.users = users
    decoy = try PasswordHash(of: Secret.key())
  }

  /// The person with a name and a password, if there is one.
  func person(_ name: String, _ password: String) throws -> User? {
    let user = users[Self.key(name)]
    let isRight = try (user?.hash ?? decoy).matches(password)
    return isRight ? user : nil
  }

  private static func key(_ name: String) -> String {
    name.precomposedStringWithCompatibilityMapping.lowercased()
  }

  /// Adds a person to a users file, or gives one that is there another password and role.
  public static func set(
    _ name: String, isOfficer: Bool, password: String, in path: String
  ) throws {
    let hash = try PasswordHash(of: password)
    let role: Role = isOfficer ? .officer : .reader
    var lines: [String] = []
    if let data = FileManager.default.contents(atPath: path) {
      lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
      lines.removeAll { $0.split(separator: "\t").first.map { key(String($0)) } == key(name) }
    }
    lines.append("\(name)\t\(role.rawValue)\t\(hash.text)")
    do {
      try Data((lines.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(filePath: path), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw WebServerError.usersFile(
        path: path, reason: "cannot be written; check the rights of the file and its folder")
    }
  }
}
