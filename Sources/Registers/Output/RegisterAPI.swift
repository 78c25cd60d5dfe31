import Markup
import Office
import Storage
import Web
import WorkCalendar

/// Registers for programs: which there are, what each is, its records. Read only, as all of the API; private fields and
/// confidential registers do not exist for it.
extension RegisterPages {
    /// Where programs find them.
    private static let path = "/api/registers"

    func addAPI(to routes: inout DeskRoutes) {
        routes.getJSON(Self.path, .may(.readRecords)) { [self] call in
            try call.address.check([:])
            let registers = try await desk.store.read { try definitions.definitions($0) }.all.filter(\.isOpenToPrograms)
            var json = JSONWriter(indentation: 0)
            json.object { json in
                json.array("items") { json in
                    for register in registers { json.element { register.writeHead(to: &$0, call.words) } }
                }
                json.member("next", String?.none)
            }
            return .json(json)
        }
        routes.getJSON("\(Self.path)/{register}", .may(.readRecords)) { [self] call in
            try call.address.check([:])
            let request = try await desk.store.read { try opened(call, $0) }
            var json = JSONWriter(indentation: 0)
            json.object { request.definition.write(to: &$0, call.words) }
            return .json(json)
        }
        routes.getJSON("\(Self.path)/{register}/records", .may(.readRecords)) { [self] call in
            let (page, request) = try await desk.store.read { db in
                let request = try opened(call, db)
                let list = try RecordsAsked(call.address, request.definition).list
                return (try request.book.list(list, within: call.scope(.readRecords), db), request)
            }
            var json = JSONWriter(indentation: 0)
            json.object { json in
                json.array("items") { json in
                    for record in page.records { json.element { record.write(to: &$0, of: request.definition) } }
                }
                let last = page.next == nil ? nil : page.records.last.map { String($0.id.rawValue) }
                json.member("next", last.map { call.address.with(RecordsAsked.after, $0).description })
            }
            return .json(json)
        }
        routes.getJSON("\(Self.path)/{register}/records/{id}", .may(.readRecords)) { [self] call in
            try call.address.check([:])
            let (record, definition) = try await desk.store.read { db in
                let request = try opened(call, db)
                let record = try request.record(db)
                guard !record.isRemoved else { throw WebFailure.notFound }
                return (record, request.definition)
            }
            var json = JSONWriter(indentation: 0)
            json.object { json in
                record.write(to: &json, of: definition)
                record.writeLines(to: &json, of: definition)
            }
            return .json(json)
        }
    }

    private func opened(_ call: Call, _ db: Transaction) throws -> RegisterRequest {
        let request = try request(call, db)
        guard request.definition.isOpenToPrograms else { throw WebFailure.notFound }
        return request
    }
}

extension Definition {
    /// What is confidential is read by people, for a purpose that is written down.
    var isOpenToPrograms: Bool { behaviour(Confidential.self) == nil }

    fileprivate func writeHead(to json: inout JSONWriter, _ words: Words) {
        json.member("key", key.text)
        json.member("name", names[words.language])
        json.member("about", about[words.language])
        json.member("group", group.rawValue)
    }

    fileprivate func write(to json: inout JSONWriter, _ words: Words) {
        writeHead(to: &json, words)
        json.array("fields") { json in for field in openFields { json.element { field.write(to: &$0, words) } } }
        json.array("lines") { json in
            for lines in lines {
                json.element { json in
                    json.member("key", lines.key.text)
                    json.member("name", lines.names[words.language])
                    json.array("fields") { json in
                        for field in lines.openFields { json.element { field.write(to: &$0, words) } }
                    }
                }
            }
        }
        json.array("states") { json in
            for state in states {
                json.element { json in
                    json.member("key", state.key.text)
                    json.member("name", state.names[words.language])
                    json.member("closed", state.isClosed)
                }
            }
        }
        json.member("figures", figures.map(\.name))
    }

    /// What programs have of a record: nothing that is private, and no files.
    var openFields: [FieldDefinition] { fields.filter(\.isOpenToPrograms) }
}

extension Lines {
    var openFields: [FieldDefinition] { fields.filter(\.isOpenToPrograms) }
}

extension FieldDefinition {
    var isOpenToPrograms: Bool { !isPrivate && kind != .file }

    fileprivate func write(to json: inout JSONWriter, _ words: Words) {
        json.member("key", key.text)
        json.member("kind", kind.rawValue)
        json.member("name", names[words.language])
        json.member("required", isRequired)
        json.member("register", register?.text)
        json.array("choices") { json in
            for choice in choices {
                json.element { json in
                    json.member("key", choice.key.text)
                    json.member("name", choice.names[words.language])
                }
            }
        }
    }
}

extension Record {
    fileprivate func write(to json: inout JSONWriter, of definition: Definition) {
        json.member("id", id.rawValue)
        json.member("unit", unit.rawValue)
        json.member("state", state.text)
        json.member("version", version)
        json.member("recorded", recordedAt.description)
        json.object("values") { json in
            for field in definition.openFields { field.write(content.values[field.key], to: &json) }
        }
    }

    fileprivate func writeLines(to json: inout JSONWriter, of definition: Definition) {
        json.object("lines") { json in
            for lines in definition.lines {
                json.array(lines.key.text) { json in
                    for line in self.lines[lines.key] ?? [] {
                        json.element { json in
                            for field in lines.openFields { field.write(line.content.values[field.key], to: &json) }
                        }
                    }
                }
            }
        }
    }
}

extension FieldDefinition {
    /// A value as programs have it; `null` where it is not filled.
    fileprivate func write(_ value: FieldValue?, to json: inout JSONWriter) {
        let name = key.text
        switch value {
        case nil: json.member(name, String?.none)
        case .number(let number) where kind == .whole: json.member(name, number)
        case .number(let number): json.member(name, Double(Decimals.text(of: number, places: places)) ?? 0)
        case .money(let money):
            json.object(name) { json in
                json.member("amount", Double(money.hundredths) / 100)
                json.member("currency", money.currency)
            }
        case .period(let period):
            json.object(name) { json in
                json.member("from", period.from.description)
                json.member("to", period.to?.description)
            }
        case .keys(let keys): json.member(name, keys)
        case .unit(let unit): json.member(name, unit.rawValue)
        case .record(let id): json.member(name, id.rawValue)
        case .answer(let answer):
            json.object(name) { json in
                json.member("yes", answer.isYes)
                json.member("on", answer.on?.description)
            }
        case let value?: json.member(name, value.plain(places: places))
        }
    }
}
