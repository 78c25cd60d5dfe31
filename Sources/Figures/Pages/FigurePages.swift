package import Office
package import Registers
import Storage
import Web
import WorkCalendar

/// Số liệu: all figures of a window, and one figure opened to its records.
package struct FigurePages: Sendable {
    let desk: Desk
    let definitions: DefinitionKeeper
    let countries: CountryNames
    let memory = FigureMemory()

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - definitions: What registers there are.
    /// - Throws: where the names of countries are malformed, which a test forbids.
    package init(_ desk: Desk, definitions: DefinitionKeeper) throws {
        self.desk = desk
        self.definitions = definitions
        countries = CountryNames(try Countries.shipped())
    }

    /// Số liệu.
    package static let section = Desk.Section(
        "figures", title: "figures.title", address: FigurePaths.index, for: [.readRecords])

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        let desk = desk
        addAPI(to: &routes)
        routes.get(FigurePaths.index, .may(.readRecords), reading: { [self] in try list($0, $1) }) {
            desk.page($0.view($1), $1)
        }
        let one = "\(FigurePaths.index)/{figure}"
        routes.get(one, .may(.readRecords), reading: { [self] in try figure($0, $1) }) { [self] page, call in
            try await note(page, call)
            return desk.page(page.view(call, desk.site), call)
        }
        for format in ListingFormat.allCases {
            routes.get("\(FigurePaths.index).\(format.rawValue)", .may(.readRecords)) { [self] in
                try await listFile().file(format, $0, desk)
            }
            routes.get("\(one).\(format.rawValue)", .may(.readRecords)) { [self] in
                try await figureFile($0).file(format, $0, desk)
            }
        }
        routes.get("\(FigurePaths.index).json", .may(.readRecords)) { [self] in try await listFile().page($0, desk) }
        routes.get("\(one).json", .may(.readRecords)) { [self] in try await figureFile($0).page($0, desk) }
    }

    private func list(_ call: Call, _ db: Transaction) throws -> FiguresPage {
        let asked = AskedFigures(call)
        let finder = try FigureFinder(Figures(of: definitions.definitions(db)), db)
        return FiguresPage(
            asked: asked, chosen: Set(call.address.all(FigurePaths.chosen)),
            now: try memory.list(asked.question, finder, db),
            before: try memory.list(asked.questionBefore, finder, db))
    }

    private func figure(_ call: Call, _ db: Transaction) throws -> FigurePage {
        let finder = try FigureFinder(Figures(of: definitions.definitions(db)), db)
        guard let declared = finder.figures[call.text("figure")] else { throw WebFailure.notFound }
        let writing = ValueWriting(
            words: call.words, directory: call.directory, day: call.day, countries: countries)
        return try FigurePage(declared, finder, writing, call, db)
    }

    /// Who sees the records of a confidential register is written down, here as in its list.
    private func note(_ page: FigurePage, _ call: Call) async throws {
        guard page.showsConfidential else { return }
        try await desk.store.write { db in
            try ListLook.note(.figure, of: page.declared.register, asked: call.address.description, by: call.act, db)
        }
    }

    // MARK: Files

    private func listFile() -> OfficeList<FiguresPage.Row> {
        OfficeList(FiguresPage.listing, path: FigurePaths.index, access: .may(.readRecords)) {
            [self] call, portion, db in
            let page = try list(call, db)
            return Array(page.rows.dropFirst(portion.offset).prefix(portion.limit))
        }
    }

    private func figureFile(_ call: Call) async throws -> OfficeList<FigurePage.Row> {
        let page = try await desk.store.read { try figure(call, $0) }
        try await note(page, call)
        return OfficeList(
            page.listing, path: FigurePaths.figure(page.name), access: .may(.readRecords)
        ) { _, portion, _ in Array(page.rows.dropFirst(portion.offset).prefix(portion.limit)) }
    }
}

/// Where the pages of figures are.
package enum FigurePaths {
    /// Số liệu.
    package static let index = "/so-lieu"
    static let chosen = "chon"
    static let group = "theo", second = "theo-2", step = "buoc", narrowed = "loc-"

    static func figure(_ name: String) -> String { "\(index)/\(name)" }
}

/// Figures are asked again with every page and cost a walk through each register.
final class FigureMemory: Sendable {
    private let lists = Remembered<FigureQuestion, FigureList>(
        limit: 60, ignoring: ["account", "position", "upload", "file"])

    func list(_ question: FigureQuestion, _ finder: FigureFinder, _ db: Transaction) throws -> FigureList {
        try lists.answer(to: question, db) { try FigureList(question, finder, db) }
    }
}
