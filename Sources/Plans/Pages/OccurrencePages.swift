import HTTPTypes
import Office
import Storage
import Web
import Wording
import WorkCalendar

extension WorkPages {
    /// The page of an occurrence with what was entered, where it was, and why it cannot be taken.
    private func refused(_ id: Int, _ call: Call, _ entered: EnteredForm) async throws -> Answer {
        let page = try await desk.store.read { try OccurrencePage(id, call, $0) }
        return desk.page(page.view(call, entered), call, status: .unprocessableContent)
    }

    // MARK: What can be done with it

    func addProgress(_ form: Form, _ call: Call) async throws -> Answer {
        let arrivals = try await received(form)
        return try await change(call, .addProgress, form, "tien-do", Notice("occurrence.progress-added")) { id, db in
            try Following.addProgress(try progress(form, arrivals, call, db), to: id, by: call.act, db)
        }
    }

    func complete(_ form: Form, _ call: Call) async throws -> Answer {
        let arrivals = try await received(form)
        return try await change(call, .complete, form, "hoan-thanh", Notice("occurrence.completed")) { id, db in
            let progress = try progress(form, arrivals, call, db)
            let says = !progress.text.isEmpty || progress.number != nil || !progress.evidence.isEmpty
            try Following.complete(
                id, on: progress.day, with: says ? progress : nil, reason: form["ly-do"], by: call.act, db)
        }
    }

    func reopen(_ form: Form, _ call: Call) async throws -> Answer {
        try await change(call, .complete, form, "mo-lai", Notice("occurrence.reopened")) { id, db in
            try Following.undoCompletion(of: id, reason: form["ly-do"] ?? "", by: call.act, db)
        }
    }

    func askExtension(_ form: Form, _ call: Call) async throws -> Answer {
        try await change(call, .addProgress, form, "gia-han", Notice("occurrence.extension-asked")) { id, db in
            guard let due = try form.day("den-ngay") else { throw Refusal("occurrence.no-day") }
            _ = try Following.askExtension(
                of: id, to: due, reason: form["ly-do"] ?? "", paper: form["van-ban"] ?? "", by: call.act, db)
        }
    }

    func answerExtension(_ form: Form, _ call: Call) async throws -> Answer {
        let asked = try call.number("extension")
        guard let answer = DueExtension.Answer(rawValue: form["tra-loi"] ?? "") else { throw WebFailure.malformed }
        let notice = Notice("occurrence.extension-\(answer.rawValue)")
        return try await change(call, .extend, form, "gia-han-\(asked)", notice) { id, db in
            guard try Following.extensions(of: id, db).contains(where: { $0.id == asked }) else {
                throw WebFailure.notFound
            }
            try Following.answerExtension(
                asked, answer, reason: form["ly-do"], paper: form["van-ban"], by: call.act, db)
        }
    }

    func approve(_ form: Form, _ call: Call) async throws -> Answer {
        let answer = Completion.Answer(rawValue: form["tra-loi"] ?? "")
        let undo = try answer == .sendBack ? Paths.undoSendingBack(call.number()) : nil
        let notice = Notice("occurrence.answer-\(answer?.rawValue ?? "")", undo: undo)
        return try await change(call, .approve, form, "phe-duyet", notice) { id, db in
            let reason = form["ly-do"] ?? ""
            switch answer {
            case .approve: try Following.approve(id, by: call.act, db)
            case .sendBack: try Following.sendBack(id, reason: reason, by: call.act, db)
            case .undo: try Following.undoApproval(of: id, reason: reason, by: call.act, db)
            case nil: throw WebFailure.malformed
            }
        }
    }

    func undoSendingBack(_ form: Form, _ call: Call) async throws -> Answer {
        try await change(call, .approve, form, "phe-duyet", Notice("occurrence.return-undone")) { id, db in
            try Following.undoSendingBack(of: id, by: call.act, db)
        }
    }

    /// Whoever may see an occurrence may say something to it.
    func comment(_ form: Form, _ call: Call) async throws -> Answer {
        try await change(call, nil, form, "y-kien", Notice("occurrence.commented")) { id, db in
            try Following.comment(on: id, form["y-kien"] ?? "", by: call.act, db)
        }
    }

    func withdrawComment(_ form: Form, _ call: Call) async throws -> Answer {
        let comment = try call.number("comment")
        return try await change(call, nil, form, "y-kien", Notice("occurrence.comment-withdrawn")) { id, db in
            try Following.withdrawComment(comment, on: id, by: call.act, db)
        }
    }

    /// Does something with an occurrence that may be seen and, where it needs a right, is within its reach. A refusal shows
    /// the page again, with what was entered.
    private func change(
        _ call: Call, _ action: Action?, _ form: Form, _ name: String, _ notice: Notice,
        _ body: @escaping @Sendable (Int, Transaction) throws -> Void
    ) async throws -> Answer {
        let id = try call.number()
        do {
            try await desk.store.write { db in
                let found = try Following.occurrence(id, within: call.sight, call.directory, db)
                guard let found else { throw WebFailure.notFound }
                if let action, !call.scope(action).reaches(found.unit) { throw WebFailure.forbidden }
                try body(id, db)
            }
        } catch let refusal as Refusal {
            return try await refused(id, call, EnteredForm(name: name, form: form, refusal: refusal.message))
        }
        return .redirect(Paths.occurrence(id), notice)
    }

    // MARK: Evidence

    /// The files of a form, measured and in their folder, before the transaction that keeps them.
    private func received(_ form: Form) async throws -> [FileKeeper.Arrival] {
        var arrivals: [FileKeeper.Arrival] = []
        for file in form.files where file.size > 0 {
            arrivals.append(
                try await keeper.received(.path(file.path), name: file.name, mediaType: "application/octet-stream"))
        }
        return arrivals
    }

    /// What was entered as progress, its files kept.
    private func progress(
        _ form: Form, _ arrivals: [FileKeeper.Arrival], _ call: Call, _ db: Transaction
    ) throws -> Progress {
        let isDeliverable = form.has("san-pham")
        let files = form.files.filter { $0.size > 0 }
        var evidence = try zip(arrivals, files).map { arrival, file in
            _ = try keeper.keep(arrival, by: call.act, db)
            return Evidence(.file(arrival.sha256), title: file.name, isDeliverable: isDeliverable)
        }
        if let typed = form["lien-ket"] {
            guard let address = WebAddress(typed) else { throw Refusal("occurrence.no-address", ["address": typed]) }
            evidence.append(
                Evidence(.link(address), title: form["ten-lien-ket"] ?? typed, isDeliverable: isDeliverable))
        }
        var number: Int?
        if let typed = form["so-luong"] {
            guard let count = Int(typed) else { throw Refusal("occurrence.no-number", ["text": typed]) }
            number = count
        }
        return Progress(
            day: try form.day("ngay") ?? call.day, text: form["noi-dung"] ?? "", number: number, evidence: evidence)
    }

    /// A file that was given as evidence, to be saved.
    func evidence(_ call: Call) async throws -> Answer {
        let (id, hash, keeper) = (try call.number(), call.text("file"), keeper)
        let (name, copy) = try await desk.store.read { db in
            let found = try Following.occurrence(id, within: call.sight, call.directory, db)
            let title: String? = try db.value(
                """
                SELECT e.title FROM progress AS p JOIN evidence AS e ON e.progress = p.id
                WHERE p.occurrence = \(id) AND e.file = \(hash) ORDER BY e.id DESC LIMIT 1
                """)
            guard found != nil, let title, let file = try KeptFiles.find(hash, db) else { throw WebFailure.notFound }
            return (title, try keeper.copy(of: file, db))
        }
        return .download(copy.body, name: name, type: "application/octet-stream")
    }
}

/// What was entered in a form that could not be taken, and why.
struct EnteredForm {
    let name: String
    let form: Form
    let refusal: Message
}

extension Form {
    /// A day as a browser sends it, or as people write it here: 2026-11-30, 30/11/2026.
    /// - Throws: ``Refusal`` where it is none.
    func day(_ name: String) throws -> Day? {
        guard let typed = self[name] else { return nil }
        if let day = Day(iso: typed) { return day }
        let parts = typed.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 3, let day = Day(year: parts[2], month: parts[1], day: parts[0]) else {
            throw Refusal("occurrence.no-such-day", ["text": typed])
        }
        return day
    }
}

extension Scope {
    /// Whether a unit's work belongs to it; the work of nobody belongs to everything alone.
    func reaches(_ unit: OrganisationID?) -> Bool { unit.map(contains) ?? (self == .everything) }
}
