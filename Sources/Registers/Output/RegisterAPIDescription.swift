import Office
import Storage
package import Web
import Wording

/// What programs can ask of registers, made from their definitions.
extension RegisterPages {
    /// As OpenAPI describes it: the registers, and the records of each.
    package func operations(_ words: Words) async throws -> [APIOperation] {
        let open = try await desk.store.read { try definitions.definitions($0) }.all.filter(\.isOpenToPrograms)
        let path = "/api/registers"
        let head: [(name: String, schema: APISchema, title: String?)] = ["key", "name", "about", "group"].map {
            ($0, .kind(.text), nil)
        }
        let keys = APISchema.kind(.choice(ListingChoices(open.map(\.key.text), words: "")))
        let register = APIOperation.Parameter("register", words("register.section"), keys, isInPath: true)
        return [
            APIOperation(path, id: "registers", words("register.section"), answer: .page(of: .object(head))),
            APIOperation(
                "\(path)/{register}", id: "register", words("api.register"), [register],
                answer: .object(head + Definition.described)),
        ]
            + open.flatMap { definition -> [APIOperation] in
                let (name, key) = (definition.names[words.language], definition.key.text)
                let record = definition.described(words)
                return [
                    APIOperation(
                        "\(path)/\(key)/records", id: "\(key)-records", name, definition.parameters(words),
                        answer: .page(of: .object(record))),
                    APIOperation(
                        "\(path)/\(key)/records/{id}", id: "\(key)-record", definition.record[words.language],
                        [
                            APIOperation.Parameter(
                                "id", words("register.number"), .whole(least: 1, most: nil), isInPath: true)
                        ], answer: .object(record + [("lines", definition.describedLines(words), nil)])),
                ]
            }
    }
}

extension APISchema {
    fileprivate static func page(of element: APISchema) -> APISchema {
        .object([("items", .list(element), nil), ("next", .optional(.kind(.text)), nil)])
    }
}

extension Definition {
    private typealias Item = RegisterQuestion.Item

    fileprivate static var described: [(name: String, schema: APISchema, title: String?)] {
        func texts(_ names: String...) -> [(name: String, schema: APISchema, title: String?)] {
            names.map { ($0, .kind(.text), nil) }
        }
        let field = APISchema.object(
            texts("key", "kind", "name") + [
                ("required", .kind(.truth), nil), ("register", .optional(.kind(.text)), nil),
                ("choices", .list(.object(texts("key", "name"))), nil),
            ])
        return [
            ("fields", .list(field), nil),
            ("lines", .list(.object(texts("key", "name") + [("fields", .list(field), nil)])), nil),
            ("states", .list(.object(texts("key", "name") + [("closed", .kind(.truth), nil)])), nil),
            ("figures", .list(.kind(.text)), nil),
        ]
    }

    fileprivate func described(_ words: Words) -> [(name: String, schema: APISchema, title: String?)] {
        [
            ("id", .kind(.whole), words("register.number")), ("unit", .kind(.whole), words("register.unit")),
            ("state", stateSchema, words("register.state")), ("version", .kind(.whole), nil),
            ("recorded", .kind(.moment), nil), ("values", .object(openFields.map { $0.described(words) }), nil),
        ]
    }

    private var stateSchema: APISchema { .kind(.choice(ListingChoices(states.map(\.key.text), words: ""))) }

    fileprivate func describedLines(_ words: Words) -> APISchema {
        .object(
            lines.map { lines in
                (
                    lines.key.text, .list(.object(lines.openFields.map { $0.described(words) })),
                    lines.names[words.language]
                )
            })
    }

    fileprivate func parameters(_ words: Words) -> [APIOperation.Parameter] {
        var parameters = [APIOperation.Parameter(Item.words, words("register.words"), .kind(.text))]
        if display.day != nil {
            parameters += [
                APIOperation.Parameter(Item.from, words("register.from"), .kind(.day)),
                APIOperation.Parameter(Item.to, words("register.to"), .kind(.day)),
            ]
        }
        for facet in programFacets {
            let (name, schema): (String, APISchema) =
                switch facet {
                case .state: (words("register.state"), stateSchema)
                case .unit: (words("register.unit"), .whole(least: 1, most: nil))
                case .field(let key):
                    (self[key]?.names[words.language] ?? key.text, self[key]?.asked ?? .kind(.text))
                case .behaviour(let name):
                    (
                        words("behaviour.\(name)"),
                        .kind(
                            .choice(ListingChoices(sorting(name).map { type(of: $0).standings } ?? [], words: "")))
                    )
                }
            parameters.append(APIOperation.Parameter(Item.facet(facet), name, .list(schema)))
        }
        return parameters + [
            APIOperation.Parameter(RecordsAsked.after, words("api.after"), .whole(least: 1, most: nil)),
            APIOperation.Parameter(
                APIDescription.limit, words("api.limit"), .whole(least: 1, most: APIDescription.mostRows)),
        ]
    }
}

extension FieldDefinition {
    /// A value by which records are chosen.
    fileprivate var asked: APISchema {
        switch kind {
        case .choice, .choices: .kind(.choice(ListingChoices(choices.map(\.key.text), words: "")))
        case .country, .countries: .pattern("^[A-Z]{2}$")
        case .answer: .kind(.choice(ListingChoices(["yes", "no"], words: "")))
        case .whole: .kind(.whole)
        default: .whole(least: 1, most: nil)
        }
    }

    fileprivate func described(_ words: Words) -> (name: String, schema: APISchema, title: String?) {
        (key.text, .optional(schema), names[words.language])
    }

    private var schema: APISchema {
        switch kind {
        case .whole, .unit, .record: .kind(.whole)
        case .decimal: .kind(.decimal)
        case .day: .kind(.day)
        case .money: .object([("amount", .kind(.decimal), nil), ("currency", .kind(.text), nil)])
        case .period: .object([("from", .kind(.day), nil), ("to", .optional(.kind(.day)), nil)])
        case .answer: .object([("yes", .kind(.truth), nil), ("on", .optional(.kind(.day)), nil)])
        case .choice: .kind(.choice(ListingChoices(choices.map(\.key.text), words: "")))
        case .choices: .list(.kind(.choice(ListingChoices(choices.map(\.key.text), words: ""))))
        case .countries: .list(.pattern("^[A-Z]{2}$"))
        case .country: .pattern("^[A-Z]{2}$")
        default: .kind(.text)
        }
    }
}
