package import Office
import RegisterData
package import Storage

extension Definitions {
    /// The registers that the product comes with.
    /// - Throws: ``FaultyDefinitions`` where something in them is not as it should be, which a test forbids.
    package static func shipped() throws -> Definitions { try Definitions(shippedFiles) }

    /// Takes in what the program comes with: registers with what they share, and rates to begin with. What an administrator changed
    /// stays.
    /// - Returns: The files that were new or had another text.
    /// - Throws: ``FaultyDefinitions`` where they do not go together with what an administrator changed; then nothing was changed.
    @discardableResult
    package static func installShipped(by act: Act, _ db: Transaction) throws -> [String] {
        let installed = try install(shippedFiles, by: act, db)
        try ExchangeRates.install(by: act, db)
        return installed
    }

    /// Their files.
    package static var shippedFiles: [DefinitionFile] {
        RegisterFiles.definitions.map { DefinitionFile($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }
}
