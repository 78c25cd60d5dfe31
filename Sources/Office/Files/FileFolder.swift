import Foundation
import Glibc
import Storage

/// Kept files in a folder of the disk: `ab/cd/abcd…`, by their SHA-256. A file gets its name only when all of it stands on the
/// disk, so that a name never stands for half a file.
struct FileFolder: Hashable, Sendable {
    let path: String

    /// Where files are written before they have their name.
    private var incoming: String { path + "/incoming" }

    func path(of sha256: String) -> String {
        "\(path)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
    }

    /// Copies a file in and says what came.
    func add(_ content: FileContent, _ piece: ([UInt8]) throws -> Void) throws -> FileSum {
        try makeFolder(incoming)
        removeOldRests()
        let temporary = "\(incoming)/\(UUID().uuidString)"
        defer { unlink(temporary) }
        var sum = FileSum()
        let file = try DiskFile(creating: temporary)
        try content.pieces { bytes in
            try piece(bytes)
            sum.add(bytes)
            try file.write(bytes)
        }
        try file.sync()
        let target = path(of: sum.sha256)
        let folder = String(target.dropLast(65))
        try makeFolder(folder)
        guard rename(temporary, target) == 0 else { throw DiskFile.failure(target) }
        try DiskFile(reading: folder).sync()
        return sum
    }

    /// Gives a file back, piece by piece, whatever became of its bytes.
    func read(_ sha256: String, _ piece: ([UInt8]) throws -> Void) throws {
        let path = path(of: sha256)
        guard access(path, F_OK) == 0 || access(self.path, X_OK) != 0 else {
            throw StorageError(.damaged, "no \(path)")
        }
        try FileContent.path(path).pieces(piece)
    }

    /// Makes a folder where it is not, with those above it, and waits until their names stand on the disk.
    private func makeFolder(_ folder: String) throws {
        guard access(folder, F_OK) != 0 else { return }
        if let parent = Self.parent(of: folder) { try makeFolder(parent) }
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw DiskFile.failure(folder) }
        if let parent = Self.parent(of: folder) { try DiskFile(reading: parent).sync() }
    }

    private static func parent(of folder: String) -> String? {
        folder.lastIndex(of: "/").map { String(folder[..<$0]) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What a program that was killed left half written; nothing takes a day to copy.
    private func removeOldRests() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? [] {
            let rest = "\(incoming)/\(name)"
            let attributes = try? FileManager.default.attributesOfItem(atPath: rest)
            if let changed = attributes?[.modificationDate] as? Date, changed.timeIntervalSinceNow < -86_400 {
                unlink(rest)
            }
        }
    }
}
