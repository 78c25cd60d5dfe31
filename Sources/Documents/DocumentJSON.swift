import Markup
import Paper
package import Wording
import WorkCalendar

extension OfficialDocument {
    /// The document as one JSON object: the contract of `nhipcau read FILE --json` (docs/reading.md). Keys stand in its
    /// order; absent is `null` or `[]`. Others script against it.
    /// - Parameter texts: Gives the findings their words.
    package func json(_ texts: Catalogue) -> [UInt8] {
        var json = JSONWriter()
        json.object { write(to: &$0, texts) }
        return json.bytes
    }

    /// Writes the members of that object.
    func write(to json: inout JSONWriter, _ texts: Catalogue) {
        json.object("document") { header.write(to: &$0) }
        json.objects("citations", citations) { $0.write(to: &$1) }
        json.objects("assignments", assignments) { $0.write(to: &$1) }
        json.objects("reporting", reporting) { $0.write(to: &$1) }
        json.objects("figures", figures) { $0.write(to: &$1) }
        json.objects("tables", tables) { $0.write(to: &$1) }
        json.objects("findings", findings) { $0.write(to: &$1, texts) }
    }

    /// The findings alone, as `{"findings": […]}`: what `nhipcau check FILE --json` prints.
    package func findingsJSON(_ texts: Catalogue) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in json.objects("findings", findings) { $0.write(to: &$1, texts) } }
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func objects<Value>(
        _ key: String, _ values: [Value], _ write: (Value, inout JSONWriter) -> Void
    ) {
        array(key) { json in
            for value in values { json.element { write(value, &$0) } }
        }
    }

    fileprivate mutating func member(_ key: String, _ place: Place) {
        object(key) { place.write(to: &$0) }
    }
}

extension DocumentHeader {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("type", type.rawValue)
        json.member("issuer", issuer)
        json.member("parentIssuer", parentIssuer)
        json.member("number", number)
        json.member("symbol", symbol)
        json.member("place", place)
        json.member("date", date?.description)
        json.member("title", title)
        if let signer {
            json.object("signer") { json in
                json.member("capacity", signer.capacity)
                json.member("position", signer.position)
                json.member("name", signer.name)
            }
        } else {
            json.member("signer", String?.none)
        }
        json.member("recipients", recipients)
        json.member("pages", pages)
    }
}

extension Citation {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("number", number)
        json.member("type", type.rawValue)
        json.member("date", date?.description)
        json.member("issuer", issuer)
    }
}

extension Assignment {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("part", part.rawValue)
        json.member("group", group)
        json.member("text", text)
        json.member("lead", lead)
        json.member("coordinate", coordinate)
        json.member("deliverable", deliverable)
        json.object("deadline") { deadline.write(to: &$0) }
        json.member("quote", place)
    }
}

extension ReportingDuty {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("who", who)
        json.member("to", to)
        json.member("via", via)
        json.object("deadline") { deadline.write(to: &$0) }
        json.member("quote", place)
    }
}

extension StatedFigure {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("value", value)
        json.member("unit", unit)
        json.member("of", of)
        json.member("approximate", isApproximate)
        json.member("quote", place)
    }
}

extension PlainTable {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("title", title)
        json.member("header", header)
        json.array("rows") { json in
            for row in rows {
                json.elements { for cell in row { $0.element(cell) } }
            }
        }
    }
}

extension Finding {
    fileprivate func write(to json: inout JSONWriter, _ texts: Catalogue) {
        json.member("rule", rule)
        json.member("severity", severity.rawValue)
        json.member("message", texts.text(message))
        json.array("at") { json in
            for place in at { json.element { place.write(to: &$0) } }
        }
    }
}

extension Deadline {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("raw", kind == .none ? nil : raw)
        json.member("kind", kind.rawValue)
        json.member("due", due?.description)
        json.member("from", from)
        json.member("to", to)
    }
}

extension Place {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("page", page)
        json.member("line", line)
    }
}
