import Testing
@testable import Paper
