package import Markup
import Registers
package import Storage
package import Wording
import WorkCalendar

/// A figure divided by a field of its register, for a command and for programs.
package struct FigureParts: Sendable {
    /// What is divided.
    package let declared: Figures.Declared
    private let field: FieldDefinition
    private let question: FigureQuestion
    private let groups: [FigureGroup]

    /// - Parameters:
    ///   - text: "delegations-in.count:countries".
    ///   - isPublic: Of a figure that everybody may have, small numbers not told.
    /// - Returns: `nil` where there is no such figure, or its register has no such field to group by.
    package init?(
        asked text: String, _ question: FigureQuestion, _ finder: FigureFinder, isPublic: Bool = false,
        _ db: Transaction
    ) throws {
        var question = question
        if isPublic { question.hidesSmall = true }
        let names = text.split(separator: ":").map(String.init)
        guard names.count == 2, let declared = finder.figures[names[0]],
            let field = Key(names[1]).flatMap({ declared.register[$0] }), Kind.grouping.contains(field.kind),
            !field.isPrivate, !isPublic || declared.figure.isPublic
        else { return nil }
        self.declared = declared
        self.field = field
        self.question = question
        groups = try finder.groups(of: declared, by: [.field(field.key)], question, db)
    }

    /// One object: the window, the figure, the field, and the parts, the greatest first.
    package func write(to json: inout JSONWriter, in language: Catalogue.Language) {
        json.object("window") { json in
            json.member("from", question.window.first.description)
            json.member("to", question.window.last.description)
        }
        json.member("figure", declared.figure.name)
        json.member("field", field.key.text)
        json.array("parts") { json in
            for group in groups {
                json.element { json in
                    json.member("key", group.values[0].plain())
                    json.member("label", label(group, language))
                    json.member("value", group.answer.amount)
                    if let below = group.answer.below {
                        json.member("below", below)
                    } else {
                        json.member("rows", group.answer.rows)
                    }
                }
            }
        }
    }

    /// For a terminal: the window, the figure, and a line for each part.
    package func lines(_ language: Catalogue.Language) -> [String] {
        ["\(question.window.vietnamese)  \(declared.figure.names[language])"]
            + groups.map { "\($0.answer.amount?.decimal ?? "?")  \(label($0, language))" }
    }

    private func label(_ group: FigureGroup, _ language: Catalogue.Language) -> String {
        let key = group.values[0].plain()
        return field.choice(key)?.names[language] ?? key
    }
}
