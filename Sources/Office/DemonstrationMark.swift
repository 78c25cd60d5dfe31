package import Storage

/// Says of an office that what stands in it is invented; every screen and file that shows it says so too.
package enum DemonstrationMark {
    /// The schema of it.
    package static let migrations = [
        Migration(
            "demonstration.1",
            ["CREATE TABLE demonstration_mark (id \(column: .integer) PRIMARY KEY CHECK (id = 1))"])
    ]

    /// Marks the office, for good.
    package static func set(_ db: Transaction) throws { try db.run("INSERT INTO demonstration_mark (id) VALUES (1)") }

    /// Whether it is marked.
    package static func isSet(_ db: Transaction) throws -> Bool {
        try db.value("SELECT id FROM demonstration_mark", Int.self) != nil
    }
}
