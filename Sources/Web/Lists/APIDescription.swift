package import Markup

/// What programs can ask, as OpenAPI 3.1 says it: made from the lists themselves.
package struct APIDescription: Sendable {
    private let lists: [ListingOutline]
    private let operations: [APIOperation]

    /// The most rows of one answer.
    package static let mostRows = 200
    /// How many rows an answer has where nothing is asked.
    package static let usualRows = 50
    /// The name of the page in an address.
    package static let page = "trang"
    /// The name of the number of rows.
    package static let limit = "limit"

    /// What can go wrong with every operation.
    static let problems = ["400", "401", "403", "422", "429", "503"]

    /// All that programs can ask for.
    package init(_ lists: [ListingOutline], _ operations: [APIOperation] = []) {
        self.lists = lists
        self.operations = operations
    }

    /// Writes it.
    /// - Parameter address: Of the server, as people reach it.
    package func json(address: String, words: Words) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.member("openapi", "3.1.0")
            json.object("info") { json in
                json.member("title", words("api.title"))
                json.member("version", "1")
                json.member("description", words("api.description"))
            }
            json.array("servers") { json in json.element { $0.member("url", address) } }
            json.array("security") { json in json.element { $0.array("token") { _ in } } }
            json.object("paths") { json in
                for list in lists { json.object("/api/\(list.key)") { path(list, words, &$0) } }
                for operation in operations { json.object(operation.path) { operation.write(to: &$0, words) } }
            }
            json.object("components") { json in
                json.object("securitySchemes") { json in
                    json.object("token") { json in
                        json.member("type", "http")
                        json.member("scheme", "bearer")
                    }
                }
                json.object("schemas") { json in
                    json.object("Problem") { problem(&$0) }
                    for list in lists { json.object(list.schemaName) { row(list, words, &$0) } }
                }
            }
        }
        return json
    }

    private func path(_ list: ListingOutline, _ words: Words, _ json: inout JSONWriter) {
        json.object("get") { json in
            json.member("operationId", list.key)
            json.member("summary", words(list.title))
            json.array("parameters") { json in
                for filter in list.filters {
                    json.element { json in
                        parameter(filter.name, words(filter.title), &json) { json in
                            guard filter.isRepeated else {
                                return filter.kind.writeSchema(to: &json, canBeAbsent: false)
                            }
                            json.member("type", "array")
                            json.object("items") { filter.kind.writeSchema(to: &$0, canBeAbsent: false) }
                        }
                    }
                }
                json.element { json in
                    parameter(Self.page, words("api.page"), &json) { whole(1, nil, &$0) }
                }
                json.element { json in
                    parameter(Self.limit, words("api.limit"), &json) { whole(1, Self.mostRows, &$0) }
                }
            }
            json.object("responses") { json in
                json.object("200") { json in
                    json.member("description", words(list.title))
                    content("application/json", &json) { answer(list, &$0) }
                }
                Self.writeProblems(Self.problems, words, &json)
            }
        }
    }

    static func writeProblems(_ statuses: [String], _ words: Words, _ json: inout JSONWriter) {
        for status in statuses {
            json.object(status) { json in
                json.member("description", words("api.problem.\(status)"))
                json.object("content") { json in
                    json.object("application/problem+json") { json in
                        json.object("schema") { $0.member("$ref", "#/components/schemas/Problem") }
                    }
                }
            }
        }
    }

    private func parameter(
        _ name: String, _ description: String, _ json: inout JSONWriter, schema: (inout JSONWriter) -> Void
    ) {
        json.member("name", name)
        json.member("in", "query")
        json.member("description", description)
        json.object("schema", schema)
    }

    private func whole(_ least: Int, _ most: Int?, _ json: inout JSONWriter) {
        json.member("type", "integer")
        json.member("minimum", least)
        if let most { json.member("maximum", most) }
    }

    private func content(_ type: String, _ json: inout JSONWriter, schema: (inout JSONWriter) -> Void) {
        json.object("content") { json in json.object(type) { $0.object("schema", schema) } }
    }

    private func answer(_ list: ListingOutline, _ json: inout JSONWriter) {
        json.member("type", "object")
        json.object("properties") { json in
            json.object("items") { json in
                json.member("type", "array")
                json.object("items") { $0.member("$ref", "#/components/schemas/\(list.schemaName)") }
            }
            json.object("next") { json in
                json.member("type", ["string", "null"])
                json.member("format", "uri-reference")
            }
        }
        json.member("required", ["items", "next"])
    }

    private func row(_ list: ListingOutline, _ words: Words, _ json: inout JSONWriter) {
        json.member("type", "object")
        json.object("properties") { json in
            for column in list.columns {
                json.object(column.key) { json in
                    column.kind.writeSchema(to: &json, canBeAbsent: column.kind != .texts)
                    json.member("description", words(column.title))
                }
            }
        }
        json.member("required", list.columns.map(\.key))
    }

    /// RFC 9457.
    private func problem(_ json: inout JSONWriter) {
        json.member("type", "object")
        json.object("properties") { json in
            for name in ["type", "title", "detail", "instance"] { json.object(name) { $0.member("type", "string") } }
            json.object("status") { $0.member("type", "integer") }
        }
        json.member("required", ["type", "title", "status"])
    }
}

extension ListingOutline {
    /// "WorkRow"
    fileprivate var schemaName: String {
        key.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "Row"
    }
}
