import Foundation
import Glibc
import HTTPTypes

/// Reads `multipart/form-data` (RFC 7578) as it arrives: fields into memory, files onto disk, nothing beyond the limits.
struct MultipartReader: ~Copyable {
    private let delimiter: [UInt8]
    private let limits: Form.Limits
    private let folder: ReceivingFolder
    private var buffer: [UInt8] = []
    private var state = State.preamble
    private var fields: [(name: String, value: String)] = []
    private var files: [Form.File] = []
    private var fieldBytes = 0

    private enum State {
        case preamble, headers
        case field(name: String, value: [UInt8])
        case file(Receiving)
        case end
    }

    private struct Receiving {
        let field: String
        let name: String
        let path: String
        let handle: FileHandle
        var size = 0
    }

    /// A part's headers are longer than any browser writes them.
    private static let longestHeaders = 8192

    init(boundary: String, limits: Form.Limits, folder: ReceivingFolder) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
        self.folder = folder
        // The first delimiter may stand at the very beginning.
        buffer = [0x0d, 0x0a]
    }

    /// The boundary that a content type names; `nil` where it is another type.
    static func boundary(contentType: String) -> String? {
        guard let match = contentType.firstMatch(of: /^multipart\/form-data;\s*boundary="?([^";,\s]{1,70})"?/) else {
            return nil
        }
        return String(match.1)
    }

    mutating func take(_ bytes: some Sequence<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        while try step() {}
    }

    /// - Throws: ``WebFailure`` where the form is not whole.
    consuming func finish() throws -> Form {
        guard case .end = state else { throw WebFailure.malformed }
        return Form(fields: fields, files: files)
    }

    /// - Returns: Whether there may be more to do without more bytes.
    private mutating func step() throws -> Bool {
        switch state {
        case .end:
            buffer.removeAll()
            return false
        case .headers:
            guard buffer.count >= 2 else { return false }
            if buffer[0] == UInt8(ascii: "-"), buffer[1] == UInt8(ascii: "-") {
                state = .end
                return true
            }
            guard let end = Self.range(of: [0x0d, 0x0a, 0x0d, 0x0a], in: buffer) else {
                guard buffer.count <= Self.longestHeaders else { throw WebFailure.malformed }
                return false
            }
            let lines = String(decoding: buffer[2..<max(2, end.lowerBound)], as: UTF8.self)
            buffer.removeSubrange(..<end.upperBound)
            try begin(lines)
            return true
        case .preamble, .field, .file:
            guard let found = Self.range(of: delimiter, in: buffer) else {
                // What may be the beginning of a delimiter stays for the next bytes.
                let safe = buffer.count - delimiter.count + 1
                if safe > 0 {
                    try write(buffer[..<safe])
                    buffer.removeSubrange(..<safe)
                }
                return false
            }
            try write(buffer[..<found.lowerBound])
            buffer.removeSubrange(..<found.upperBound)
            try endPart()
            state = .headers
            return true
        }
    }

    private mutating func begin(_ lines: String) throws {
        guard fields.count + files.count < limits.parts else { throw WebFailure.malformed }
        guard let disposition = lines.firstMatch(of: /(?i)content-disposition:\s*form-data([^\r\n]*)/)?.1,
            let name = Self.parameter("name", in: disposition)
        else { throw WebFailure.malformed }
        guard let fileName = Self.parameter("filename", in: disposition) else {
            state = .field(name: name, value: [])
            return
        }
        guard files.count < max(1, limits.files) else {
            throw WebFailure(.contentTooLarge, "web.too-many-files", ["files": String(limits.files)])
        }
        let path = folder.place(files.count)
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw WebFailure(.serviceUnavailable, "web.no-room") }
        state = .file(Receiving(field: name, name: Self.bareName(fileName), path: path, handle: handle))
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>) throws {
        switch state {
        case .field(let name, var value):
            fieldBytes += bytes.count
            guard fieldBytes <= limits.fieldBytes else {
                throw WebFailure.tooLarge(megabytes: max(1, limits.fieldBytes >> 20))
            }
            value += bytes
            state = .field(name: name, value: value)
        case .file(var file):
            file.size += bytes.count
            guard file.size <= limits.fileBytes else { throw WebFailure.tooLarge(megabytes: limits.fileBytes >> 20) }
            try file.handle.write(contentsOf: Data(bytes))
            state = .file(file)
        case .preamble, .headers, .end: break
        }
    }

    private mutating func endPart() throws {
        switch state {
        case .field(let name, let value):
            fields.append((name, SafeText.cleaned(String(decoding: value, as: UTF8.self))))
        case .file(let file):
            try file.handle.close()
            // A file field that was left empty comes as a file without name and bytes.
            guard !file.name.isEmpty || file.size > 0 else { return }
            files.append(Form.File(field: file.field, name: file.name, path: file.path, size: file.size))
        case .preamble, .headers, .end: break
        }
    }

    private static func parameter(_ name: String, in disposition: Substring) -> String? {
        let pairs = disposition.matches(of: /;\s*([a-zA-Z*]+)="((?:[^"\\]|\\.)*)"/)
        guard let pair = pairs.first(where: { $0.1.lowercased() == name }) else { return nil }
        // Browsers write quotes and line ends as %22, %0D, %0A (WHATWG HTML, multipart/form-data).
        let value = String(pair.2).replacing("%22", with: "\"").replacing("\\\"", with: "\"")
        return SafeText.cleaned(value)
    }

    /// The last part of a path of any system, without signs that would lead a reader astray.
    private static func bareName(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let kept = last.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 0x20 }
        return String(String(String.UnicodeScalarView(kept)).prefix(200))
    }

    private static func range(of needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
        bytes.withUnsafeBytes { bytes in
            needle.withUnsafeBytes { needle in
                guard let start = bytes.baseAddress, let sought = needle.baseAddress else { return nil }
                var offset = 0
                while offset + needle.count <= bytes.count,
                    let found = memchr(start + offset, Int32(needle[0]), bytes.count - needle.count + 1 - offset)
                {
                    offset = start.distance(to: UnsafeRawPointer(found))
                    if memcmp(start + offset, sought, needle.count) == 0 { return offset..<offset + needle.count }
                    offset += 1
                }
                return nil
            }
        }
    }
}
