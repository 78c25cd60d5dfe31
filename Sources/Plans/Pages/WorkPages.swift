package import Office
import Web

/// The daily pages: one's own work, the list of all of it, one occurrence, plans, the dashboard, the search.
package struct WorkPages: Sendable {
    let desk: Desk
    let keeper: FileKeeper
    let memory: WorkMemory

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - keeper: Where evidence is kept.
    ///   - memory: What is remembered from one page to the next.
    package init(_ desk: Desk, keeper: FileKeeper, memory: WorkMemory = WorkMemory()) {
        self.desk = desk
        self.keeper = keeper
        self.memory = memory
    }

    // The sections of the navigation.
    /// Việc của tôi.
    package static let mineSection = Desk.Section("mine", title: "mine.title", address: Paths.mine, for: [.read])
    /// Bảng điều hành.
    package static let overviewSection = Desk.Section(
        "overview", title: "overview.title", address: Paths.overview, for: [.read])
    /// Kế hoạch.
    package static let plansSection = Desk.Section("plans", title: "plans.title", address: Paths.plans, for: [.read])
    /// Nhiệm vụ.
    package static let workSection = Desk.Section("work", title: "work.title", address: Paths.work, for: [.read])

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        let (desk, memory) = (desk, memory)
        routes.get(Paths.mine, .may(.read), reading: { try MyWorkPage($0, $1) }) { desk.page($0.view($1), $1) }

        routes.get(Paths.work, .may(.read), reading: { [memory] in try WorkListPage($0, memory, $1) }) {
            desk.page($0.view($1), $1)
        }
        routes.list(Self.workList)
        routes.get(Paths.calendar, .may(.read)) { [self] in try await calendar($0) }
        routes.post(Paths.filters, .may(.read)) { [self] in try await saveFilter($0, $1) }
        routes.post("\(Paths.filters)/{id}", .may(.read)) { [self] in try await changeFilter($0, $1) }

        let one = "\(Paths.occurrence)/{id}"
        routes.get(one, .may(.read), reading: { try OccurrencePage($0.number(), $0, $1) }) {
            desk.page($0.view($1, nil), $1)
        }
        routes.get("\(one)/minh-chung/{file}", .may(.read)) { [self] in try await evidence($0) }
        routes.post("\(one)/tien-do", .may(.addProgress), .files(5, of: 50)) { [self] in try await addProgress($0, $1) }
        routes.post("\(one)/hoan-thanh", .may(.complete), .files(5, of: 50)) { [self] in try await complete($0, $1) }
        routes.post("\(one)/mo-lai", .may(.complete)) { [self] in try await reopen($0, $1) }
        routes.post("\(one)/gia-han", .may(.addProgress)) { [self] in try await askExtension($0, $1) }
        routes.post("\(one)/gia-han/{extension}", .may(.extend)) { [self] in try await answerExtension($0, $1) }
        routes.post("\(one)/phe-duyet", .may(.approve)) { [self] in try await approve($0, $1) }
        routes.post("\(one)/phe-duyet/hoan-tac", .may(.approve)) { [self] in try await undoSendingBack($0, $1) }
        routes.post("\(one)/y-kien", .may(.read)) { [self] in try await comment($0, $1) }
        routes.post("\(one)/y-kien/{comment}", .may(.read)) { [self] in try await withdrawComment($0, $1) }

        routes.get(Paths.plans, .may(.read)) { [self] in try await plans($0) }
        routes.list(Self.planList)
        routes.get("\(Paths.plans)/{id}", .may(.read)) { [self] in try await plan($0) }
        routes.get("\(Paths.plans)/{id}/tep", .may(.read)) { [self] in try await planFile($0) }

        routes.get(Paths.overview, .may(.read), reading: { [memory] in try OverviewPage($0, memory, $1) }) {
            desk.page($0.view($1), $1)
        }
        routes.get(Paths.search, .may(.read), reading: { [memory] in try SearchPage($0, memory, $1) }) {
            desk.page($0.view($1), $1)
        }
    }
}

/// Where the daily pages are.
package enum Paths {
    /// Việc của tôi.
    package static let mine = "/viec-cua-toi"
    /// Nhiệm vụ.
    package static let work = "/nhiem-vu"
    static let calendar = "/nhiem-vu/lich"
    static let filters = "/bo-loc"
    static let occurrence = "/ky-thuc-hien"
    /// Kế hoạch.
    package static let plans = "/ke-hoach"
    static let overview = "/bang-dieu-hanh"
    static let search = "/tim-kiem"

    /// One occurrence.
    package static func occurrence(_ id: Int) -> String { "\(occurrence)/\(id)" }
    static func undoSendingBack(_ id: Int) -> String { "\(occurrence(id))/phe-duyet/hoan-tac" }
    /// One plan.
    package static func plan(_ id: Int) -> String { "\(plans)/\(id)" }
    /// The list of work that a question means.
    package static func work(_ question: WorkQuestion) -> String { address(work, question) }

    static func address(_ path: String, _ question: WorkQuestion) -> String {
        PageAddress(path, question.items.map { ($0.name, $0.value) }).description
    }
}

extension Call {
    /// What may be seen.
    var sight: Sight { Sight(scope(.read), on: day) }

    /// The name of a unit today; the words of the document where none is known.
    func unitName(_ unit: OrganisationID?, written: String? = nil) -> String {
        unit.flatMap { directory.name(of: $0, on: day) } ?? written ?? words("due.nobody")
    }
}
