import Foundation
import Office
import Storage
import Web

extension FileKeeper {
    /// A kept file, copied out of the store piece by piece to be sent from the disk: whoever saves it slowly keeps neither memory nor a
    /// connection busy.
    /// - Throws: ``StorageError`` where its bytes are not those that were kept.
    func copy(of file: KeptFile, _ db: Transaction) throws -> FileOnce {
        let folder = try ReceivingFolder()
        defer { folder.remove() }
        let path = folder.place(1)
        guard FileManager.default.createFile(atPath: path, contents: nil), let copy = FileHandle(forWritingAtPath: path)
        else { throw StorageError(.fault, "no room for a copy") }
        defer { try? copy.close() }
        try read(file, db) { try copy.write(contentsOf: $0) }
        return try FileOnce(taking: path)
    }
}
