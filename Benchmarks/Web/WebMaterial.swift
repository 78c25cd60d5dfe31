import Office
import Storage
import StorageSQLite
import Web
import WorkCalendar

/// What the measurement of the pages needs: the demonstration province grown to the size of a country, and people signed in.
enum WebMaterial {
    struct NoSuchPerson: Error { let login: String }

    /// Grows a database that `nhipcau demo` made, and signs a person in.
    ///
    /// Prints the cookie of the session, for the program that sends the requests.
    static func make(database path: String, login: String) async throws {
        let engine = try SQLiteEngine(path: path, .existing)
        try await SizeMaterial.grow(engine)
        let secret = try await engine.write { db in
            guard let account = try Accounts.find(login: login, db),
                let position = try Positions.held(by: account, on: .today, db).first
            else { throw NoSuchPerson(login: login) }
            let visit = Visit(at: .now, remote: "127.0.0.1")
            return try Sessions.begin(account, .open, for: position, visit, agent: "wrk", db)
        }
        try await engine.write { try $0.run("ANALYZE") }
        try await engine.close()
        print("session=\(secret.text)")
    }
}
