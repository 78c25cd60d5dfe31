import Foundation
import Glibc
import Office
package import Storage
package import Wording

/// The file with the keys of private fields. It is no part of the database and of its backups: whoever has those alone reads nothing
/// private, and who loses the file has lost what is private too.
package struct KeyFile: Sendable {
    /// Where it is.
    package let path: String
    /// Whether it is made when it is first asked for: beside a database that is a file itself.
    package let isMadeAtFirst: Bool

    /// Both parts.
    package init(_ path: String, isMadeAtFirst: Bool) {
        self.path = path
        self.isMadeAtFirst = isMadeAtFirst
    }

    /// The keys for a database. It remembers a mark of each key that it was used with, so that another's file, or a new one in the place
    /// of one that was lost, is noticed before anything is sealed with it.
    /// - Throws: ``Refusal`` where the file is not there, may be read by others, or is not that of this database.
    package func keys(for store: Store) async throws -> KeyRing {
        let known = try await store.read { try KeyMark.all($0) }
        if isMadeAtFirst, known.isEmpty, !FileManager.default.fileExists(atPath: path) {
            try make(KeyRing.newFile(), at: path)
        }
        let ring = try read()
        try check(ring, against: known)
        let new = ring.marks.filter { mark in !known.contains { $0.number == mark.number } }
        if !new.isEmpty { try await store.write { db in for mark in new { try mark.keep(db) } } }
        return ring
    }

    /// The keys for a new database, which are these where the file is still to be made.
    package func keys(beginningWith text: String) throws -> KeyRing {
        if isMadeAtFirst, !FileManager.default.fileExists(atPath: path) { try make(text, at: path) }
        return try read()
    }

    /// What is wrong with the file, if the database was ever used with keys; nothing is made and nothing is kept.
    package func fault(_ db: Transaction) throws -> Message? {
        let known = try KeyMark.all(db)
        guard !known.isEmpty else { return nil }
        do {
            try check(read(), against: known)
            return nil
        } catch let refusal as Refusal {
            return refusal.message
        }
    }

    private func check(_ ring: KeyRing, against known: [KeyMark]) throws {
        for mark in known {
            guard let own = ring.marks.first(where: { $0.number == mark.number }) else {
                throw Refusal("keys.missing", ["number": "\(mark.number)"])
            }
            if own != mark { throw Refusal("keys.other", ["file": path]) }
        }
    }

    func read() throws -> KeyRing {
        guard let data = FileManager.default.contents(atPath: path) else { throw Refusal("keys.file", ["file": path]) }
        let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        if (mode ?? 0) & 0o077 != 0 { throw Refusal("keys.open", ["file": path]) }
        return try KeyRing(String(decoding: data, as: UTF8.self))
    }

    func make(_ text: String, at path: String) throws {
        // Nobody else can read it, not even for a moment, and no other file is written over.
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw Refusal("keys.file", ["file": path]) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
        try file.close()
    }
}

/// What a database knows of a key: enough to tell it from another, nothing to open with.
struct KeyMark: Equatable, Sendable {
    let number: Int
    let mark: [UInt8]

    static func all(_ db: Transaction) throws -> [KeyMark] {
        try db.all("SELECT number, mark FROM sealing_keys ORDER BY number") {
            KeyMark(number: try $0.next(), mark: try $0.next())
        }
    }

    func keep(_ db: Transaction) throws {
        try db.run(
            "INSERT INTO sealing_keys (number, mark) VALUES (\(number), \(mark)) ON CONFLICT (number) DO NOTHING")
    }
}
