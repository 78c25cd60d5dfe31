import Crypto
import Foundation
import Glibc
package import Office
package import Storage

extension KeyFile {
    /// Adds a new key at the end of the file, under the next number. Servers that run take it up when they are started again, which comes
    /// before anything is sealed anew.
    /// - Returns: Its number.
    /// - Throws: ``Refusal`` where the file is not that of the database.
    package func addKey(for store: Store) async throws -> Int {
        let ring = try await keys(for: store)
        let text = try contents()
        let key = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
        let number = ring.numbers.reduce(0, max) + 1
        try replace(text + (text.hasSuffix("\n") ? "" : "\n") + "\(number) \(key)\n")
        // The database remembers its mark.
        _ = try await keys(for: store)
        return number
    }

    /// Takes all keys but the newest out of the file, once nothing is sealed with them any more.
    /// - Returns: Their numbers.
    /// - Throws: ``Refusal`` where something still is.
    package func retire(for store: Store, by act: Act) async throws -> [Int] {
        let ring = try await keys(for: store)
        let old = ring.numbers.filter { $0 != ring.newest }
        guard !old.isEmpty else { return [] }
        guard try await Resealing.isComplete(store, ring) else { throw Refusal("keys.in-use") }
        let lines = try contents().split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            !old.contains { line.hasPrefix("\($0) ") }
        }
        // First the database forgets them, for it would refuse a file without them.
        try await store.write { db in
            try db.run("DELETE FROM sealing_keys WHERE number IN (\(list: old))")
            try Journal.record(
                "definition.retire-key", of: .sealingKey(ring.newest),
                after: ["keys": old.map(String.init).joined(separator: ", ")], by: act, db)
        }
        try replace(lines.joined(separator: "\n"))
        return old
    }

    private func contents() throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else { throw Refusal("keys.file", ["file": path]) }
        return String(decoding: data, as: UTF8.self)
    }

    /// Puts another text in the place of the file at once: it is never half written.
    private func replace(_ text: String) throws {
        let new = "\(path).new"
        try? FileManager.default.removeItem(atPath: new)
        try make(text, at: new)
        guard rename(new, path) == 0 else { throw Refusal("keys.file", ["file": path]) }
    }
}
