import Foundation
import Markup
package import Wording

// What a restrained reader says besides a handover, for the process that started it, which trusts none of it.

extension Message {
    /// A reason, as it is handed over.
    package var handedOver: [UInt8] {
        var json = JSONWriter(indentation: 0)
        json.object { json in
            json.member("key", key)
            json.object("values") { json in
                for (name, value) in values.sorted(by: { $0.key < $1.key }) { json.member(name, value) }
            }
        }
        return json.bytes
    }

    /// Takes a reason why a file is unreadable; `nil` where it is something else.
    package init?(handedOver bytes: [UInt8]) {
        struct Parts: Decodable {
            let key: SafeText
            let values: [String: SafeText]
        }
        guard bytes.count < 10_000, let parts = try? JSONDecoder().decode(Parts.self, from: Data(bytes)),
            parts.key.text.hasPrefix("unreadable.")
        else { return nil }
        self.init(parts.key.text, parts.values.mapValues(\.text))
    }
}

/// Pictures on their way from the process that drew them: before each stand its length in bytes and a line end.
package enum HandedPictures {
    /// As they are handed over.
    package static func bytes(_ pictures: [[UInt8]]) -> [UInt8] {
        pictures.reduce(into: []) { $0 += Array("\($1.count)\n".utf8) + $1 }
    }

    /// Takes them.
    /// - Returns: `nil` where they are not whole, or one is no JPEG.
    package static func taken(from bytes: [UInt8]) -> [[UInt8]]? {
        var pictures: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: "\n")),
                let count = Int(String(decoding: rest[..<end], as: UTF8.self)), count > 3, count < rest.endIndex - end
            else { return nil }
            let picture = Array(rest[(end + 1)...].prefix(count))
            guard picture.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
            pictures.append(picture)
            rest = rest[(end + 1 + count)...]
        }
        return pictures
    }
}
