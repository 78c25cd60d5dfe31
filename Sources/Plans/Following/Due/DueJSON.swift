import Markup
import WorkCalendar

extension DueAnswer {
    /// The JSON that scripts rely on (contracts: `nhipcau due --json`).
    package var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("asOf", question.day.description)
            json.object("counts") { json in
                for state in OccurrenceState.allCases { json.member(state.rawValue, counts[state]) }
            }
            json.array("items") { json in
                for line in lines { json.element { line.write(to: &$0) } }
            }
        }
        return json.bytes
    }
}

extension DueAnswer.Line {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("occurrence", String(item.occurrence))
        json.member("unit", unit)
        json.member("role", item.role.rawValue)
        json.member("text", item.text)
        json.member("due", item.due?.description)
        json.member("state", item.state.rawValue)
        json.member("document", item.document)
        json.member("quote", item.quote)
    }
}
