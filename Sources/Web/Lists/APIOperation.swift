package import Markup

/// Something that programs can ask for besides lists, as it is described: its address, what can be asked of it, what it answers.
package struct APIOperation: Sendable {
    /// What stands in the path or is asked.
    package struct Parameter: Sendable {
        let name: String
        let description: String
        let schema: APISchema
        let isInPath: Bool

        /// - Parameters:
        ///   - description: In the language of the description.
        ///   - isInPath: Whether it stands in the path, in braces.
        package init(_ name: String, _ description: String, _ schema: APISchema, isInPath: Bool = false) {
            self.name = name
            self.description = description
            self.schema = schema
            self.isInPath = isInPath
        }
    }

    let path: String
    let id: String
    let summary: String
    let parameters: [Parameter]
    let answer: APISchema

    /// - Parameters:
    ///   - path: With names in braces where parameters stand.
    ///   - id: Names it among all operations.
    ///   - summary: What it gives.
    package init(_ path: String, id: String, _ summary: String, _ parameters: [Parameter] = [], answer: APISchema) {
        self.path = path
        self.id = id
        self.summary = summary
        self.parameters = parameters
        self.answer = answer
    }

    func write(to json: inout JSONWriter, _ words: Words) {
        json.object("get") { json in
            json.member("operationId", id)
            json.member("summary", summary)
            json.array("parameters") { json in
                for parameter in parameters {
                    json.element { json in
                        json.member("name", parameter.name)
                        json.member("in", parameter.isInPath ? "path" : "query")
                        if parameter.isInPath { json.member("required", true) }
                        json.member("description", parameter.description)
                        json.object("schema") { parameter.schema.write(to: &$0) }
                    }
                }
            }
            json.object("responses") { json in
                json.object("200") { json in
                    json.member("description", summary)
                    json.object("content") { json in
                        json.object("application/json") { $0.object("schema") { answer.write(to: &$0) } }
                    }
                }
                APIDescription.writeProblems(
                    APIDescription.problems + (parameters.contains(where: \.isInPath) ? ["404"] : []), words, &json)
            }
        }
    }
}

/// What a value of an answer is (JSON Schema 2020-12).
package indirect enum APISchema: Sendable {
    /// A value of a list.
    case kind(ListingKind)
    /// A text of this pattern.
    case pattern(String)
    /// A whole number between two.
    case whole(least: Int, most: Int?)
    /// Several.
    case list(APISchema)
    /// An object with these members, all of which are there; what a member is called for people may be said.
    case object([(name: String, schema: APISchema, title: String?)])
    /// That, or nothing.
    case optional(APISchema)

    /// The members of the schema.
    package func write(to json: inout JSONWriter) { write(to: &json, canBeAbsent: false) }

    private func write(to json: inout JSONWriter, canBeAbsent: Bool) {
        func type(_ name: String) {
            if canBeAbsent { json.member("type", [name, "null"]) } else { json.member("type", name) }
        }
        switch self {
        case .kind(let kind): kind.writeSchema(to: &json, canBeAbsent: canBeAbsent)
        case .pattern(let pattern):
            type("string")
            json.member("pattern", pattern)
        case .whole(let least, let most):
            type("integer")
            json.member("minimum", least)
            if let most { json.member("maximum", most) }
        case .list(let element):
            type("array")
            json.object("items") { element.write(to: &$0) }
        case .object(let members):
            type("object")
            json.object("properties") { json in
                for member in members {
                    json.object(member.name) { json in
                        member.schema.write(to: &json)
                        if let title = member.title { json.member("description", title) }
                    }
                }
            }
            json.member("required", members.map(\.name))
        case .optional(let schema): schema.write(to: &json, canBeAbsent: true)
        }
    }
}
