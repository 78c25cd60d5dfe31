import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite(.onEachEngine(Cast.migrations))
struct OccurrenceNewsTests {
    private static func enrol(
        _ login: String, _ role: Role, in unit: OrganisationID = Cast.tourism, _ db: Transaction
    ) throws -> Account {
        let act = try Cast.act(on: "2026-01-05")
        return try Accounts.enrol(login: login, name: login, as: role, title: login, in: unit, by: act, db)
    }

    private func notices(_ account: Account) async throws -> [PersonalNotice] {
        try await TestStore.current.read { try Notices.list(for: account.id, $0).reversed() }
    }

    @Test func askingAnsweringAndDeclaringReachThoseWhoDecideAndThoseWhoWait() async throws {
        let (officer, leader, coordinator) = try await TestStore.current.write { db in
            try Cast.units(db)
            let people = (
                try Self.enrol("nam", .officer, db), try Self.enrol("lan", .leader, db),
                try Self.enrol("hoa", .coordinator, db)
            )
            let plan = try Cast.plan("15/KH-UBND", db)
            let occurrence = try Cast.assignment(
                of: plan, "Mở ngày hội diều", due: "2026-12-01", leads: [Cast.tourism], db
            ).occurrences[0]
            let seat = Actor.holder(
                account: Named(id: people.0.id.rawValue, name: "Nam"), position: Named(id: 1, name: "Chuyên viên"),
                unit: Named(id: 1, name: "Sở Du lịch"))
            let act = Act(seat, at: .now, day: try Cast.day("2026-11-21"))
            let asked = try Following.askExtension(
                of: occurrence, to: try Cast.day("2026-12-10"), reason: "mưa", paper: "1/CV", by: act, db)
            try Following.answerExtension(asked, .refuse, reason: "không", by: Cast.act(), db)
            try Following.complete(occurrence, on: act.day, by: act, db)
            // Once more for the same line of the journal: nobody hears it twice.
            let entry = try #require(try db.value("SELECT max(entry) FROM completions", Int.self))
            try Notices.tell(.completionDeclared(on: act.day), of: occurrence, entry: entry, by: act, db)
            try Notices.tell(.sentBack(reason: "thiếu ảnh"), of: occurrence, entry: entry, by: Cast.act(), db)
            return people
        }
        #expect(try await notices(coordinator).map(\.kind) == [.extensionAsked])
        #expect(try await notices(leader).map(\.kind) == [.extensionRefused, .completionDeclared, .sentBack])
        #expect(try await notices(officer).map(\.kind) == [.extensionRefused, .sentBack])
        #expect(try await notices(officer).last?.facts == ["reason": "thiếu ảnh"])
    }

    @Test func aPlanThatIsAcceptedIsToldOnceToEachUnit() async throws {
        try await Office31.found()
        let officer = try await TestStore.current.write { db in
            let directory = try Organisations.directory(db)
            let unit = try #require(
                directory.organisations.first { directory.name(of: $0, on: Office31.today) == "Sở Ngoại vụ" })
            return try Self.enrol("nam", .officer, in: unit, db)
        }
        _ = try await SamplePaper.imported(isAccepted: true)
        let told = try await notices(officer)
        #expect(told.map(\.kind) == [.newWork])
        #expect(told.first?.title.hasPrefix("905/KH-UBND: Gìn giữ") == true && told.first?.subject.kind == "plan")
    }

    @Test func aUnitThatGainsWorkByACorrectionIsTold() async throws {
        try await Office31.found()
        let (trade, foreign, directory) = try await TestStore.current.write { db in
            let directory = try Organisations.directory(db)
            func officer(_ login: String, _ name: String) throws -> Account {
                let unit = try #require(
                    directory.organisations.first { directory.name(of: $0, on: Office31.today) == name })
                return try Self.enrol(login, .officer, in: unit, db)
            }
            return (try officer("nam", "Sở Công Thương"), try officer("lan", "Sở Ngoại vụ"), directory)
        }
        let plan = try #require(try await SamplePaper.imported(isAccepted: true).plan)
        #expect(try await notices(trade).isEmpty)
        let told = try await notices(foreign).count
        try await TestStore.current.write { db in
            let seen = try ReviewedAssignment.all(of: plan, db).beginning("Mời đoàn nghệ nhân")
            var fields = AssignmentFields(seen)
            fields.leads.append(AssignmentFields.Body("Sở Công Thương"))
            let act = Office31.act(on: Office31.today.adding(days: 1))
            try Review.correct(
                seen.assignment.id, to: fields, version: seen.assignment.version, directory, by: act, db)
        }
        #expect(try await notices(trade).map(\.kind) == [.newWork])
        #expect(try await notices(foreign).count == told)
    }
}
