import HTTPTypes
import Markup
import Storage
package import Web

extension OfficeList {
    /// A page of the list as JSON: its rows, and where the next ones are.
    package func page(_ call: Call, _ desk: Desk) async throws -> Answer {
        try check(call.address)
        let limit =
            try number(APIDescription.limit, of: call, in: 1...APIDescription.mostRows) ?? APIDescription.usualRows
        // Whoever goes further narrows the question.
        let page = try number(APIDescription.page, of: call, in: 1...1_000_000 / limit) ?? 1
        let found = try await desk.store.read { db in
            try rows(call, Portion(offset: (page - 1) * limit, limit: limit + 1), db)
        }
        var json = JSONWriter(indentation: 0)
        json.object { json in
            json.array("items") { json in
                for row in found.prefix(limit) { listing.write(row, to: &json) }
            }
            let next = call.address.with(APIDescription.page, String(page + 1))
            json.member("next", found.count > limit ? next.description : nil)
        }
        return .json(json)
    }

    /// Who looks at a page sees what was not understood; a program would take all rows for those it asked for.
    private func check(_ address: PageAddress) throws {
        let filters = Dictionary(uniqueKeysWithValues: listing.outline.filters.map { ($0.name, $0) })
        for item in address.items where ![APIDescription.page, APIDescription.limit].contains(item.name) {
            guard let filter = filters[item.name], item.value.isEmpty || filter.kind.takes(item.value) else {
                throw WebFailure(.badRequest, "api.no-filter", ["name": item.name])
            }
        }
    }

    private func number(_ name: String, of call: Call, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = call.address[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw WebFailure(
                .badRequest, "api.no-number",
                ["name": name, "least": String(range.lowerBound), "most": String(range.upperBound)])
        }
        return number
    }
}
