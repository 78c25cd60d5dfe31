import Markup
import Storage
package import Web

/// What explains to people how programs ask, and to programs what they can ask. Declared after all lists.
package struct APIPages: Sendable {
    let desk: Desk
    let more: @Sendable (Words) async throws -> [APIOperation]

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - more: What programs can ask for besides lists.
    package init(_ desk: Desk, more: @escaping @Sendable (Words) async throws -> [APIOperation] = { _ in [] }) {
        self.desk = desk
        self.more = more
    }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        let lists = routes.lists
        routes.get("/api", .signedIn) { [self] call in
            desk.page(page(lists, call), call)
        }
        routes.openGet("/api/openapi.json") { [self] call in
            .json(
                APIDescription(lists, try await more(call.words)).json(
                    address: desk.site.address, words: call.words))
        }
    }

    private func page(_ lists: [ListingOutline], _ call: Call) -> Page {
        let words = call.words
        return Page(words("api.title")) { html in
            html.element("p", text: words("api.description"))
            html.element("p", text: words("api.more"))
            html.element("p") { html in
                html.element("a", .href(TokenPages.address), text: words("token.title"))
                html.text(" · ")
                html.element("a", .href("/api/openapi.json"), text: words("api.openapi"))
            }
            html.element("pre", Attribute("tabindex", "0")) { html in
                html.element(
                    "code",
                    text: """
                        curl -H "Authorization: Bearer $TOKEN" '\(desk.site.address)/api/\(lists.first?.key ?? "…")?limit=20'
                        """)
            }
            html.table(
                caption: words("api.lists"),
                head: ["list", "address", "filters"].map { Column(words("api.column.\($0)")) }
            ) { html in
                for list in lists {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row"), text: words(list.title))
                        html.element("td") { $0.element("code", text: "/api/\(list.key)") }
                        html.element("td") { html in
                            html.element(
                                "code",
                                text: (list.filters.map(\.name) + [APIDescription.page, APIDescription.limit])
                                    .joined(separator: ", "))
                        }
                    }
                }
            }
        }
    }
}
