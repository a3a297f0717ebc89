/// Why a register could not be used; each says what to do.
public enum RegisterError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is not a register of this program.
  case notARegister(path: String)
  /// The register was written by a newer version.
  case newer(path: String, version: Int)
  /// The register was written by an older version and cannot be brought forward where it lies.
  case older(path: String)
  /// The register or its folder cannot be written.
  case notWritable(path: String)
  /// Another process kept the register for too long.
  case locked(path: String)
  /// The register lies on another computer's disk, where it cannot be served.
  case onNetworkDrive(path: String)
  /// There is a file where a register was to be made.
  case alreadyThere(path: String)
  /// The lines are none that a register was written as.
  case notLines(line: Int, reason: String)
  /// The database reported a failure.
  case failed(path: String, reason: String)
  /// Nothing in the register has the name that was given.
  case unknown(name: String)
  /// No paper of the register has the name that was given.
  case noPaper(name: String)
  /// Papers have already what was to be added.
  case alreadyAsked(reference: String)
  /// A file that would be written is there already.
  case inTheWay(path: String)
  /// The register is not what it was when it was written.
  case unsound(path: String, fault: String)
  /// More than one thing has the name that was given.
  case ambiguous(name: String, candidates: [String])

  /// One line: what is wrong and what to do.
  public var explanation: String {
    switch self {
    case .missing(let path):
      "\(path): there is no register; make one with: matters ingest FILE --register \(path)"
    case .notARegister(let path):
      "\(path): not a register of matters; choose another file with --register"
    case .newer(let path, let version):
      "\(path): written by a newer version of matters (register version \(version)); update matters"
    case .older(let path):
      "\(path): written by an older version of matters; copy it to where it can be written"
    case .notWritable(let path):
      "\(path): the register cannot be written; check the rights of the file and its folder"
    case .locked(let path):
      "\(path): another program kept the register for too long; try again when it has finished"
    case .onNetworkDrive(let path):
      "\(path): on a network drive, where a register cannot be served; copy it to a local disk"
    case .alreadyThere(let path):
      "\(path): there is a file already; name another with --register, or move it away"
    case .notLines(let line, let reason):
      "line \(line): not what matters export --to jsonl writes (\(reason)); export it again"
    case .failed(let path, let reason):
      "\(path): the register could not be used (\(reason)); run matters again, or restore a backup"
    case .unknown(let name):
      "\(name): nothing in the register has this reference or id; list them with: matters requests"
    case .noPaper(let name):
      "\(name): no paper of the register has this name; give a file name or the start of its hash"
    case .alreadyAsked(let reference):
      "\(reference): the papers have it already; see: matters show \(reference)"
    case .inTheWay(let path):
      "\(path): there is a file already; choose another name, or move it away"
    case .unsound(let path, let fault):
      "\(path): is not as it was written (\(fault)); see: matters verify --register \(path)"
    case .ambiguous(let name, let candidates):
      "\(name): more than one has this id; give one of: \(candidates.joined(separator: ", "))"
    }
  }
}
