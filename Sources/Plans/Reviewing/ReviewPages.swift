import Documents
import HTTPTypes
import Markup
package import Office
import Storage
import Web
import WorkCalendar

/// The page on which a clerk reviews what was read of a plan, beside its document.
package struct ReviewPages: Sendable {
    /// Where the review of a plan stands.
    package static func path(_ plan: Int) -> String { "/ke-hoach/\(plan)/duyet" }
    /// Where the picture of a page stands.
    static func picture(_ plan: Int, page: Int) -> String { "\(path(plan))/trang/\(page)" }

    let desk: Desk

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        let path = "/ke-hoach/{id}/duyet"
        routes.get(path, .may(.review)) { [self] call in
            try await page(call, editing: call.address["sua"].flatMap(Int.init).map { Editing(id: $0) })
        }
        routes.get("\(path)/trang/{page}", .may(.review)) { [self] call in try await picture(call) }
        routes.get("\(path)/don-vi", .may(.review)) { [self] call in try await suggestions(call) }
        routes.get("\(path)/thoi-han", .may(.review)) { [self] call in try await deadline(call) }
        routes.get("\(path)/chi-tieu", .may(.review)) { [self] call in target(call) }
        routes.get("\(path)/nghia", .may(.review)) { [self] call in try await meaning(call) }
        routes.post("\(path)/chap-nhan-het", .may(.accept)) { [self] _, call in try await acceptAll(call) }
        routes.post("\(path)/chap-nhan-het/hoan-tac", .may(.accept)) { [self] _, call in
            try await undoAcceptAll(call)
        }
        routes.post("\(path)/gop", .may(.review)) { [self] form, call in try await join(form, call) }
        routes.post("\(path)/tinh", .may(.review)) { [self] form, call in try await setProvince(form, call) }
        routes.post("\(path)/tinh/hoan-tac", .may(.review)) { [self] _, call in try await unsetProvince(call) }
        routes.post("\(path)/{assignment}/chap-nhan", .may(.accept)) { [self] form, call in
            try await accept(form, call)
        }
        routes.post("\(path)/{assignment}/bo", .may(.review)) { [self] form, call in try await drop(form, call) }
        routes.post("\(path)/{assignment}/sua", .may(.review)) { [self] form, call in try await correct(form, call) }
        routes.post("\(path)/{assignment}/tach", .may(.review)) { [self] form, call in try await split(form, call) }
        routes.post("\(path)/{assignment}/hoan-tac", .may(.review)) { [self] form, call in
            try await undo(form, call)
        }
    }

    /// An assignment whose fields are being corrected.
    struct Editing {
        var id: Int
        /// What was typed; as it stands where nothing was yet.
        var typed: TypedFields?
        /// Why it cannot be taken so.
        var refusal: Refusal?
        /// Names that could not be told.
        var questions: [TypedFields.Question] = []
        /// Somebody else was faster.
        var stale: StaleEdit?
    }

    func page(_ call: Call, editing: Editing? = nil) async throws -> Answer {
        let matter = try await matter(call)
        let view = ReviewView(matter: matter, editing: editing, call: call)
        let isAsking = editing?.refusal != nil || editing?.questions.isEmpty == false
        let status: Answer.Status =
            editing?.stale != nil ? .conflict : isAsking ? .unprocessableContent : .ok
        return desk.page(view.page, call, status: status)
    }

    private func matter(_ call: Call) async throws -> ReviewMatter {
        let (id, directory, day) = (try call.number(), call.directory, call.day)
        guard let matter = try await desk.store.read({ try ReviewMatter.of(id, directory, on: day, $0) }) else {
            throw WebFailure.notFound
        }
        return matter
    }

    private func picture(_ call: Call) async throws -> Answer {
        let (id, page) = (try call.number(), try call.number("page"))
        let picture = try await desk.store.read { db in
            try Plan.one(id, db).flatMap { try DocumentPictures.picture(of: $0.document, page: page, db) }
        }
        guard let picture else { throw WebFailure.notFound }
        return .picture(picture, type: "image/jpeg")
    }

    /// Names of units that come closest to what is typed.
    private func suggestions(_ call: Call) async throws -> Answer {
        let id = try call.number()
        let (typed, directory, day) = (call.address["q"] ?? "", call.directory, call.day)
        let plan = try await desk.store.read { try Plan.one(id, $0) }
        guard let plan else { throw WebFailure.notFound }
        let scope = plan.province ?? call.seat.position.organisation
        let units = directory.suggestions(for: String(typed.prefix(200)), on: day, within: scope)
        var json = JSONWriter(indentation: 0)
        json.array { json in for unit in units { json.element(directory.name(of: unit, on: day) ?? "") } }
        return .json(json)
    }

    /// What a typed deadline is understood to be.
    private func deadline(_ call: Call) async throws -> Answer {
        let id = try call.number()
        let document = try await desk.store.read { db in
            try Plan.one(id, db).flatMap { try DocumentRegister.document($0.document, db) }
        }
        guard let document else { throw WebFailure.notFound }
        let typed = String((call.address["q"] ?? "").prefix(300))
        let read = Deadline(typed: typed, of: document)
        return .understood(read.map { call.words.meaning(of: $0) } ?? call.words("review.deadline.unknown"))
    }
}
