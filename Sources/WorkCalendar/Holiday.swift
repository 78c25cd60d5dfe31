import Yams

/// A day that breaks the ordinary week: a public holiday, a day off in lieu or in exchange, or a Saturday worked for one.
package struct Holiday: Sendable, Equatable {
    /// Whether people are off on the day or at work.
    package enum Kind: String, Sendable, Decodable { case off, work }

    /// The one day.
    package let day: Day
    /// Off or at work.
    package let kind: Kind
    /// As it is called: "Quốc khánh".
    package let name: String
    /// The law, decision or announcement that sets it.
    package let source: String
    /// Whether the announcement was seen; the user is told where a computed day rests on one that was not.
    package let isVerified: Bool

    /// The days of `Data/holidays.yaml`, years 2024 to 2027.
    package static let all: [Holiday] = {
        guard
            let rows = try? YAMLDecoder().decode(
                [Row].self, from: String(decoding: PackageResources.holidays_yaml, as: UTF8.self))
        else { return [] }  // a test reads the file
        return rows.compactMap(\.holiday)
    }()

    static let byNumber = Dictionary(all.map { ($0.day.number, $0) }) { first, _ in first }

    struct Row: Decodable {
        let date: String
        let kind: Kind
        let name: String
        let source: String
        let verified: Bool

        var holiday: Holiday? {
            Day(iso: date).map { Holiday(day: $0, kind: kind, name: name, source: source, isVerified: verified) }
        }
    }
}
