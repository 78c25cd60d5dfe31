import Office
import Registers
import Storage
import Wording

/// The registers that the program comes with, in a database that is there already.
enum ShippedRegisters {
    /// A newer program brings newer registers; those that an administrator changed stay. Where both do not go together, that is told line
    /// by line, and all stays as it was: people go on working.
    /// - Returns: The files that were new or had another text.
    static func install(in store: Store, by act: Act) async throws -> [String] {
        do {
            return try await store.write { db in
                // Tables alone are no office yet: `init` brings them with the province.
                let isOffice = try db.value(
                    "SELECT EXISTS (SELECT 1 FROM organisation_versions WHERE level = \(OrganisationLevel.province))",
                    Bool.self)
                return isOffice == true ? try Definitions.installShipped(by: act, db) : []
            }
        } catch let faulty as FaultyDefinitions {
            let catalogue = try RegisterTexts.catalogue(Words.language)
            for fault in faulty.faults { Output.write("nhipcau: \(fault.text(catalogue))\n", to: 2) }
            return []
        }
    }
}
