import CXML
import Glibc

/// Drives libxml2's HTML parser, which mends what is not closed, and hands the pieces over one by one.
enum HTMLParser {
    /// What happens while a page is read; names are in lower case.
    protocol Listener: AnyObject {
        func start(_ name: String, _ attributes: [String: String])
        func end(_ name: String)
        func text(_ text: UnsafeBufferPointer<UInt8>)
    }

    /// Carries the listener through C, and the depth.
    private final class Session {
        let listener: any Listener
        let deepest: Int
        var depth = 0
        var isTooDeep = false
        var context: htmlParserCtxtPtr?

        init(_ listener: any Listener, deepest: Int) {
            self.listener = listener
            self.deepest = deepest
        }
    }

    /// Reads a whole page of UTF-8.
    /// - Throws: ``PaperError/hostile(_:detail:)`` where it nests too deeply.
    static func parse(_ page: String, limits: Limits, to listener: any Listener) throws {
        LibXML.start
        var page = page
        let session = Session(listener, deepest: limits.depth)
        try page.withUTF8 { bytes in
            guard let start = bytes.baseAddress, bytes.count < Int(Int32.max) else { return }
            let chars = UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
            guard let context = htmlCreateMemoryParserCtxt(chars, Int32(bytes.count)) else {
                throw PaperError.damaged(.html, detail: "page")
            }
            defer { htmlFreeParserCtxt(context) }
            let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            htmlCtxtUseOptions(context, Int32(options))
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            var handler = htmlSAXHandler()
            handler.startElement = { session, name, attributes in HTMLParser.started(session, name, attributes) }
            handler.endElement = { session, name in HTMLParser.ended(session, name) }
            handler.characters = { session, text, count in HTMLParser.passed(session, text, count) }
            handler.ignorableWhitespace = { session, text, count in HTMLParser.passed(session, text, count) }
            context.pointee.sax.pointee = handler
            session.context = context
            context.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
            withExtendedLifetime(session) { _ = htmlParseDocument(context) }
        }
        if session.isTooDeep { throw PaperError.hostile(.html, detail: "nests deeper than \(limits.depth)") }
    }

    private static func session(_ pointer: UnsafeMutableRawPointer?) -> Session? {
        pointer.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func started(
        _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let session = session(pointer), let name, !session.isTooDeep else { return }
        session.depth += 1
        if session.depth > session.deepest {
            session.isTooDeep = true
            return xmlStopParser(session.context)
        }
        var values: [String: String] = [:]
        var index = 0
        while let attributes, let name = attributes[index] {
            let key = String(cString: name).lowercased()
            if values[key] == nil { values[key] = attributes[index + 1].map { String(cString: $0) } ?? "" }
            index += 2
        }
        session.listener.start(String(cString: name), values)
    }

    private static func ended(_ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
        guard let session = session(pointer), let name, !session.isTooDeep else { return }
        session.depth -= 1
        session.listener.end(String(cString: name))
    }

    private static func passed(_ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let session = session(pointer), let text, count > 0, !session.isTooDeep else { return }
        session.listener.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
}
