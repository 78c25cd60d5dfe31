import Office
import Storage
import WorkCalendar

@testable import Registers

/// Small definitions of the tests.
enum Examples {
    static let migrations =
        Series.migrations + Search.migrations + Shape.migrations + Journal.migrations + OrganisationSchema.migrations
        + PeopleSchema.migrations + KeptFiles.migrations + RegisterSchema.migrations

    static let act = Act(.system("test"), at: Instant(milliseconds: 1_790_000_000_000))

    static let keyFile = "1 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\n"

    /// The register of visits of a new office.
    static func open(_ db: Transaction) throws -> RecordBook {
        try Definitions.install(files, by: act, db)
        try found(db)
        guard let visits = try Definitions.current(db)["visits"] else { throw Refusal("record.not-there") }
        return RecordBook(visits, keys: try KeyRing(keyFile))
    }

    /// Two units.
    static func found(_ db: Transaction) throws {
        for id in 1...2 { try db.run("INSERT INTO organisations (id) VALUES (\(id))") }
    }

    static let files = [visits, partners, levels].map { DefinitionFile($0.0, $0.1) }

    static let levels = (
        "lists/levels.yaml",
        """
        list: levels
        names: {vi: Cấp, en: Level}
        choices:
          - {key: high, names: {vi: Cấp cao, en: High}}
          - {key: local, names: {vi: Địa phương, en: Local}}
        """
    )

    static let partners = (
        "partners.yaml",
        """
        register: partners
        names: {vi: Đối tác, en: Partners}
        record: {vi: đối tác, en: partner}
        about: {vi: Địa phương kết nghĩa., en: Twin localities.}
        group: agreements
        title: name
        columns: [name, country]
        facets: [country]
        fields:
          - {key: name, kind: text, names: {vi: Tên, en: Name}, required: true, unique: true}
          - {key: country, kind: country, names: {vi: Nước, en: Country}, required: true}
          - {key: since, kind: partial-date, names: {vi: Từ, en: Since}}
          - {key: until, kind: day, names: {vi: Đến, en: Until}}
        figures:
          - name: partners.standing
            names: {vi: Số đối tác, en: Partners}
            measure: count
            window: standing
            standing: {from: since, until: until}
        """
    )

    static let visits = (
        "visits.yaml",
        """
        register: visits
        names: {vi: Đoàn vào, en: Inbound delegations}
        record: {vi: đoàn, en: delegation}
        about: {vi: Các đoàn khách nước ngoài., en: Delegations from abroad.}
        group: visits
        title: name
        day: arrival
        unit: host
        columns: [name, level, countries, arrival, people]
        facets: [level, countries]
        chart: {by: level}
        calendar: [arrival]
        retention: {years: 10, from: day}
        fields:
          - key: name
            kind: text
            names: {vi: Tên đoàn, en: Name}
            required: true
          - {key: level, kind: choice, names: {vi: Cấp, en: Level}, choices: lists/levels, default: local}
          - {key: countries, kind: countries, names: {vi: Nước, en: Countries}}
          - {key: arrival, kind: day, names: {vi: Ngày đến, en: Arrival}, required: true}
          - {key: departure, kind: day, names: {vi: Ngày đi, en: Departure}}
          - {key: planned, kind: partial-date, names: {vi: Dự kiến, en: Planned}}
          - key: people
            kind: whole
            names: {vi: Số người, en: People}
            unit: {vi: người, en: people}
            min: 1
            max: 10000
          - {key: cost, kind: money, names: {vi: Kinh phí, en: Cost}, min: 0}
          - {key: host, kind: unit, names: {vi: Cơ quan chủ trì, en: Host}}
          - {key: partner, kind: record, register: partners, names: {vi: Đối tác, en: Partner}}
          - {key: symbol, kind: text, names: {vi: Số công văn, en: Letter}, pattern: '\\d+/[A-Z-]+'}
          - {key: result, kind: long-text, names: {vi: Kết quả, en: Result}}
          - {key: leader, kind: person, names: {vi: Trưởng đoàn, en: Head}, private: true}
          - {key: telephone, kind: telephone, names: {vi: Điện thoại, en: Telephone}, private: true}
        lines:
          - key: payments
            names: {vi: Các lần chi, en: Payments}
            record: {vi: lần chi, en: payment}
            day: paid
            fields:
              - {key: paid, kind: day, names: {vi: Ngày chi, en: Paid}, required: true}
              - {key: amount, kind: money, names: {vi: Số tiền, en: Amount}, required: true}
        states:
          - {key: expected, names: {vi: Dự kiến, en: Expected}}
          - {key: received, names: {vi: Đã đón, en: Received}, closed: true}
        moves:
          - key: receive
            names: {vi: Ghi nhận đã đón, en: Record as received}
            from: [expected]
            to: received
            by: [coordinator, officer]
            requires: [result]
        behaviours:
          clocks:
            - key: report
              names: {vi: Báo cáo kết quả, en: Result report}
              from: departure
              until: planned
              days: 15
              count: working
              warn: [coordinator]
              ahead: [3, 1]
          money: {commitments: cost, disbursements: payments}
          plan-against-actual: {plan: {day: planned}, actual: {day: arrival}}
        figures:
          - name: visits.count
            names: {vi: Số đoàn, en: Delegations}
            unit: {vi: đoàn, en: delegations}
            measure: count
            where: {state: received}
          - name: visits.high-people
            names: {vi: Số khách cấp cao, en: High guests}
            measure: {sum: people}
            where: {level: high, people: {least: 2}}
            public: true
          - name: visits.paid
            names: {vi: Đã chi, en: Paid}
            measure: {sum: amount}
            lines: payments
            where: {level: [high, local], amount: {filled: true}}
            currency: USD
          - name: visits.paid-share
            names: {vi: Tỷ lệ, en: Share}
            measure: {share: [visits.high-people, visits.count]}
        public: {when: {state: [received]}, fields: [name, countries]}
        """
    )
}

extension Key: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        guard let key = Key(text) else { preconditionFailure("\(text) is no key") }
        self = key
    }
}
