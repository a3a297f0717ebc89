public import ArgumentParser
import Foundation
import MattersArising
import MattersIngest
import MattersParsers
import MattersRegister
public import MattersText

/// Which register to use.
struct RegisterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The register's file. Default: MATTERS_REGISTER, or matters.sqlite in this folder.",
      valueName: "file"))
  var register: String?

  var path: String {
    register ?? ProcessInfo.processInfo.environment["MATTERS_REGISTER"] ?? "matters.sqlite"
  }

  func open(for purpose: Register.Purpose) throws -> Register {
    try Register(path, for: purpose) { Console.say("matters: \($0)") }
  }
}

extension PlainDate: ExpressibleByArgument {
  /// A day as it is typed: `2022-12-13`, `13/12/2022` or `"13 December 2022"`.
  public init?(argument: String) {
    if let date = PlainDate(iso: argument) {
      self = date
    } else if let words = DateReader.whole(argument), let date = PlainDate(iso: words) {
      self = date
    } else {
      return nil
    }
  }
}

extension Register {
  /// The one body that some words mean.
  func body(_ words: String) throws -> String {
    let found = try bodies(meaning: words)
    guard let first = found.first else {
      let known = try bodies()
      let hint =
        known.isEmpty ? "the register has none yet" : "known: " + known.joined(separator: "; ")
      throw Failure("\(words): no such body in the register; \(hint)")
    }
    guard found.count == 1 else {
      throw Failure("\(words): more than one body; give one of: \(found.joined(separator: "; "))")
    }
    return first
  }
}

/// What some councils call by words of their own.
struct ProfileOptions: ParsableArguments {
  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "A council's own words for columns, statuses and decisions, as TOML.", valueName: "file"))
  var files: [String] = []

  /// The profiles that the files describe.
  func profiles() throws -> CouncilProfiles {
    do {
      return CouncilProfiles(try files.map(CouncilProfileFile.read))
    } catch let problem as SettingsFile.Problem {
      throw Failure(problem.explanation)
    }
  }
}
