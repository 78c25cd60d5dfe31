import Documents
import Office
import Storage
import Web
import Wording
import WorkCalendar

// What a clerk does on the review page: each a form, an intention of `Review`, and the page again.
extension ReviewPages {
    func acceptAll(_ call: Call) async throws -> Answer {
        let (plan, act, directory) = (try call.number(), call.act, call.directory)
        let (count, units) = try await desk.store.write { db in
            try Review.acceptAll(of: plan, directory, by: act, db)
            return try Self.standing(of: plan, db)
        }
        let values = ["count": call.words.number(count), "units": call.words.number(units)]
        return .redirect(
            Self.path(plan),
            Notice("review.done.accepted-all", values, undo: "\(Self.path(plan))/chap-nhan-het/hoan-tac"))
    }

    func undoAcceptAll(_ call: Call) async throws -> Answer {
        let (plan, act, directory) = (try call.number(), call.act, call.directory)
        let count = try await desk.store.write { try Review.undoAcceptAll(of: plan, directory, by: act, $0) }
        return .redirect(Self.path(plan), Notice("review.done.drafts-again", ["count": call.words.number(count)]))
    }

    /// The occurrences of a plan that have not ended, and how many units have them.
    private static func standing(of plan: Int, _ db: Transaction) throws -> (count: Int, units: Int) {
        let question: Query = """
            SELECT count(*), count(DISTINCT unit) FROM occurrences
            WHERE ended IS NULL AND assignment IN (SELECT id FROM assignments WHERE plan = \(plan))
            """
        return try db.first(question) { (try $0.next(), try $0.next()) } ?? (0, 0)
    }

    func accept(_ form: Form, _ call: Call) async throws -> Answer {
        let (act, directory) = (call.act, call.directory)
        return try await decide(form, call) { id, version, db in
            let count = try Review.accept(id, version: version, directory, by: act, db)
            return (Message("review.done.accepted", ["count": String(count)]), Self.undoing(id, version))
        }
    }

    /// What takes the last decision on an assignment back.
    private static func undoing(_ id: Int, _ version: Int) -> String { "\(id)/hoan-tac?version=\(version + 1)" }

    func drop(_ form: Form, _ call: Call) async throws -> Answer {
        let (act, reason) = (call.act, form["reason"] ?? "")
        return try await decide(form, call) { id, version, db in
            try Review.drop(id, version: version, reason: reason, by: act, db)
            return (Message("review.done.dropped"), Self.undoing(id, version))
        }
    }

    func split(_ form: Form, _ call: Call) async throws -> Answer {
        let (act, directory) = (call.act, call.directory)
        let texts = (form["parts"] ?? "").split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
            .map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
        return try await decide(form, call) { id, version, db in
            guard let standing = try ReviewedAssignment.one(id, db) else { throw WebFailure.notFound }
            let parts = texts.map { text in
                var fields = AssignmentFields(standing)
                fields.text = text
                return fields
            }
            let new = try Review.split(id, version: version, into: parts, directory, by: act, db)
            let undo = new.first.map { "\($0)/hoan-tac?what=replacement&version=1" }
            return (Message("review.done.split", ["count": String(new.count)]), undo)
        }
    }

    /// Takes back what was done last to an assignment: a decision, a joining or splitting, a correction.
    func undo(_ form: Form, _ call: Call) async throws -> Answer {
        let (act, directory, what) = (call.act, call.directory, form["what"] ?? call.address["what"])
        return try await decide(form, call) { id, version, db in
            switch what {
            case "correction": try Review.undoCorrection(of: id, version: version, directory, by: act, db)
            case "replacement": try Review.undoReplacement(of: id, version: version, by: act, db)
            default: try Review.undoDecision(on: id, version: version, directory, by: act, db)
            }
            return (Message("review.done.undone"), nil)
        }
    }

    func join(_ form: Form, _ call: Call) async throws -> Answer {
        let (plan, act, directory) = (try call.number(), call.act, call.directory)
        let seen = form.all("chosen").compactMap { value -> (id: Int, version: Int)? in
            let parts = value.split(separator: ":").compactMap { Int($0) }
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        do {
            let new = try await desk.store.write { db -> Int in
                let drafts = try seen.compactMap { try ReviewedAssignment.one($0.id, db) }
                guard drafts.count == seen.count, drafts.allSatisfy({ $0.assignment.plan == plan }),
                    let first = drafts.first
                else { throw Refusal("review.join") }
                var fields = AssignmentFields(first)
                for draft in drafts.dropFirst() { fields.add(AssignmentFields(draft)) }
                return try Review.join(seen, as: fields, directory, by: act, db)
            }
            return .redirect(
                "\(Self.path(plan))?sua=\(new)#n-\(new)",
                Notice(
                    "review.done.joined", ["count": String(seen.count)],
                    undo: "\(Self.path(plan))/\(new)/hoan-tac?what=replacement&version=1"))
        } catch let stale as StaleEdit {
            return try await page(call, editing: Editing(id: stale.theirs.assignment.id, stale: stale))
        }
    }

    func setProvince(_ form: Form, _ call: Call) async throws -> Answer {
        let (plan, act, directory) = (try call.number(), call.act, call.directory)
        guard let province = form["province"].flatMap(Int.init).map(OrganisationID.init(rawValue:)) else {
            throw WebFailure.malformed
        }
        let found = try await desk.store.write {
            try Review.setProvince(of: plan, to: province, directory, by: act, $0)
        }
        return .redirect(
            Self.path(plan),
            Notice("review.done.province", ["count": String(found)], undo: "\(Self.path(plan))/tinh/hoan-tac"))
    }

    func unsetProvince(_ call: Call) async throws -> Answer {
        let (plan, act) = (try call.number(), call.act)
        try await desk.store.write { try Review.unsetProvince(of: plan, by: act, $0) }
        return .redirect(Self.path(plan), Notice("review.done.undone"))
    }

    func correct(_ form: Form, _ call: Call) async throws -> Answer {
        let (plan, id) = (try call.number(), try call.number("assignment"))
        let (act, directory) = (call.act, call.directory)
        let typed = TypedFields(form)
        var editing = Editing(id: id, typed: typed)
        do {
            let version = form["version"].flatMap(Int.init) ?? 0
            let understood = try await desk.store.write { db in
                guard let standing = try ReviewedAssignment.one(id, db), standing.assignment.plan == plan,
                    let kept = try Plan.one(plan, db), let document = try DocumentRegister.document(kept.document, db)
                else { throw WebFailure.notFound }
                let matching = try BodyMatching(ofPlan: plan, directory, today: act.day, db)
                let understood = typed.understood(standing, of: document, matching)
                if case .fields(let fields) = understood {
                    try Review.correct(id, to: fields, version: version, directory, by: act, db)
                }
                return understood
            }
            switch understood {
            case .fields:
                let undo = "\(Self.path(plan))/\(id)/hoan-tac?what=correction&version=\(version + 1)"
                return .redirect("\(Self.path(plan))#n-\(id)", Notice("review.done.corrected", undo: undo))
            case .noDeadline: editing.refusal = Refusal("review.deadline.unknown")
            case .noTarget: editing.refusal = Refusal("review.target.unknown")
            case .questions(let questions): editing.questions = questions
            }
        } catch let refusal as Refusal {
            editing.refusal = refusal
        } catch let stale as StaleEdit {
            editing.stale = stale
        }
        return try await page(call, editing: editing)
    }

    /// Does something to an assignment of the plan, of which a version was seen; says what, and what takes it back.
    private func decide(
        _ form: Form, _ call: Call,
        _ body: @escaping @Sendable (Int, Int, Transaction) throws -> (Message, undo: String?)
    ) async throws -> Answer {
        let (plan, id) = (try call.number(), try call.number("assignment"))
        let version = (form["version"] ?? call.address["version"]).flatMap(Int.init) ?? 0
        do {
            let (message, undo) = try await desk.store.write { db in
                guard try ReviewedAssignment.one(id, db)?.assignment.plan == plan else { throw WebFailure.notFound }
                return try body(id, version, db)
            }
            return .redirect(
                "\(Self.path(plan))#n-\(id)", Notice(.done, message, undo: undo.map { "\(Self.path(plan))/\($0)" }))
        } catch let stale as StaleEdit {
            return try await page(call, editing: Editing(id: id, stale: stale))
        } catch let refusal as Refusal {
            return .redirect("\(Self.path(plan))#n-\(id)", Notice(.failed, refusal.message))
        }
    }
}

extension AssignmentFields {
    /// Takes in what another has besides.
    fileprivate mutating func add(_ other: AssignmentFields) {
        text += "; \(other.text)"
        if let more = other.deliverable, more != deliverable {
            deliverable = [deliverable, more].compactMap(\.self).joined(separator: "; ")
        }
        leads += other.leads.filter { !leads.contains($0) }
        coordinators += other.coordinators.filter { !coordinators.contains($0) && !leads.contains($0) }
    }
}

extension TypedFields {
    /// What the form of ``ReviewEditView`` sends.
    fileprivate init(_ form: Form) {
        self.init()
        text = form["text"] ?? ""
        deliverable = form["deliverable"] ?? ""
        deadline = form["deadline"] ?? ""
        target = form["target"] ?? ""
        leads = Self.names(form.all("lead"))
        coordinators = Self.names(form.all("coordinate"))
        for (name, value) in form.fields where name.hasPrefix("who:") {
            let written = String(name.dropFirst(4))
            if let unit = Int(value) { choices[written] = OrganisationID(rawValue: unit) } else { left.insert(written) }
        }
        for (name, value) in form.fields where name.hasPrefix("means:") && !value.isEmpty {
            meanings[String(name.dropFirst(6))] = GroupMeaning(value)
        }
    }

    private static func names(_ typed: [String]) -> [String] {
        typed.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }
}
