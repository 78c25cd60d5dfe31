import Foundation
import WorkCalendar

/// A text out of JSON that a database and a page can take: no control characters but tabs and line breaks, and no more than a
/// long page of it.
struct SafeText: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text = try container.decode(String.self)
        let isSafe = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A }
        guard text.utf8.count <= 200_000, isSafe else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "unsafe text")
        }
    }
}

/// A list of no more values than a document can have.
struct Bounded<Value: Decodable>: Decodable {
    let values: [Value]

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        var values: [Value] = []
        while !container.isAtEnd {
            guard values.count < 500_000 else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "too many")
            }
            values.append(try container.decode(Value.self))
        }
        self.values = values
    }
}

/// An ISO day out of JSON.
struct SafeDay: Decodable {
    let day: Day

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(iso: try container.decode(String.self)), SafeYear.range.contains(day.year) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day")
        }
        self.day = day
    }
}

/// A year out of JSON that papers can name.
struct SafeYear: Decodable {
    static let range = 1900...2200
    let year: Int

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        year = try container.decode(Int.self)
        guard Self.range.contains(year) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no year")
        }
    }
}

/// A word of a closed list out of JSON.
struct SafeWord<Word: RawRepresentable<String>>: Decodable {
    let word: Word

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let word = Word(rawValue: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown word")
        }
        self.word = word
    }
}
