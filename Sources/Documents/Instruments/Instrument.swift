package import WorkCalendar

/// A legal instrument (văn bản) that others cite, with its life as far as it is known.
package struct Instrument: Sendable, Equatable {
    /// How well a fact is established.
    package enum Confidence: String, Sendable, Codable {
        /// The text itself was read, or two independent sources.
        case high
        /// One good source.
        case medium
        /// Only that it exists.
        case low
    }
    /// "76/2010/QĐ-TTg"
    package let number: String
    /// Its subject, as titled.
    package let name: String
    /// Of issue.
    package let date: Day?
    /// First day in force.
    package let effective: Day?
    /// Number of the instrument that replaced it.
    package let replacedBy: String?
    /// First day on which it no longer holds.
    package let replacedFrom: Day?
    /// Where this was read.
    package let source: String
    /// How well all this is established.
    package let confidence: Confidence
}

extension Instrument: Decodable {
    private enum Key: String, CodingKey {
        case number, name, date, effective, replacedBy, replacedFrom, source, confidence
    }

    /// Reads a row of the register.
    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: Key.self)
        func day(_ key: Key) throws -> Day? {
            guard let text = try row.decodeIfPresent(String.self, forKey: key) else { return nil }
            let parts = text.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: row, debugDescription: "no such day: \(text)")
            }
            return day
        }
        number = try row.decode(String.self, forKey: .number)
        name = try row.decode(String.self, forKey: .name)
        date = try day(.date)
        effective = try day(.effective)
        replacedBy = try row.decodeIfPresent(String.self, forKey: .replacedBy)
        replacedFrom = try day(.replacedFrom)
        source = try row.decode(String.self, forKey: .source)
        confidence = try row.decode(Confidence.self, forKey: .confidence)
    }
}
