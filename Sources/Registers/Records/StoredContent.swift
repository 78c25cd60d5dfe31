import Foundation
import Storage

/// What a record says as its tables hold it, sealed fields sealed; all of it, or what a change put something else in the place of.
struct StoredContent: Equatable {
    /// By field.
    var fields: [Key: Cells] = [:]
    /// By lines, in their order.
    var lines: [Key: [Line]] = [:]

    struct Line: Equatable {
        /// `nil` for a new one.
        var id: Int?
        var fields: [Key: Cells]
    }

    var isEmpty: Bool { fields.isEmpty && lines.isEmpty }

    /// The fields, and lines, in which something stands.
    var filled: Set<Key> {
        Set(fields.filter { $0.value.isFilled }.keys).union(lines.filter { !$0.value.isEmpty }.keys)
    }
}

/// For the row that a change can be undone from.
extension StoredContent: Codable {
    private enum CodingKeys: String, CodingKey { case fields, lines }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        fields = try Self.keyed(container.decode([String: [StoredCell]].self, forKey: .fields)) { $0.map(\.value) }
        lines = try Self.keyed(container.decode([String: [StoredLine]].self, forKey: .lines)) { lines in
            lines.map { Line(id: $0.id, fields: Self.keyed($0.fields) { $0.map(\.value) }) }
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.texts(fields) { $0.map(StoredCell.init) }, forKey: .fields)
        try container.encode(
            Self.texts(lines) { lines in
                lines.map { StoredLine(id: $0.id, fields: Self.texts($0.fields) { $0.map(StoredCell.init) }) }
            }, forKey: .lines)
    }

    /// As a column of text holds it.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    init(json: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(json.utf8)) }

    private static func keyed<T, U>(_ texts: [String: T], _ change: (T) throws -> U) rethrows -> [Key: U] {
        try texts.reduce(into: [:]) { $0[Key(unchecked: $1.key)] = try change($1.value) }
    }

    private static func texts<T, U>(_ keys: [Key: T], _ change: (T) throws -> U) rethrows -> [String: U] {
        try keys.reduce(into: [:]) { $0[$1.key.text] = try change($1.value) }
    }
}

private struct StoredLine: Codable {
    var id: Int?
    var fields: [String: [StoredCell]]
}

/// A value of a column, as JSON: null, a number, a text, `{"bytes": "…"}`.
private struct StoredCell: Codable {
    let value: Value

    private struct Bytes: Codable { let bytes: Data }

    init(_ value: Value) { self.value = value }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let number = try? container.decode(Int.self) {
            value = .integer(number)
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else {
            value = .bytes(Array(try container.decode(Bytes.self).bytes))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .null: try container.encodeNil()
        case .integer(let number): try container.encode(number)
        case .real(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .bytes(let bytes): try container.encode(Bytes(bytes: Data(bytes)))
        }
    }
}
