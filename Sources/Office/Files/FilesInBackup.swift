import Storage

extension FileKeeper {
    /// Brings the bytes of files that stand in a folder into the database, so that it is whole by itself.
    /// - Returns: The files whose bytes are not there any more; they stay as they are.
    /// - Throws: ``Refusal`` where there are such files and no folder is set.
    func bringIntoDatabase(_ db: Transaction) throws -> [KeptFiles.Broken] {
        let files = try db.all(
            "SELECT \(KeptFile.columns) FROM kept_files WHERE place = \(KeptFile.Place.folder) ORDER BY id"
        ) { try KeptFile(&$0) }
        var lost: [KeptFiles.Broken] = []
        for file in files {
            do { try bringIntoDatabase(file, db) } catch let error as StorageError where error.kind == .damaged {
                try db.run("DELETE FROM kept_file_pieces WHERE file = \(file.id)")
                lost.append(KeptFiles.Broken(sha256: file.sha256, name: try KeptFiles.names(of: file, db).first ?? ""))
            }
        }
        return lost
    }

    private func bringIntoDatabase(_ file: KeptFile, _ db: Transaction) throws {
        var number = 0
        try read(file, db) { piece in
            try db.run("INSERT INTO kept_file_pieces (file, number, bytes) VALUES (\(file.id), \(number), \(piece))")
            number += 1
        }
        try db.run("UPDATE kept_files SET place = \(KeptFile.Place.database) WHERE id = \(file.id)")
    }
}
