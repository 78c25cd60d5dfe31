import Markup
import Office
import Storage
import Web
import WorkCalendar

/// What the page of a list shows.
struct RegisterListPage {
    let request: RegisterRequest
    let question: RegisterQuestion
    let records: [Record]
    let counts: RegisterMemory.Counts
    let views: [SavedView]
}

extension RegisterPages {
    func addList(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}"
        get(&routes, path, .readRecords, as: .list) { [self] request, db in
            let call = request.call
            let question = request.question
            let scope = request.readable
            let counts = try memory.counts(
                question.list.query, sums: question.summed, of: request.book, within: scope, db)
            let records = try request.book.list(question.list, within: scope, db).records
            var known = request
            try known.writing.learn(records.map(\.content), question.columns, request.definitions, db)
            try known.writing.learn(counts, request.definition, request.definitions, db)
            return RegisterListPage(
                request: known, question: question, records: records, counts: counts,
                views: try SavedViews.all(of: call.seat.account.id, request.definition.key, db)
            ).page
        }
        for format in ListingFormat.allCases {
            routes.get("\(path).\(format.rawValue)", .may(.readRecords)) { [self] call in
                let (list, definition) = try await list(call)
                try await note(.export, of: definition, call)
                return try await list.file(format, call, desk)
            }
        }
        routes.get("\(path).json", .may(.readRecords)) { [self] call in
            let (list, definition) = try await list(call)
            try await note(.export, of: definition, call)
            return try await list.page(call, desk)
        }
        routes.post("\(path)/khung-nhin", .may(.readRecords)) { [self] form, call in try await saveView(form, call) }
        routes.post("\(path)/khung-nhin/{view}", .may(.readRecords)) { [self] form, call in
            try await deleteView(form, call)
        }
    }

    /// What the list shows, as it is taken away.
    private func list(_ call: Call) async throws -> (OfficeList<RegisterRow>, Definition) {
        let request = try await desk.store.read { try self.request(call, $0) }
        let question = request.question
        let rows = RegisterRows(
            of: request.book, request.definitions, question.list, columns: question.columns, within: request.readable,
            request.writing)
        let list = OfficeList(
            RegisterRow.listing(question.columns, of: request.definition, call.words), path: request.path,
            access: .may(.readRecords), unnoted: [RegisterQuestion.Item.words],
            rows: { _, portion, db in try rows.portion(portion, db) }, all: { _, db in rows.all(db) })
        return (list, request.definition)
    }

    private func saveView(_ form: Form, _ call: Call) async throws -> Answer {
        let items = (try? URLEncoding.fields(of: Array((form["cau-hoi"] ?? "").utf8))) ?? []
        let name = form["ten"] ?? ""
        let address = try await desk.store.write { db in
            let request = try self.request(call, db)
            // What is sought in a confidential register may be a name: it is not kept.
            var left = [RegisterQuestion.Item.page]
            if request.definition.isConfidential { left.append(RegisterQuestion.Item.words) }
            let query = PageAddress("", items.filter { [left] in !left.contains($0.name) }.map { ($0.name, $0.value) })
            try SavedViews.save(
                query.description, as: name, of: call.seat.account.id, request.definition.key, by: call.act, db)
            return query.moved(to: request.path).description
        }
        return .redirect(address, Notice("register.view-saved", ["name": name]))
    }

    private func deleteView(_ form: Form, _ call: Call) async throws -> Answer {
        let id = try call.number("view")
        let path = try await desk.store.write { db in
            try SavedViews.delete(id, of: call.seat.account.id, by: call.act, db)
            return try self.request(call, db).path
        }
        return .redirect(path, Notice("register.view-deleted"))
    }
}

extension ValueWriting {
    /// Learns what the records are called by which a list can be narrowed.
    fileprivate mutating func learn(
        _ counts: RegisterMemory.Counts, _ definition: Definition, _ definitions: Definitions, _ db: Transaction
    ) throws {
        for (facet, groups) in counts.facets {
            guard case .field(let key) = facet, let field = definition[key], field.kind == .record else { continue }
            try learn(
                groups.compactMap { $0.values.first ?? nil }.map { Record.Content(values: [key: $0]) }, [field],
                definitions, db)
        }
    }
}
