import HTTPTypes
import Markup
import Office
import Registers
import Storage
package import Web
import WorkCalendar

/// All figures of a window for programs: what `nhipcau figures --json` says, within the scope of who asks.
extension FigurePages {
    private static let path = "/api/figures"

    func addAPI(to routes: inout DeskRoutes) {
        routes.getJSON(Self.path, .may(.readRecords)) { [self] call in
            let name = AskedFigures.window
            let others = call.address.items.filter { $0.name != name }
            let asked = call.address[name].map { Window(asked: $0) } ?? PartialDate.year(call.day.year).window
            guard let window = asked, others.isEmpty else {
                throw WebFailure(.badRequest, "api.no-filter", ["name": others.first?.name ?? name])
            }
            var question = FigureQuestion(window, within: call.scope(.readRecords))
            // What is confidential is for people, whoever the program works for.
            question.hidesSmall = true
            let list = try await desk.store.read { [question] db in
                let finder = try FigureFinder(Figures(of: definitions.definitions(db)), db)
                return try memory.list(question, finder, db)
            }
            var json = JSONWriter(indentation: 0)
            json.object { list.write(to: &$0, in: call.words.language) }
            return .json(json)
        }
    }

    /// As OpenAPI describes it.
    package static func operation(_ words: Words) -> APIOperation {
        let figure = APISchema.object([
            ("name", .kind(.text), nil), ("label", .kind(.text), nil), ("value", .optional(.kind(.decimal)), nil),
            ("unit", .optional(.kind(.text)), nil),
        ])
        return APIOperation(
            path, id: "figures", words("figures.title"),
            [
                APIOperation.Parameter(
                    AskedFigures.window, words("figures.window"),
                    .pattern("^[12][0-9]{3}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$"))
            ],
            answer: .object([
                ("window", .object([("from", .kind(.day), nil), ("to", .kind(.day), nil)]), nil),
                ("figures", .list(figure), nil),
            ]))
    }
}
