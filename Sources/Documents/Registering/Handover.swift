import Foundation
import Markup
package import Paper
package import Wording

/// A document as the restrained process that read its file hands it over: the JSON of the contract, and what storing it needs
/// besides. The file was untrusted and so is this text: ``init(json:)`` takes nothing that it has not looked at.
package struct Handover: Sendable {
    /// What was read. Its findings carry their words, in the language of the process that read.
    package var document: OfficialDocument
    /// The extracted text that places count lines in.
    package var lines: [String]
    /// What stands on the paper.
    package var content: DocumentContent

    /// What kind of file it was.
    package var format: FileFormat

    /// A document with the transcript that it was read from.
    package init(_ document: OfficialDocument, _ transcript: Transcript) {
        self.document = document
        lines = transcript.lines
        content = DocumentContent(transcript)
        format = transcript.format
    }

    /// As it is handed over.
    package func json(_ texts: Catalogue) -> [UInt8] {
        var json = JSONWriter(indentation: 0)
        json.object { json in
            json.object("reading") { document.write(to: &$0, texts) }
            json.member("sentences", document.reporting.map(\.text))
            json.member("lines", lines)
            json.object("content") { content.write(to: &$0) }
            json.member("format", format.rawValue)
        }
        return json.bytes
    }

    /// Takes it.
    /// - Throws: ``MalformedReading`` where it is anything else than ``json(_:)`` writes.
    package init(json: [UInt8]) throws {
        let parts = try MalformedReading.decoding(Parts.self, json)
        document = try parts.reading.official
        guard parts.sentences.values.count == document.reporting.count else {
            throw MalformedReading(detail: "sentences")
        }
        for (index, sentence) in parts.sentences.values.enumerated() { document.reporting[index].text = sentence.text }
        lines = parts.lines.values.map(\.text)
        content = try parts.content.content(lines: lines.count)
        format = parts.format.word
        guard document.places.allSatisfy({ $0.line <= max(lines.count, 1) }) else {
            throw MalformedReading(detail: "line")
        }
    }

    private struct Parts: Decodable {
        let reading: ReadingParts
        let sentences: Bounded<SafeText>
        let lines: Bounded<SafeText>
        let content: ContentParts
        let format: SafeWord<FileFormat>
    }
}

extension OfficialDocument {
    /// Reads the JSON of the contract back, as it stands in the database.
    /// - Throws: ``MalformedReading`` where it is anything else.
    package init(json: [UInt8]) throws {
        self = try MalformedReading.decoding(ReadingParts.self, json).official
    }
}

/// The JSON of a reading is not what the contract says.
package struct MalformedReading: Error, Equatable {
    /// Where, or how.
    package let detail: String

    static func decoding<Value: Decodable>(_ type: Value.Type, _ json: [UInt8]) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(json))
        } catch let error as DecodingError {
            throw MalformedReading(detail: error.place)
        }
    }
}

extension DecodingError {
    fileprivate var place: String {
        let context: Context? =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        return context?.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") ?? ""
    }
}
