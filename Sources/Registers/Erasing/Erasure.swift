import Crypto
import Foundation
package import Markup
import Office
package import Storage
package import WorkCalendar

/// The receipt of an erasure: what was erased of which record, when, because of what. It says which fields, and nothing that stood in them.
package struct Erasure: Hashable, Sendable {
    /// Why.
    package enum Cause: String, Sendable, CaseIterable {
        /// The person asked for it.
        case request
        /// Its time had passed.
        case retention
    }

    /// "XDL-2026-1": one series a year, without gaps.
    package let number: String
    /// Of which register.
    package let register: String
    /// Of which record.
    package let record: RecordID
    /// Why.
    package let cause: Cause
    /// The paper that asks for it, or decides it.
    package let paper: String
    /// When it was asked for.
    package let asked: Day
    /// When it was done.
    package let erased: Day
    /// Keys of fields, of lines as "citizens.name", in their order; files as "papers".
    package let fields: [String]

    /// What the hash is of: anybody can make it anew from the receipt (`sha256sum`).
    package var text: String {
        """
        number: \(number)
        register: \(register)
        record: \(record.rawValue)
        cause: \(cause.rawValue)
        paper: \(paper)
        asked: \(asked)
        erased: \(erased)
        fields: \(fields.joined(separator: " "))

        """
    }

    /// SHA-256 of ``text``, in hexadecimal digits.
    package var hash: String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }
}

extension Erasure.Cause: Storable {}

extension Erasure {
    private static let columns: Query = "number, register, record, cause, paper, asked, erased, fields, hash"

    private static func read(_ fields: inout Fields) throws -> (Erasure, hash: String) {
        let erasure = Erasure(
            number: try fields.next(), register: try fields.next(), record: try fields.next(),
            cause: try fields.next(), paper: try fields.next(), asked: try fields.next(), erased: try fields.next(),
            fields: try fields.next(String.self).split(separator: " ").map(String.init))
        return (erasure, try fields.next())
    }

    /// That of a record, and whether it is as it was written.
    package static func of(_ record: RecordID, _ db: Transaction) throws -> (erasure: Erasure, isIntact: Bool)? {
        try db.first("SELECT \(columns) FROM erasures WHERE record = \(record)") { fields in
            let (erasure, hash) = try read(&fields)
            return (erasure, erasure.hash == hash)
        }
    }

    /// All of them, the first first.
    package static func all(_ db: Transaction) throws -> [Erasure] {
        try db.all("SELECT \(columns) FROM erasures ORDER BY id") { try read(&$0).0 }
    }

    /// The next number of a year.
    static func nextNumber(_ year: Int, _ db: Transaction) throws -> String {
        "XDL-\(year)-\(try Series.next("erasures.\(year)", db))"
    }

    func keep(_ entry: Int, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO erasures (number, register, record, cause, paper, asked, erased, fields, hash, entry)
            VALUES (\(number), \(register), \(record), \(cause), \(paper), \(asked), \(erased),
                \(fields.joined(separator: " ")), \(hash), \(entry))
            """)
    }

    // MARK: The list that is kept outside the database

    /// One object for a program.
    package func write(to json: inout JSONWriter) {
        json.member("number", number)
        json.member("register", register)
        json.member("record", record.rawValue)
        json.member("cause", cause.rawValue)
        json.member("paper", paper)
        json.member("asked", asked.description)
        json.member("erased", erased.description)
        json.array("fields") { json in for field in fields { json.element(field) } }
        json.member("hash", hash)
    }
}

/// As the list has it.
extension Erasure: Decodable {
    private enum CodingKeys: String, CodingKey {
        case number, register, record, cause, paper, asked, erased, fields, hash
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func day(_ key: CodingKeys) throws -> Day {
            guard let day = Day(iso: try container.decode(String.self, forKey: key)) else {
                throw Refusal("erasure.list")
            }
            return day
        }
        guard let cause = Cause(rawValue: try container.decode(String.self, forKey: .cause)) else {
            throw Refusal("erasure.list")
        }
        self.init(
            number: try container.decode(String.self, forKey: .number),
            register: try container.decode(String.self, forKey: .register),
            record: RecordID(rawValue: try container.decode(Int.self, forKey: .record)), cause: cause,
            paper: try container.decode(String.self, forKey: .paper), asked: try day(.asked), erased: try day(.erased),
            fields: try container.decode([String].self, forKey: .fields))
        guard try container.decode(String.self, forKey: .hash) == hash else { throw Refusal("erasure.list") }
    }
}
