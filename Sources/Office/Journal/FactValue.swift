import Foundation

/// A value of a line's facts, as JSON has it.
package enum FactValue: Hashable, Sendable, Decodable {
    case absent
    case truth(Bool)
    case whole(Int)
    case decimal(Double)
    case text(String)
    case list([FactValue])
    case object([String: FactValue])

    /// The facts of a line of the journal by their names; none where there are none.
    package static func facts(_ json: String?) -> [String: FactValue] {
        guard let json else { return [:] }
        return (try? JSONDecoder().decode([String: FactValue].self, from: Data(json.utf8))) ?? [:]
    }

    /// The text that it is; `nil` where it is none.
    package var written: String? {
        if case .text(let text) = self { text } else { nil }
    }

    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .absent
        } else if let truth = try? value.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? value.decode(Int.self) {
            self = .whole(number)
        } else if let number = try? value.decode(Double.self) {
            self = .decimal(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([FactValue].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: FactValue].self))
        }
    }
}
