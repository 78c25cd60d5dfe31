import Office
import Storage
import Web

/// A confidential record that was not opened in this session: the page asks what for.
struct ClosedRecord: Error {
    let record: Record
    let path: String
}

extension RegisterRequest {
    /// That a confidential record was opened in this session.
    /// - Throws: ``ClosedRecord`` where a page of it is asked for; a ``Refusal`` where something is to be done with it.
    func checkOpen(_ record: Record, _ db: Transaction) throws {
        guard definition.isConfidential, try purpose(of: record.id, db) == nil else { return }
        guard call.isReading else { throw Refusal("looks.closed") }
        throw ClosedRecord(record: record, path: RegisterPaths.record(definition.key, record.id))
    }

    /// What for a confidential record was opened in this session.
    func purpose(of id: RecordID, _ db: Transaction) throws -> String? {
        guard definition.isConfidential, let session = call.session else { return nil }
        return try RecordBook.purpose(of: id, in: session.id, db)
    }
}

extension RegisterRequest {
    /// A text of a record where many are shown at once: of a confidential one, what tells who somebody is is not.
    func hidden(_ text: String, _ field: FieldDefinition) -> String {
        definition.isConfidential && definition.identifies(field) && !text.isEmpty ? RecordBook.hidden : text
    }
}

extension RegisterPages {
    func addConfidential(to routes: inout DeskRoutes) {
        routes.post("\(RegisterPaths.index)/{register}/{id}/mo", .may(.readConfidential)) { [self] form, call in
            try await open(form, call)
        }
    }

    /// Opens a confidential record for a purpose, and goes on to what was asked of it.
    private func open(_ form: Form, _ call: Call) async throws -> Answer {
        let id = RecordID(rawValue: try call.number())
        guard let session = call.session else { throw WebFailure.forbidden }
        let path = try await desk.store.write { db in
            let request = try self.request(call, db)
            guard request.definition.isConfidential else { throw WebFailure.notFound }
            try request.book.open(
                id, for: form["muc-dich"] ?? "", in: session.id, within: request.readable, by: call.act, db)
            return RegisterPaths.record(request.definition.key, id)
        }
        return .redirect(form.has("sua") ? "\(path)/sua" : path)
    }

    /// Writes down that a list of a confidential register was seen.
    func note(_ what: ListLook.What, of definition: Definition, _ call: Call) async throws {
        guard definition.isConfidential else { return }
        let asked = call.address.hiding([RegisterQuestion.Item.words]).description
        try await desk.store.write { try ListLook.note(what, of: definition, asked: asked, by: call.act, $0) }
    }

    /// Writes down that a file of a confidential record was taken, for the purpose for which it was opened.
    func noteFile(_ number: Int, _ call: Call) async throws {
        try await desk.store.write { db in
            let request = try self.request(call, db)
            let id = RecordID(rawValue: try call.number())
            guard let purpose = try request.purpose(of: id, db) else { return }
            try RecordBook.note(["file.\(number)"], of: id, purpose, call.act, db)
        }
    }
}
