import Office
import Storage
import TestSupport
import Testing
import Web
import Wording
import WorkCalendar

/// A province with a department and a commune in it, and the people at their posts.
struct NoticeCast: Sendable {
    static let migrations =
        Jobs.migrations + Journal.migrations + OrganisationSchema.migrations + PeopleSchema.migrations
        + NoticeSchema.migrations

    static let province = OrganisationID(rawValue: 1)
    static let department = OrganisationID(rawValue: 2)
    static let commune = OrganisationID(rawValue: 3)

    /// 2026-11-21, 8:00 in Hà Nội.
    static let now = Instant(milliseconds: 1_795_222_800_000)
    static let act = Act(.system("test"), at: now)

    /// Of this room.
    static func words(_ language: Catalogue.Language) -> Words {
        Words(language, (try? OfficeTexts.catalogue(language)) ?? .none)
    }

    /// Coordinator, officer of the department, its leader, the leader of the province.
    let hoa, nam, lan, minh: Account

    static func found() async throws -> NoticeCast {
        try await TestStore.current.write { db in
            for (id, name, parent) in [(1, "Tỉnh Cầu Vồng", nil), (2, "Sở Diều", 1), (3, "Xã Sông", 1)]
                as [(Int, String, Int?)]
            {
                try db.run("INSERT INTO organisations (id) VALUES (\(id))")
                try db.run(
                    """
                    INSERT INTO organisation_versions (organisation, name, parent, level, kind)
                    VALUES (\(id), \(name), \(parent), 'province', 'department')
                    """)
            }
            func person(_ login: String, _ name: String, _ role: Role, _ unit: OrganisationID) throws -> Account {
                try Accounts.enrol(login: login, name: name, as: role, title: login, in: unit, by: act, db)
            }
            return NoticeCast(
                hoa: try person("hoa", "Nguyễn Thị Hoa", .coordinator, department),
                nam: try person("nam", "Trần Văn Nam", .officer, commune),
                lan: try person("lan", "Lê Thị Lan", .leader, department),
                minh: try person("minh", "Phạm Văn Minh", .leader, province))
        }
    }

    /// News of the department's kite day.
    static func news(_ kind: NoticeKind, _ occasion: String = "1", title: String = "Mở ngày hội diều") -> Notices.News {
        Notices.News(
            kind, of: Journal.Subject("occurrence", 7), occasion: occasion, unit: department, title: title,
            day: Day(number: 20_787))
    }
}
