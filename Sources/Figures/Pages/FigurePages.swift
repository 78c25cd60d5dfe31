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
    private let memory = FigureMemory()

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
        routes.get(FigurePaths.index, .may(.readRecords), reading: { [self] in try list($0, $1) }) {
            desk.page($0.view($1), $1)
        }
        routes.get("\(FigurePaths.index)/{figure}", .may(.readRecords), reading: { [self] in try one($0, $1) }) {
            page, call in
            // Who sees the records of a confidential register is written down, here as in its list.
            if page.showsConfidential {
                try await desk.store.write { db in
                    try ListLook.note(
                        .figure, of: page.register, asked: call.address.description, by: call.act, db)
                }
            }
            return desk.page(page.view(call, desk.site), call)
        }
    }

    private func list(_ call: Call, _ db: Transaction) throws -> FiguresPage {
        let asked = AskedWindow(call)
        var question = FigureQuestion(asked.window, within: call.scope(.readRecords))
        question.hidesSmall = !call.may(.readConfidential)
        let finder = try FigureFinder(Figures(of: definitions.definitions(db)), db)
        return FiguresPage(
            asked: asked, now: try memory.list(question, finder, db),
            before: try memory.list(question.yearBefore, finder, db))
    }

    private func one(_ call: Call, _ db: Transaction) throws -> FigurePage {
        let finder = try FigureFinder(Figures(of: definitions.definitions(db)), db)
        guard let declared = finder.figures[call.text("figure")] else { throw WebFailure.notFound }
        let writing = ValueWriting(
            words: call.words, directory: call.directory, day: call.day, countries: countries)
        return try FigurePage(declared, AskedWindow(call), finder, writing, call, db)
    }
}

/// Where the pages of figures are.
package enum FigurePaths {
    /// Số liệu.
    package static let index = "/so-lieu"
    static let window = "ky"
    static let group = "theo"

    static func figure(_ name: String) -> String { "\(index)/\(name)" }
}

/// Figures are asked again with every page and cost a walk through each register.
private final class FigureMemory: Sendable {
    private let lists = Remembered<FigureQuestion, FigureList>(
        limit: 60, ignoring: ["account", "position", "upload", "file"])

    func list(_ question: FigureQuestion, _ finder: FigureFinder, _ db: Transaction) throws -> FigureList {
        try lists.answer(to: question, db) { try FigureList(question, finder, db) }
    }
}

/// The window that an address asks: this year where it asks none.
struct AskedWindow: Sendable {
    /// As it stands in the address and the field.
    let text: String
    let window: Window
    /// Whether what was asked is no window.
    let isMisread: Bool

    init(_ call: Call) {
        let asked = (call.address[FigurePaths.window] ?? "").filter { !$0.isWhitespace }
        let usual = String(call.day.year)
        let found = Window(asked: asked)
        isMisread = found == nil && !asked.isEmpty
        text = found == nil && !isMisread ? usual : asked
        window = found ?? PartialDate.year(call.day.year).window
    }
}
