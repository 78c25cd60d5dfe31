import CXML
import Glibc

/// The element names that a reader knows. Raw values are `prefix:local` with the prefix of ``namespaces``, whatever
/// prefix a file uses.
protocol XMLVocabulary: RawRepresentable<String>, CaseIterable, Sendable {
    /// Prefix and address of each name space; a name space may have several addresses.
    static var namespaces: [(prefix: String, address: StaticString)] { get }
    /// All cases by raw value; a `static let`, for it is asked often.
    static var byName: [String: Self] { get }
}

extension XMLVocabulary {
    static var allByName: [String: Self] {
        Dictionary(allCases.map { ($0.rawValue, $0) }) { first, _ in first }
    }
}

/// Reads XML element by element from memory: no network, no entities, no document type, bounded depth.
struct XMLPull<Tag: XMLVocabulary>: ~Copyable {
    enum Event { case start, text, end, finish }

    /// The element that the last ``next()`` started; `nil` if the vocabulary does not know it.
    private(set) var tag: Tag?
    /// Elements begun and not ended.
    private(set) var depth = 0

    private let reader: xmlTextReaderPtr
    private let format: FileFormat
    private let part: String
    private let deepest: Int
    private let names: [String: Tag]
    private let spaces: [(prefix: String, address: StaticString)]
    private var node: xmlNodePtr?
    private var endsAtOnce = false
    private var known = [Known](repeating: Known(), count: 512)

    /// What an interned name in a name space was found to mean.
    private struct Known {
        var name: UnsafePointer<xmlChar>?
        var space = -1
        var tag: Tag?
    }

    /// Reads `bytes` for the length of `body`.
    /// - Throws: ``PaperError/damaged(_:detail:)`` where it is not well-formed, ``PaperError/hostile(_:detail:)``.
    static func read<Result>(
        _ bytes: [UInt8], part: String, of format: FileFormat, limits: Limits, _ body: (inout Self) throws -> Result
    ) throws -> Result {
        guard !announcesDocumentType(bytes) else {
            throw PaperError.hostile(format, detail: "\(part) has a document type")
        }
        return try bytes.withUnsafeBytes { buffer in
            var pull = try Self(buffer, part: part, format: format, limits: limits)
            return try body(&pull)
        }
    }

    private init(_ buffer: UnsafeRawBufferPointer, part: String, format: FileFormat, limits: Limits) throws {
        LibXML.start
        let start = buffer.bindMemory(to: CChar.self).baseAddress
        let quiet = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | quiet
        guard buffer.count < Int(Int32.max),
            let reader = xmlReaderForMemory(start, Int32(buffer.count), nil, nil, Int32(options))
        else { throw PaperError.damaged(format, detail: part) }
        self.reader = reader
        self.format = format
        self.part = part
        deepest = limits.depth
        names = Tag.byName
        spaces = Tag.namespaces
    }

    deinit { xmlFreeTextReader(reader) }

    /// Moves to the next start, text or end; an empty element starts and ends.
    mutating func next() throws -> Event {
        if endsAtOnce {
            endsAtOnce = false
            depth -= 1
            return .end
        }
        while true {
            let outcome = xmlTextReaderRead(reader)
            guard outcome == 1 else {
                if outcome == 0 { return .finish }
                throw failure
            }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                depth += 1
                guard depth <= deepest else { throw tooDeep }
                node = xmlTextReaderCurrentNode(reader)
                tag = lookUp()
                endsAtOnce = xmlTextReaderIsEmptyElement(reader) == 1
                return .start
            case XML_READER_TYPE_END_ELEMENT.rawValue:
                depth -= 1
                return .end
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
                return .text
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw PaperError.hostile(format, detail: "\(part) names entities")
            default: continue
            }
        }
    }

    /// Calls `each` with every child of the element just started, and ends after its end. What `each` leaves unread of a
    /// child is passed over.
    mutating func children(_ each: (inout Self, Tag?) throws -> Void) throws {
        while true {
            switch try next() {
            case .start:
                let level = depth
                let tag = self.tag
                try each(&self, tag)
                try finish(level)
            case .text: continue
            case .end, .finish: return
            }
        }
    }

    /// Hands over the text straight inside the element just started, and ends after its end.
    mutating func text(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        while true {
            switch try next() {
            case .start: try finish(depth)
            case .text: try withText(body)
            case .end, .finish: return
            }
        }
    }

    /// The text straight inside the element just started.
    mutating func text() throws -> String {
        var bytes: [UInt8] = []
        try text { bytes.append(contentsOf: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Calls `each` with every element at any depth below the document, until the end.
    mutating func everyElement(_ each: (inout Self, Tag) throws -> Void) throws {
        while true {
            switch try next() {
            case .start: if let tag { try each(&self, tag) }
            case .finish: return
            case .text, .end: continue
            }
        }
    }

    /// Passes over what is unread of the element that began as the `level`th.
    mutating func finish(_ level: Int) throws {
        while depth >= level { if try next() == .finish { return } }
    }

    /// Hands over the text that the last ``next()`` met.
    func withText(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
        guard let value = xmlTextReaderConstValue(reader) else { return }
        try body(UnsafeBufferPointer(start: value, count: strlen(value)))
    }

    private var tooDeep: PaperError { .hostile(format, detail: "\(part) nests deeper than \(deepest)") }

    private var failure: PaperError {
        let message = xmlGetLastError()?.pointee.message.map { String(cString: $0) } ?? ""
        if message.hasPrefix("Excessive depth") { return tooDeep }
        let line = message.split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? ""
        return .damaged(format, detail: part + line)
    }

    /// The element's meaning: names are interned by the reader, so most are found by their address.
    private mutating func lookUp() -> Tag? {
        guard let node, let name = node.pointee.name else { return nil }
        guard let address = node.pointee.ns?.pointee.href else { return nil }
        let space = space(of: address)
        guard space >= 0 else { return nil }
        let slot = (Int(bitPattern: name) >> 3 &+ space &* 31) & 511
        if known[slot].name == name, known[slot].space == space { return known[slot].tag }
        let tag = names[spaces[space].prefix + ":" + String(cString: name)]
        known[slot] = Known(name: name, space: space, tag: tag)
        return tag
    }

    private func space(of address: UnsafePointer<xmlChar>) -> Int {
        for index in spaces.indices where same(address, spaces[index].address) { return index }
        return -1
    }
}

extension XMLPull {
    /// The value of an attribute of the element just started, by its local name.
    func attribute(_ name: StaticString) -> String? {
        withAttribute(name) { String(cString: $0) }
    }

    /// An attribute's value as a whole number.
    func integer(_ name: StaticString) -> Int? {
        attribute(name).flatMap { Int($0) }
    }

    /// An on/off element's value: on where `val` is absent or not one of `0`, `false`, `off`, `none`.
    var isOn: Bool {
        attribute("val").map { !["0", "false", "off", "none"].contains($0) } ?? true
    }

    /// An attribute in a name space of the vocabulary, for local names that two name spaces share.
    func attribute(_ name: StaticString, in prefix: String) -> String? {
        var property = node?.pointee.properties
        while let here = property {
            property = here.pointee.next
            guard let address = here.pointee.ns?.pointee.href, same(here.pointee.name, name) else { continue }
            let index = space(of: address)
            guard index >= 0, spaces[index].prefix == prefix else { continue }
            return here.pointee.children?.pointee.content.map { String(cString: $0) }
        }
        return nil
    }

    private func withAttribute<Result>(_ name: StaticString, _ body: (UnsafePointer<xmlChar>) -> Result) -> Result? {
        var property = node?.pointee.properties
        while let here = property {
            if same(here.pointee.name, name) { return here.pointee.children?.pointee.content.map { body($0) } }
            property = here.pointee.next
        }
        return nil
    }
}

private func same(_ left: UnsafePointer<xmlChar>?, _ right: StaticString) -> Bool {
    guard let left else { return false }
    return UnsafeRawPointer(left).withMemoryRebound(to: CChar.self, capacity: 1) { left in
        UnsafeRawPointer(right.utf8Start).withMemoryRebound(to: CChar.self, capacity: 1) { strcmp(left, $0) == 0 }
    }
}

/// Whether a document type stands before the root element: where entities come from, and no office format has one.
private func announcesDocumentType(_ bytes: [UInt8]) -> Bool {
    var at = 0
    while let open = bytes[at...].firstIndex(of: 0x3C), open + 9 < bytes.count {
        switch bytes[open + 1] {
        case UInt8(ascii: "?"): at = open + 2
        case UInt8(ascii: "!"):
            if bytes[(open + 2)..<(open + 9)].elementsEqual("DOCTYPE".utf8) { return true }
            at = open + 2
        default: return false
        }
    }
    return false
}

/// The library's one-time set-up, which is not safe to race.
enum LibXML {
    static let start: Void = xmlInitParser()
}
