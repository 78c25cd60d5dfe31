import Foundation
import RegisterData
import TestSupport
import Testing
import Wording

@testable import Registers

@Suite("The registers that the product comes with")
struct ShippedTests {
    @Test func `Nothing is wrong with any of them`() throws {
        do {
            #expect(try Definitions.shipped().all.count == 39)
        } catch let error as FaultyDefinitions {
            let catalogue = try RegisterTexts.catalogue(.en)
            Issue.record("\(error.faults.map { $0.text(catalogue) }.joined(separator: "\n"))")
        }
    }

    @Test func `Every file in the folder is embedded`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/RegisterData/Definitions").standardized
        let files = try #require(FileManager.default.enumerator(atPath: folder.path))
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
        let embedded = RegisterFiles.definitions.map(\.path) + ["countries.yaml", "rates.yaml"]
        #expect(files.sorted() == embedded.sorted())
    }

    @Test(.enabled(if: SharedMaterial.isThere))
    func `The names that scripts rely on are there`() throws {
        let names = Set(try Definitions.shipped().all.flatMap { $0.figures.map(\.name) })
        let data = try Data(contentsOf: SharedMaterial.folder.appending(path: "contracts/figures-2025.json"))
        for name in try JSONDecoder().decode([String: Double].self, from: data).keys {
            #expect(names.contains(name), "\(name)")
        }
    }
}
