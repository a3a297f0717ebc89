import Crypto
import CryptoExtras
import Foundation

/// A password as the users file keeps it: scrypt with its own salt.
public struct PasswordHash: Sendable, Hashable {
  private let rounds: Int
  private let blockSize: Int
  private let parallelism: Int
  private let salt: [UInt8]
  private let hash: [UInt8]

  private static let length = 32
  /// 32 MB and about a tenth of a second.
  private static let standard = (rounds: 1 << 15, blockSize: 8, parallelism: 1)

  /// The hash of a new password.
  public init(of password: String) throws {
    var random = SystemRandomNumberGenerator()
    salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    (rounds, blockSize, parallelism) = Self.standard
    hash = try Self.derive(password, salt, rounds, blockSize, parallelism)
  }

  /// The hash that a line of the users file gives: `scrypt:ROUNDS:BLOCK:PARALLEL:SALT:HASH`.
  ///
  /// Work beyond what the program itself asks for is refused: the file would stop the server.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
      (1 << 14...1 << 17).contains(rounds), rounds & (rounds - 1) == 0,
      (8...16).contains(blockSize), (1...4).contains(parallelism),
      let salt = Data(base64Encoded: String(parts[4])), salt.count >= 16,
      let hash = Data(base64Encoded: String(parts[5])), hash.count == Self.length
    else { return nil }
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
    self.salt = Array(salt)
    self.hash = Array(hash)
  }

  /// The hash as the users file has it.
  public var text: String {
    let encoded = [salt, hash].map { Data($0).base64EncodedString() }
    return "scrypt:\(rounds):\(blockSize):\(parallelism):\(encoded[0]):\(encoded[1])"
  }

  /// Whether a password is the one that was hashed; takes as long for a wrong one.
  func matches(_ password: String) throws -> Bool {
    let other = try Self.derive(password, salt, rounds, blockSize, parallelism)
    return Secret.isSame(other, hash)
  }

  private static func derive(
    _ password: String, _ salt: [UInt8], _ rounds: Int, _ blockSize: Int, _ parallelism: Int
  ) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: Array(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt,
      outputByteCount: length, rounds: rounds, blockSize: blockSize, parallelism: parallelism,
      maxMemory: 256 << 20)
    return key.withUnsafeBytes { Array($0) }
  }
}

/// Chance and comparison for what must not be guessed.
enum Secret {
  /// A key that cannot be guessed, fit for an address and a cookie.
  static func key() -> String {
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    return hex(bytes)
  }

  /// Bytes as hexadecimal digits.
  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Compares without telling by the time where two differ.
  static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for index in a.indices { difference |= a[index] ^ b[index] }
    return difference == 0
  }
}
