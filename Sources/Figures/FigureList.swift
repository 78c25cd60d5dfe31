package import Markup
import Registers
package import Storage
package import Wording
package import WorkCalendar

/// All figures with their values in a window, for a command and for programs (contract of `nhipcau figures`).
package struct FigureList: Sendable {
    /// A figure with its value.
    package struct Row: Sendable {
        /// What is counted, of which register.
        package let declared: Figures.Declared
        /// Its value.
        package let answer: FigureAnswer
    }

    /// The days.
    package let window: Window
    /// Register by register.
    package let rows: [Row]

    /// Finds all of them.
    /// - Parameter isPublic: Those alone that everybody may have, small numbers not told.
    package init(
        _ question: FigureQuestion, _ finder: FigureFinder, isPublic: Bool = false, _ db: Transaction
    ) throws {
        window = question.window
        var question = question
        if isPublic { question.hidesSmall = true }
        rows = try finder.figures.all.filter { !isPublic || $0.figure.isPublic }.map { [question] in
            Row(declared: $0, answer: try finder.answer($0, to: question, db))
        }
    }

    /// One object: the window, and the figures by their names.
    package func write(to json: inout JSONWriter, in language: Catalogue.Language) {
        json.object("window") { json in
            json.member("from", window.first.description)
            json.member("to", window.last.description)
        }
        json.array("figures") { json in
            for row in rows {
                let figure = row.declared.figure
                json.element { json in
                    json.member("name", figure.name)
                    json.member("label", figure.names[language])
                    json.member("value", row.answer.amount)
                    json.member("unit", figure.unit?[language])
                    if let below = row.answer.below {
                        json.member("below", below)
                    } else {
                        json.member("rows", row.answer.rows)
                    }
                }
            }
        }
    }

    /// For a terminal: the window, and a line for each figure.
    package func lines(_ language: Catalogue.Language) -> [String] {
        let width = rows.map { $0.declared.figure.name.count }.max() ?? 0
        return [window.vietnamese]
            + rows.map { row in
                let figure = row.declared.figure
                let name = figure.name.padding(to: width)
                let unit = figure.unit?[language] ?? figure.currency ?? ""
                let value = row.answer.amount?.decimal ?? row.answer.below.map { "< \($0)" } ?? "?"
                return "\(name)  \(value) \(unit)  (\(figure.names[language]))"
            }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
