import RegisterData

extension Definitions {
    /// The registers that the product comes with.
    /// - Throws: ``FaultyDefinitions`` where something in them is not as it should be, which a test forbids.
    package static func shipped() throws -> Definitions { try Definitions(shippedFiles) }

    /// Their files.
    package static var shippedFiles: [DefinitionFile] {
        RegisterFiles.definitions.map { DefinitionFile($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }
}
