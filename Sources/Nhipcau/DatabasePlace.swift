import Glibc
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

    /// Opens it as it is, whatever it holds.
    /// - Throws: ``StorageError`` where it is not there, or nobody may write to it.
    func open() throws -> any Engine {
        switch self {
        case .file(let path): try SQLiteEngine.single(path: path)
        case .server(let address): try PostgresEngine(address: address, readers: 2)
        }
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
