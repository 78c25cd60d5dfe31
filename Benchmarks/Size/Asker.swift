import Office
import Plans
import Storage
import WorkCalendar

/// What is asked every morning.
enum Question: String, CaseIterable {
    case due = "due for one unit"
    case late = "late work of a department"
    case search = "a phrase without accents"
    case counts = "states of a whole province"

    /// In milliseconds, on SQLite.
    var limit: Int { self == .counts ? 150 : 30 }
}

/// Whoever asks, of one province in the middle of the country.
struct Asker: Sendable {
    private let commune: OrganisationID
    private let department: OrganisationID
    private let province: Set<OrganisationID>
    private let today: Day

    init(_ today: Day, _ db: Transaction) throws {
        let directory = try Organisations.directory(db)
        let provinces = directory.provinces(on: today)
        let units = directory.descendants(of: provinces[provinces.count / 2].organisation, on: today)
        guard let commune = units.first(where: { $0.level == .commune })?.organisation,
            let department = units.first(where: { $0.level == .department })?.organisation
        else { throw BareFailure(message: "a province without units") }
        self.commune = commune
        self.department = department
        province = Set(units.map(\.organisation))
        self.today = today
    }

    /// Asks one question.
    func ask(_ question: Question, _ db: Transaction) throws {
        switch question {
        case .due: _ = try Following.due(within: .units([commune]), on: today, until: today.adding(days: 30), db)
        case .late: _ = try Following.late(within: .units([department]), on: today, db)
        case .search: _ = try Search.find("\"hoi cho hang viet nham thu hut dau tu\"", kinds: ["assignment"], db)
        case .counts:
            _ = try Following.counts(within: .units(province), on: today, until: .last(ofMonth: 12, today.year), db)
        }
    }
}
