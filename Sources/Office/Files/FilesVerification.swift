package import Storage
package import Wording

extension KeptFiles {
    /// What came of verifying the kept files.
    package struct Verification: Hashable, Sendable {
        /// How many there are.
        package internal(set) var files = 0
        /// Those whose bytes are not the bytes that were kept, in the order of their keeping.
        package internal(set) var broken: [Broken] = []
    }

    /// A file that cannot be given back as it was.
    package struct Broken: Hashable, Sendable {
        /// Of the bytes that were kept.
        package let sha256: String
        /// A name under which it came.
        package let name: String

        /// In words: a key of the room's catalogue.
        package var message: Message { Message("file.broken", ["name": name, "sha256": sha256]) }
    }

    /// Reads every kept file and compares it with its hash, in one unchanging picture of the database and with little memory.
    /// - Throws: ``StorageError`` where a file cannot be read for another reason than its own damage.
    package static func verify(_ keeper: FileKeeper, _ db: Transaction) throws -> Verification {
        var verification = Verification()
        var last = 0
        while let file = try db.first(
            "SELECT \(KeptFile.columns) FROM kept_files WHERE id > \(last) ORDER BY id LIMIT 1", { try KeptFile(&$0) })
        {
            last = file.id
            verification.files += 1
            do { try keeper.read(file, db) { _ in } } catch let error as StorageError where error.kind == .damaged {
                let name = try names(of: file, db).first ?? ""
                verification.broken.append(Broken(sha256: file.sha256, name: name))
            }
        }
        return verification
    }
}
