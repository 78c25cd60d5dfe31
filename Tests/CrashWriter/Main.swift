import Glibc
import Office
import Storage
import StorageSQLite
import WorkCalendar

/// Writes numbered things into a database, one transaction each over several tables, and says each number after it was
/// acknowledged: `CrashWriter FILE COUNT`. A test kills it, or fills its disk.
@main enum CrashWriter {
    /// Its own tables beside those of the journal and of series.
    static let migrations =
        Series.migrations + Search.migrations + Journal.migrations + [
            Migration(
                "crash.1",
                [
                    "CREATE TABLE things (number \(column: .integer) PRIMARY KEY, entry \(column: .integer) NOT NULL)",
                    """
                    CREATE TABLE thing_parts (
                        number \(column: .integer) NOT NULL REFERENCES things (number), part \(column: .integer) NOT NULL,
                        text \(column: .text) NOT NULL, PRIMARY KEY (number, part))
                    """,
                ])
        ]

    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[2]) else { exit(64) }
        do {
            let engine = try SQLiteEngine(path: arguments[1], .creating)
            let store = try await Store.migrating(engine, migrations)
            for _ in 0..<count { say("\(try await store.write(write))") }
            try await store.close()
        } catch let error as StorageError {
            say(error.kind.rawValue)
            exit(2)
        } catch {
            say("\(error)")
            exit(3)
        }
    }

    @Sendable private static func write(_ db: Transaction) throws -> Int {
        let number = try Series.next("things", db)
        let entry = try Journal.record(
            "thing.write", of: Journal.Subject("thing", number), after: ["number": number],
            by: Act(.system("CrashWriter"), at: .now), db)
        try db.run("INSERT INTO things (number, entry) VALUES (\(number), \(entry))")
        for part in 1...3 {
            let text = String(repeating: "phần \(part) ", count: 30)
            try db.run("INSERT INTO thing_parts (number, part, text) VALUES (\(number), \(part), \(text))")
        }
        try Search.put(SearchEntry(kind: "thing", subject: number, title: "việc \(number)", body: "ba phần"), db)
        return number
    }

    /// A line, out of the process before the next is begun.
    private static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = Glibc.write(1, bytes, bytes.count)
    }
}
