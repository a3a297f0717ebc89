public import Foundation

/// Holds text to a committed file.
///
/// `MATTERS_RECORD=1` writes the files instead. A run that records fails, so that no test approves
/// its own output, and an automatic run (`CI=true`) never records.
public enum Golden {
  /// Whether files are to be written.
  public static var isRecording: Bool { environment["MATTERS_RECORD"] == "1" }

  /// What is to be said of a text and its file; nothing where they are the same.
  public static func complaint(_ text: String, file: URL) -> String? {
    complaint(
      text, file: file, isRecording: isRecording, isAutomatic: environment["CI"] == "true")
  }

  /// The same, told how the run was started.
  public static func complaint(
    _ text: String, file: URL, isRecording: Bool, isAutomatic: Bool
  ) -> String? {
    let name = file.lastPathComponent
    guard !isRecording else {
      if isAutomatic { return "\(name): recording is refused in an automatic run (CI=true)" }
      do {
        try Data(text.utf8).write(to: file, options: .atomic)
      } catch {
        return "\(name): cannot be written: \(error)"
      }
      return "\(name): recorded; look it over, then run without MATTERS_RECORD"
    }
    guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else {
      return "\(name): not recorded yet; MATTERS_RECORD=1 swift test --filter Golden writes it"
    }
    let want = String(decoding: data, as: UTF8.self)
    // By bytes: two spellings of one letter are no difference to String.
    return want.utf8.elementsEqual(text.utf8) ? nil : "\(name): \(difference(want, text))"
  }

  /// The lines that are only in one of two texts, in their order.
  private static func difference(_ want: String, _ got: String) -> String {
    let want = want.split(separator: "\n").map(String.init)
    let got = got.split(separator: "\n").map(String.init)
    let changes = got.difference(from: want)
    let lines =
      changes.removals.map { (offset(of: $0), "- ") }
      + changes.insertions.map { (offset(of: $0), "+ ") }
    let shown = lines.sorted { ($0.0.line, $1.1) < ($1.0.line, $0.1) }.prefix(20)
      .map { "\n\($0.1)\($0.0.line + 1): \($0.0.text.prefix(300))" }
    return "\(lines.count) lines differ (- committed, + read):" + shown.joined()
  }

  private static func offset(of change: CollectionDifference<String>.Change)
    -> (line: Int, text: String)
  {
    switch change {
    case .insert(let offset, let element, _), .remove(let offset, let element, _):
      (offset, element)
    }
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
