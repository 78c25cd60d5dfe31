import Office
import Registers
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport

@testable import Nhipcau

/// Who may read confidential registers, and that every look at one is written down.
@Suite("Confidential registers", .onEachEngine(Schema.migrations)) struct ConfidentialTests {
    /// What somebody of a role in the first department gets: of that department's records, and of another's.
    private struct Row {
        let role: Role
        let own: Bool
        let other: Bool
        /// May change a record.
        let edit: Bool
        /// May see figures and the list of registers at all.
        let figures: Bool
        let journal: Bool
    }

    private static let table = [
        Row(role: .coordinator, own: true, other: true, edit: true, figures: true, journal: false),
        Row(role: .officer, own: true, other: false, edit: true, figures: true, journal: false),
        Row(role: .leader, own: true, other: false, edit: false, figures: true, journal: false),
        Row(role: .clerk, own: false, other: false, edit: false, figures: true, journal: false),
        Row(role: .auditor, own: false, other: false, edit: false, figures: true, journal: true),
        Row(role: .administrator, own: false, other: false, edit: false, figures: false, journal: true),
    ]

    private static let confidential = [
        "citizen-protection", "experts", "foreigner-cases", "ideas", "people-abroad", "sea-border",
    ]

    @Test func `Whose work it is reads them, each of the own units, for a purpose; every look is written down`()
        async throws
    {
        #expect(Self.table.count == Role.allCases.count)
        let office = try await PrivateOffice()
        let registers = office.definitions.all.filter(\.isConfidential).sorted { $0.key < $1.key }
        #expect(registers.map(\.key.text) == Self.confidential)
        for register in registers {
            let own = try await office.record(in: register, of: office.own, showing: PrivateOffice.open)
            let other = try await office.record(in: register, of: office.other, showing: PrivateOffice.open)
            for row in Self.table { try await check(row, register, own, other, office) }
        }
        // Of the journal auditors see what was done, and nothing that tells who somebody is.
        for row in Self.table {
            let browser = try await office.browser(row.role)
            for path in ["/nhat-ky?viec=record", "/nhat-ky.csv?viec=record"] {
                let page = try await browser.get(path)
                #expect(page.status == (row.journal ? 200 : 403))
                #expect(!page.text.contains(PrivateOffice.open), "\(row.role) \(path)")
            }
        }
    }

    private func check(
        _ row: Row, _ register: Definition, _ own: RecordID, _ other: RecordID, _ office: PrivateOffice
    ) async throws {
        let browser = try await office.browser(row.role)
        let path = "/so/\(register.key)"
        let hidden = row.role == .administrator ? 403 : 404
        let before = try await looks(at: register, of: row.role, office)
        var expected = before

        // Lists, charts, files.
        for view in ["", "?q=Qu%E1%BB%81nh", ".csv", ".json", ".xlsx", "/bieu-do"] {
            let page = try await browser.get(path + view)
            #expect(page.status == (row.own ? 200 : hidden), "\(row.role) \(path)\(view)")
            if row.own { expected += 1 }
            guard ["", ".json"].contains(view) else { continue }
            func has(_ id: RecordID) -> Bool {
                page.text.contains(view == ".json" ? "\"id\":\(id.rawValue)," : "\(path)/\(id.rawValue)\"")
            }
            #expect(has(own) == row.own && has(other) == row.other, "\(row.role) \(path)\(view)")
        }

        // A figure, and the records that make it up.
        if let figure = register.figures.first(where: { $0.measure == .count && $0.lines == nil }) {
            let page = try await browser.get("/so-lieu/\(figure.name)")
            #expect(page.status == (row.figures ? 200 : 403), "\(row.role) \(figure.name)")
            let isShown = page.text.contains("\(path)/\(own.rawValue)\"")
            #expect(row.own || !isShown, "\(row.role) \(figure.name)")
            #expect(row.other || !page.text.contains("\(path)/\(other.rawValue)\""))
            if row.own { expected += 1 }
        }

        // A view that is kept.
        let view = try await browser.post("\(path)/khung-nhin", ["ten": "Của tôi", "cau-hoi": "q=Nguyen+An&da-xoa=1"])
        #expect(view.status == (row.own ? 303 : hidden), "\(row.role) \(path)/khung-nhin")

        // A record: closed, then open; its form; its steps.
        for (id, isReadable) in [(own, row.own), (other, row.other)] {
            let record = "\(path)/\(id.rawValue)"
            let closed = try await browser.get(record)
            #expect(closed.status == (isReadable ? 200 : hidden), "\(row.role) \(record)")
            #expect(!closed.text.contains("history"), "\(row.role) \(record) is closed")
            let undone = try await browser.post("\(record)/hoan-tac", ["phien-ban": "1"])
            let mayRecord = AccessPolicy.reach(of: row.role, .record) != nil
            #expect(undone.status == (!mayRecord ? 403 : isReadable ? 422 : 404), "\(row.role) \(record)/hoan-tac")
            let mistaken = try await browser.post("\(record)/mo", ["muc-dich": "tò mò"])
            #expect([403, 404, 422].contains(mistaken.status), "\(row.role) \(record)/mo")
            let purpose = try #require(register.purposes.first).key.text
            let opened = try await browser.post("\(record)/mo", ["muc-dich": purpose])
            guard isReadable else {
                #expect([403, 404, 422].contains(opened.status), "\(row.role) \(record)/mo")
                continue
            }
            expected += 1
            #expect(opened.status == 303 && opened.location == record)
            // Once in a session.
            #expect(try await browser.get(record).text.contains("history"))
            #expect(try await browser.get("\(record)/sua").status == (row.edit ? 200 : 403))
            // And once in another.
            #expect(try await !office.browser(row.role).get(record).text.contains("history"))
            let shown = try await browser.post("\(record)/rieng-tu", ["muc-dich": purpose])
            #expect(shown.status == 200 && shown.text.contains("70420017"), "\(row.role) \(record)/rieng-tu")
            let isPrivate: ([FieldDefinition]) -> Bool = { $0.contains(where: \.isPrivate) }
            expected += 1 + register.lines.filter { isPrivate($0.fields) }.count
        }
        #expect(try await looks(at: register, of: row.role, office) == expected, "\(row.role) \(path)")
    }

    /// How many looks of a role the auditor is shown.
    private func looks(at register: Definition, of role: Role, _ office: PrivateOffice) async throws -> Int {
        var search = LookSearch()
        search.register = register.key.text
        let looks = try await office.store.read { [search] db in
            try search.looks(within: .everything, Portion(offset: 0, limit: 10_000), db)
        }
        return looks.filter { $0.actor.account == "Lê An \(role)" }.count
    }

    @Test func `Auditors see who looked at what and what for, not what was seen`() async throws {
        let office = try await PrivateOffice()
        let register = try #require(office.definitions.all.first { $0.key.text == "people-abroad" })
        let id = try await office.record(in: register, of: office.own)
        let officer = try await office.browser(.officer), path = "/so/people-abroad/\(id.rawValue)"
        #expect(try await officer.get("/so/people-abroad?q=Khu%E1%BA%A9ng").status == 200)
        #expect(try await officer.post("\(path)/mo", ["muc-dich": "contact"]).status == 303)
        #expect(try await officer.post("\(path)/rieng-tu", ["muc-dich": "contact"]).status == 200)
        let auditor = try await office.browser(.auditor)
        let page = try await auditor.get("/nhat-ky/luot-xem?so=people-abroad").text
        for text in [
            "Lê An officer", "Người Việt Nam ở nước ngoài #\(id.rawValue)", "Mở cả bản ghi", "Thư điện tử",
            "Giữ liên lạc, gửi thư mời, thư chúc mừng", "/so/people-abroad?q=%E2%80%A2",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        for secret in PrivateOffice.secrets { #expect(!page.contains(secret)) }
        #expect(try await auditor.get("/nhat-ky/luot-xem?so=ideas").text.contains("Không có lượt xem nào"))
        #expect(try await auditor.get("/nhat-ky/luot-xem.csv").text.contains("people-abroad"))
        #expect(try await officer.get("/nhat-ky/luot-xem").status == 403)
    }
}

extension Actor {
    fileprivate var account: String? {
        if case .holder(let account, _, _) = self { account.name } else { nil }
    }
}
