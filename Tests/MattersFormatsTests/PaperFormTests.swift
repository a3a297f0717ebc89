import Testing
@testable import MattersFormats
