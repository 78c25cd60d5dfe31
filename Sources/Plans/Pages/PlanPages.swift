import Office
import Storage
import Web
import WorkCalendar

extension WorkPages {
    func plans(_ call: Call) async throws -> Answer {
        let page = Int(call.address["trang"] ?? "").map { min(max($0, 1), 1_000) } ?? 1
        let portion = Portion(offset: (page - 1) * PlanListPage.length, limit: PlanListPage.length + 1)
        let lines = try await desk.store.read { try Self.plans(portion, call, $0) }
        return desk.page(PlanListPage(lines: lines, page: page).view(call), call)
    }

    /// The plans that an address asks for.
    static func plans(_ portion: Portion, _ call: Call, _ db: Transaction) throws -> [PlanLine] {
        try Following.plans(
            call.address["q"] ?? "", in: call.address["xep"].flatMap(PlanOrder.init) ?? .latest,
            offset: portion.offset, limit: portion.limit, within: call.sight, call.directory, db)
    }

    func plan(_ call: Call) async throws -> Answer {
        let id = try call.number()
        let page = try await desk.store.read { db in
            guard let plan = try Following.plan(id, within: call.sight, call.directory, db) else {
                throw WebFailure.notFound
            }
            return try PlanPage(plan, call, db)
        }
        return desk.page(page.view(call), call)
    }

    /// The file of the plan's document as it came, to be saved.
    func planFile(_ call: Call) async throws -> Answer {
        let (id, keeper) = (try call.number(), keeper)
        let (name, copy) = try await desk.store.read { db in
            guard let plan = try Following.plan(id, within: call.sight, call.directory, db) else {
                throw WebFailure.notFound
            }
            let found = try db.first(
                """
                SELECT d.file_name, f.sha256 FROM documents AS d JOIN kept_files AS f ON f.id = d.file
                WHERE d.id = \(plan.document)
                """
            ) { (name: try $0.next(String.self), hash: try $0.next(String.self)) }
            guard let found, let file = try KeptFiles.find(found.hash, db) else { throw WebFailure.notFound }
            return (found.name, try keeper.copy(of: file, db))
        }
        return .download(copy.body, name: name, type: "application/octet-stream")
    }
}

/// What the page of a plan shows.
struct PlanPage {
    let plan: Plan
    let number: String?
    let title: String
    let day: Day?
    let issuer: String?
    /// Whether all of it was decided on; else it is still reviewed.
    let drafts: Int
    let progress: PlanProgress
    let assignments: [PlanAssignmentLine]
    let implementing: [ImplementingPlan]
    /// Plans that it carries out, and plans that carry it out.
    let parents: [PlanLine]
    let children: [PlanLine]
    let endings: [Ending]

    init(_ plan: Plan, _ call: Call, _ db: Transaction) throws {
        self.plan = plan
        let head = try db.first(
            "SELECT number, coalesce(title, file_name), day, issuer FROM documents WHERE id = \(plan.document)"
        ) {
            (
                number: try $0.next(String?.self), title: try $0.next(String.self), day: try $0.next(Day?.self),
                issuer: try $0.next(String?.self)
            )
        }
        guard let head else { throw StorageError(.damaged, "plan without a document") }
        (number, title, day, issuer) = head
        let scope = call.sight.scope
        progress = try Following.progress(ofPlan: plan.id, within: scope, on: call.day, db)
        assignments = try Following.assignments(ofPlan: plan.id, within: call.sight, db)
        drafts = assignments.count { $0.state == .draft }
        implementing = try Following.implementingPlans(of: plan.id, within: scope, on: call.day, call.directory, db)
        let links = try Following.links(ofPlan: plan.id, db)
        parents = try Following.plans(
            links.map(\.parent).filter { $0 != plan.id }, within: call.sight, call.directory, db)
        children = try Following.plans(
            links.map(\.child).filter { $0 != plan.id }, within: call.sight, call.directory, db)
        endings = try Following.endings(of: plan.id, db).filter { $0.plan == plan.id }
    }
}
