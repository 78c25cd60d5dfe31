import Paper
import Wording
import WorkCalendar

/// The objects of the JSON contract of `nhipcau read --json` (docs/reading.md), as they are read back.
struct ReadingParts: Decodable {
    let document: Header
    let citations: Bounded<Cited>
    let assignments: Bounded<Assigned>
    let reporting: Bounded<Reported>
    let figures: Bounded<Stated>
    let tables: Bounded<Tabled>
    let findings: Bounded<Found>

    struct Header: Decodable {
        let type: SafeWord<DocumentType>
        let issuer, parentIssuer, number, symbol, place: SafeText?
        let date: SafeDay?
        let title: SafeText?
        let signer: Signed?
        let recipients: Bounded<SafeText>
        let pages: Int?
    }

    struct Signed: Decodable {
        let capacity, position, name: SafeText?
    }

    struct Cited: Decodable {
        let number: SafeText
        let type: SafeWord<DocumentType>
        let date: SafeDay?
        let issuer: SafeText?
    }

    struct Assigned: Decodable {
        let part: SafeWord<Assignment.Part>
        let group: SafeText?
        let text: SafeText
        let lead, coordinate: Bounded<SafeText>
        let deliverable: SafeText?
        let deadline: Due
        let quote: At
    }

    struct Reported: Decodable {
        let who: Bounded<SafeText>
        let to, via: SafeText?
        let deadline: Due
        let quote: At
    }

    struct Stated: Decodable {
        let value: Double
        let unit, of: SafeText?
        let approximate: Bool
        let quote: At
    }

    struct Tabled: Decodable {
        let title: SafeText?
        let header: Bounded<SafeText>
        let rows: Bounded<Bounded<SafeText>>
    }

    struct Found: Decodable {
        let rule: SafeText
        let severity: SafeWord<Finding.Severity>
        let message: SafeText
        let at: Bounded<At>
    }

    struct Due: Decodable {
        let raw: SafeText?
        let kind: SafeWord<Deadline.Kind>
        let due: SafeDay?
        let from, to: SafeYear?
    }

    struct At: Decodable {
        let page: Int?
        let line: Int
    }
}

extension ReadingParts {
    /// The document that the parts are.
    var official: OfficialDocument {
        get throws {
            var official = OfficialDocument(header: document.header)
            official.citations = citations.values.map(\.citation)
            official.assignments = try assignments.values.map { try $0.assignment }
            official.reporting = try reporting.values.map { try $0.duty }
            official.figures = try figures.values.map { try $0.figure }
            official.tables = tables.values.map(\.table)
            official.findings = try findings.values.map { try $0.finding }
            return official
        }
    }
}

extension ReadingParts.Header {
    fileprivate var header: DocumentHeader {
        var header = DocumentHeader()
        header.type = type.word
        header.issuer = issuer?.text
        header.parentIssuer = parentIssuer?.text
        header.number = number?.text
        header.symbol = symbol?.text
        header.place = place?.text
        header.date = date?.day
        header.title = title?.text
        header.signer = signer.map {
            Signer(capacity: $0.capacity?.text, position: $0.position?.text, name: $0.name?.text)
        }
        header.recipients = recipients.texts
        header.pages = pages
        return header
    }
}

extension ReadingParts.Cited {
    /// Where it is mentioned is not in the contract.
    fileprivate var citation: Citation {
        Citation(
            number: number.text, type: type.word, date: date?.day, issuer: issuer?.text, place: Place(line: 1))
    }
}

extension ReadingParts.Assigned {
    fileprivate var assignment: Assignment {
        get throws {
            var assignment = Assignment(
                part: part.word, group: group?.text, text: text.text, place: try quote.place)
            assignment.lead = lead.texts
            assignment.coordinate = coordinate.texts
            assignment.deliverable = deliverable?.text
            assignment.deadline = try deadline.deadline
            return assignment
        }
    }
}

extension ReadingParts.Reported {
    fileprivate var duty: ReportingDuty {
        get throws {
            ReportingDuty(
                who: who.texts, to: to?.text, via: via?.text, deadline: try deadline.deadline, place: try quote.place)
        }
    }
}

extension ReadingParts.Stated {
    fileprivate var figure: StatedFigure {
        get throws {
            StatedFigure(
                value: value, unit: unit?.text, of: of?.text, isApproximate: approximate, place: try quote.place)
        }
    }
}

extension ReadingParts.Tabled {
    /// Where it stands is not in the contract.
    fileprivate var table: PlainTable {
        PlainTable(title: title?.text, header: header.texts, rows: rows.values.map(\.texts), place: Place(line: 1))
    }
}

extension ReadingParts.Found {
    /// A finding that says itself what it has to say: a message without an entry in the catalogue is its own text.
    fileprivate var finding: Finding {
        get throws {
            Finding(
                rule: rule.text, severity: severity.word, message: Message(message.text),
                at: try at.values.map { try $0.place })
        }
    }
}

extension ReadingParts.Due {
    fileprivate var deadline: Deadline {
        get throws {
            if let from, let to, from.year > to.year { throw MalformedReading(detail: "deadline") }
            return Deadline(raw: raw?.text, kind: kind.word, due: due?.day, from: from?.year, to: to?.year)
        }
    }
}

extension ReadingParts.At {
    fileprivate var place: Place {
        get throws {
            guard line >= 1, page ?? 1 >= 1 else { throw MalformedReading(detail: "quote") }
            return Place(page: page, line: line)
        }
    }
}

extension Bounded<SafeText> {
    fileprivate var texts: [String] { values.map(\.text) }
}

extension OfficialDocument {
    /// Every place that it names.
    var places: [Place] {
        assignments.map(\.place) + reporting.map(\.place) + figures.map(\.place) + findings.flatMap(\.at)
    }
}
