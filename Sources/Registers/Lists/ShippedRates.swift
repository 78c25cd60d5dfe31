package import Office
import RegisterData
package import Storage
import WorkCalendar
import Yams

extension ExchangeRates {
    /// The rates that the product comes with: round numbers that nobody has checked, to begin with.
    /// - Throws: where the file is malformed, which a test forbids.
    package static func shipped() throws -> [Rate] {
        let file = try YAMLDecoder().decode(RateFile.self, from: String(decoding: RegisterFiles.rates, as: UTF8.self))
        return try file.rates.map { row in
            guard let from = Day(iso: row.from), let millionths = Decimals.units(of: row.dong, places: 6) else {
                throw Refusal("rate.malformed", ["currency": row.currency, "day": row.from])
            }
            return Rate(
                currency: row.currency, from: from, millionths: millionths, source: file.source,
                isUnverified: row.unverified)
        }
    }

    /// Puts those in whose currency and day the database has no rate for.
    package static func install(by act: Act, _ db: Transaction) throws {
        let known = Set(
            try db.all("SELECT currency, from_day FROM exchange_rates") { fields in
                "\(try fields.next() as String) \(try fields.next() as Day)"
            })
        for rate in try shipped() where !known.contains("\(rate.currency) \(rate.from)") { try put(rate, by: act, db) }
    }
}

private struct RateFile: Decodable {
    struct Row: Decodable {
        let currency: String
        let from: String
        let dong: String
        let unverified: Bool
    }

    let source: String
    let rates: [Row]
}
