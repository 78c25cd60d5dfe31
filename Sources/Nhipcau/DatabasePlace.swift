import Foundation
import Registers
import Storage
import StoragePostgres
import StorageSQLite

/// Where the data of an office are.
enum DatabasePlace {
    /// A file of SQLite, by its path.
    case file(String)
    /// A server of PostgreSQL, by its address.
    case server(String)

    /// - Parameter given: What the user wrote; else `NHIPCAU_DATABASE` counts, else the file in the user's data folder.
    init(_ given: String?) {
        let text = given ?? Setting.database.value ?? Self.usualFile
        let isAddress = ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
        self = isAddress ? .server(text) : .file(text)
    }

    /// For messages: the file, or the server without password.
    var name: String {
        switch self {
        case .file(let path): path
        case .server(let address): Self.withoutPassword(address)
        }
    }

    /// The keys of private fields: where `NHIPCAU_KEY_FILE` says, else beside a file; a server has none of its own.
    var keyFile: KeyFile? {
        switch (Setting.keyFile.value, self) {
        case (let path?, _): KeyFile(path, isMadeAtFirst: false)
        case (nil, .file(let path)): KeyFile("\(path).key", isMadeAtFirst: true)
        case (nil, .server): nil
        }
    }

    /// What it is opened for.
    enum Use {
        /// A command that asks one thing after another.
        case command
        /// A server that many ask at once.
        case server
        /// A backup, which is only read.
        case backup
    }

    /// Whether it is a file that is still to be made.
    var isFree: Bool {
        guard case .file(let path) = self else { return false }
        return NewFile.isFree(path)
    }

    /// Makes a database out of what the body writes: a file that was not there, or the tables of a server's empty database.
    /// - Parameter isWorking: Whether people will work in it; else it is kept as it is.
    /// - Throws: ``StorageError`` of kind `exists` where there is one; then, as where the body fails, nothing is changed.
    func make<T: Sendable>(isWorking: Bool = true, _ body: (any Engine) async throws -> T) async throws -> T {
        guard case .file(let path) = self else { return try await withEngine { try await body($0) } }
        let folder = NewFile.folder(of: path)
        // The folder of the user's own database is one that nobody is asked to make.
        let isMade = path == Self.usualFile && Self.makeFolder(folder)
        do {
            return try await SQLiteFile.make(path, isWorking: isWorking) { try await body($0) }
        } catch {
            if isMade { rmdir(folder) }
            throw error
        }
    }

    /// Opens it, or makes it where it is free.
    func openOrMake<T: Sendable>(_ body: (any Engine) async throws -> T) async throws -> T {
        isFree ? try await make(body) : try await withEngine { try await body($0) }
    }

    /// Opens it as it is, whatever it holds, runs the body and closes it.
    /// - Throws: ``StorageError`` where it is not there, or may not be read, or written where it is no backup.
    func withEngine<T>(for use: Use = .command, _ body: (any Engine) async throws -> T) async throws -> T {
        let engine = try open(for: use)
        let result: Result<T, any Error>
        do { result = .success(try await body(engine)) } catch { result = .failure(error) }
        try? await engine.close()
        return try result.get()
    }

    private func open(for use: Use) throws -> any Engine {
        switch (self, use) {
        case (.file(let path), .command): try SQLiteEngine.single(path: path)
        case (.file(let path), .server): try SQLiteEngine(path: path)
        case (.file(let path), .backup): try SQLiteEngine.reading(path: path)
        case (.server(let address), .server): try PostgresEngine(address: address, readers: 8)
        case (.server(let address), _): try PostgresEngine(address: address, readers: 2)
        }
    }

    /// - Returns: Whether it was not there; what goes wrong shows where a file is made in it.
    private static func makeFolder(_ folder: String) -> Bool {
        guard !FileManager.default.fileExists(atPath: folder) else { return false }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return true
    }

    private static var usualFile: String {
        let home = getenv("HOME").map { String(cString: $0) } ?? "."
        return "\(Setting.dataFolder.value ?? "\(home)/.local/share")/nhipcau/nhipcau.sqlite"
    }

    /// A password may stand before the host or among the options at the end, and may itself have the signs that part them.
    private static func withoutPassword(_ address: String) -> String {
        guard let start = address.firstRange(of: "://") else { return "postgres://…" }
        var rest = address[start.upperBound...]
        var user = ""
        if let at = rest.lastIndex(of: "@") {
            user = rest[..<at].prefix { !":/?".contains($0) } + "@"
            rest = rest[rest.index(after: at)...]
        }
        let server = rest.prefix { $0 != "?" && $0 != "&" }
        return address[..<start.upperBound] + user + (server.contains("password") ? "…" : server)
    }
}
