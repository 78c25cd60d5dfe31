import Office
import Storage
package import Web
import WorkCalendar

/// What the page of the list shows.
struct WorkListPage {
    let question: WorkQuestion
    let lines: [WorkLine]
    /// Whether more rows follow this page's.
    let hasMore: Bool
    /// The filters with their counts; `nil` where they are put away.
    let facets: WorkFacets?
    let filters: [SavedFilter]
    let chosenPlan: String?

    init(_ call: Call, _ memory: WorkMemory, _ db: Transaction) throws {
        question = WorkQuestion(call.address)
        let length = WorkQuestion.pageLength
        let rows = try Following.work(
            question, offset: (question.page - 1) * length, limit: length + 1, within: call.sight, call.directory, db)
        lines = Array(rows.prefix(length))
        hasMore = rows.count > length && question.page < WorkQuestion.lastPage
        facets =
            question.hidesFilters
            ? nil : try Following.facets(question, within: call.sight, call.directory, memory, db)
        filters = question.hidesFilters ? [] : try SavedFilters.all(of: call.seat.account.id, db)
        chosenPlan = try question.plan.flatMap { try Following.name(ofPlan: $0, db) }
    }
}

extension WorkPages {
    /// Three months with their due days.
    func calendar(_ call: Call) async throws -> Answer {
        var question = WorkQuestion(call.address)
        if question.due?.window == nil {
            question.due = .period(.quarter((call.day.month + 2) / 3, year: call.day.year))
        }
        (question.order, question.isDescending, question.page) = (.due, false, 1)
        let asked = question
        let lines = try await desk.store.read { db in
            try Following.work(
                asked, offset: 0, limit: WorkCalendarPage.most, within: call.sight, call.directory, db)
        }
        return desk.page(WorkCalendarPage(question: asked, lines: lines).view(call), call)
    }

    func saveFilter(_ form: Form, _ call: Call) async throws -> Answer {
        // Only what the list itself would read is kept.
        let items = (try? URLEncoding.fields(of: Array((form["cau-hoi"] ?? "").utf8))) ?? []
        let question = WorkQuestion(items).with { _ in }
        let query = PageAddress("", question.items.map { ($0.name, $0.value) }).description.dropFirst()
        try await desk.store.write { [name = form["ten"] ?? ""] db in
            try SavedFilters.save(String(query), as: name, of: call.seat.account.id, by: call.act, db)
        }
        return .redirect(Paths.work(question), Notice("filter.saved", ["name": form["ten"] ?? ""]))
    }

    /// Another name for a filter, or its end.
    func changeFilter(_ form: Form, _ call: Call) async throws -> Answer {
        let (id, account) = (try call.number(), call.seat.account.id)
        if form.has("xoa") {
            try await desk.store.write { try SavedFilters.delete(id, of: account, by: call.act, $0) }
            return .redirect(Paths.work, Notice("filter.deleted"))
        }
        try await desk.store.write { [name = form["ten"] ?? ""] db in
            try SavedFilters.rename(id, to: name, of: account, by: call.act, db)
        }
        return .redirect(Paths.work, Notice("filter.renamed"))
    }
}

extension WorkQuestion {
    /// What an address asks.
    package init(_ address: PageAddress) { self.init(address.items.map { (name: $0.name, value: $0.value) }) }
}
