import Foundation
import MattersFuzz

/// What libFuzzer calls with each input; the target is the one that `FUZZ_TARGET` names.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let complaint = target.complaint(Array(UnsafeBufferPointer(start: start, count: count))) {
    fatalError("\(target.rawValue): \(complaint)")
  }
  return 0
}

private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("FUZZ_TARGET has to be one of: \(names)")
  }
  return target
}()
