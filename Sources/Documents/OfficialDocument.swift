package import Paper
package import WorkCalendar

/// What was read of one official document (văn bản). Absent is `nil` or empty, never a guess.
package struct OfficialDocument: Sendable {
    /// What its head and foot say.
    package var header: DocumentHeader
    /// Every other document named, once each, in order of first mention.
    package var citations: [Citation] = []
    /// What it tells bodies to do, in order of the text.
    package var assignments: [Assignment] = []
    /// Standing duties to report, in order of the text.
    package var reporting: [ReportingDuty] = []
    /// The quantities that the text states, in its order.
    package var figures: [StatedFigure] = []
    /// Tables that assign nothing.
    package var tables: [PlainTable] = []
    /// What a careful clerk would query.
    package var findings: [Finding] = []

    /// All of its parts.
    package init(header: DocumentHeader) { self.header = header }
}

/// Kinds of documents by their type name (Nghị định 30/2020/NĐ-CP, Điều 7); raw values are those of the JSON contract.
package enum DocumentType: String, Sendable, CaseIterable {
    case directive, decision, resolution, plan, report, officialLetter, notice, programme, regulation, invitation
    case minutes, agreement, other
}

/// What the head and the foot of a document say of it.
package struct DocumentHeader: Sendable, Equatable {
    /// By the type line, else by the symbol.
    package var type: DocumentType = .other
    /// Written out in full: "Ủy ban nhân dân thành phố Hải Phòng".
    package var issuer: String?
    /// The line above the issuer, as written.
    package var parentIssuer: String?
    /// As cited: "243/KH-UBND"; `nil` where the document leaves it blank.
    package var number: String?
    /// "KH-UBND"; kept even where the number is blank.
    package var symbol: String?
    /// Of issue: "Hải Phòng".
    package var place: String?
    /// `nil` where any part is blank.
    package var date: Day?
    /// The year alone, where only that is filled in.
    package var year: Int?
    /// The subject under the type, or an official letter's V/v.
    package var title: String?
    /// Who signed; `nil` where no signing block was found.
    package var signer: Signer?
    /// Nơi nhận, one line each, without dash and closing sign.
    package var recipients: [String] = []
    /// Kính gửi, one body or collective each, as written.
    package var addressees: [String] = []
    /// Number of pages; `nil` in formats that have none of their own.
    package var pages: Int?

    /// A header of which nothing is known.
    package init() {}
}

/// The signing block.
package struct Signer: Sendable, Equatable {
    /// "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"
    package var capacity: String?
    /// The office of the person: "PHÓ CHỦ TỊCH".
    package var position: String?
    /// The person, as written under the signature.
    package var name: String?

    /// All of its parts.
    package init(capacity: String? = nil, position: String? = nil, name: String? = nil) {
        self.capacity = capacity
        self.position = position
        self.name = name
    }
}

/// A named document, as first cited.
package struct Citation: Sendable, Equatable {
    /// "11/CT-TTg"
    package var number: String
    /// By the name before the number, else by its symbol.
    package var type: DocumentType
    /// Of issue; `nil` where the mention does not say it whole.
    package var date: Day?
    /// Who issued it, as far as the text says or its number tells.
    package var issuer: String?
    /// Where it is first named.
    package var place: Place
    /// Every mention with what that mention says of it, the first included.
    package var mentions: [Mention]

    /// One place where a document is named.
    package struct Mention: Sendable, Equatable {
        /// Of issue; `nil` where the mention does not say it whole.
        package var date: Day?
        /// Who issued it, as far as the text says or its number tells.
        package var issuer: String?
        /// Where it stands.
        package var place: Place
        /// All of its parts.
        package init(date: Day?, issuer: String?, place: Place) {
            self.date = date
            self.issuer = issuer
            self.place = place
        }
    }

    /// All of its parts.
    package init(
        number: String, type: DocumentType, date: Day?, issuer: String?, place: Place, mentions: [Mention] = []
    ) {
        self.number = number
        self.type = type
        self.date = date
        self.issuer = issuer
        self.place = place
        self.mentions = mentions
    }
}

/// Something a document tells a body to do (nhiệm vụ).
package struct Assignment: Sendable, Equatable {
    /// A row of a task table, or a duty in the text.
    package enum Part: String, Sendable { case annex, body }
    /// Where in the document it stands.
    package var part: Part
    /// The heading it stands under, numbering kept.
    package var group: String?
    /// The task, without its number.
    package var text: String
    /// Bodies as written (chủ trì).
    package var lead: [String] = []
    /// Bodies as written (phối hợp).
    package var coordinate: [String] = []
    /// What is to come of it (sản phẩm).
    package var deliverable: String?
    /// When it is due.
    package var deadline: Deadline = .none
    /// Where it stands.
    package var place: Place
    /// Other places it runs through, for a row broken over a page.
    package var continues: [Place] = []

    /// All of its parts.
    package init(part: Part, group: String?, text: String, place: Place) {
        self.part = part
        self.group = group
        self.text = text
        self.place = place
    }
}

/// A standing duty to report (chế độ báo cáo).
package struct ReportingDuty: Sendable, Equatable {
    /// Bodies that report, as written.
    package var who: [String]
    /// Who is reported to.
    package var to: String?
    /// The body through which it goes (qua …).
    package var via: String?
    /// When it is due.
    package var deadline: Deadline
    /// Where it stands.
    package var place: Place
    /// The sentence that sets it, on one line.
    package var text: String

    /// All of its parts.
    package init(who: [String], to: String?, via: String?, deadline: Deadline, place: Place, text: String = "") {
        self.who = who
        self.to = to
        self.via = via
        self.deadline = deadline
        self.place = place
        self.text = text
    }
}

/// A quantity that a text states (số liệu): never altered, only read.
package struct StatedFigure: Sendable, Equatable {
    /// The number, "3,5 triệu" as 3.5 of its unit.
    package var value: Double
    /// "đoàn", "triệu USD", "quốc gia và vùng lãnh thổ"
    package var unit: String?
    /// What is counted, in the words of the text.
    package var of: String?
    /// khoảng, gần, hơn, trên, ước …
    package var isApproximate: Bool
    /// Where it stands.
    package var place: Place
    /// The label of the footnote it stands in.
    package var footnote: String?

    /// All of its parts.
    package init(
        value: Double, unit: String?, of: String?, isApproximate: Bool, place: Place, footnote: String? = nil
    ) {
        self.value = value
        self.unit = unit
        self.of = of
        self.isApproximate = isApproximate
        self.place = place
        self.footnote = footnote
    }
}

/// A table that assigns nothing, as cells.
package struct PlainTable: Sendable, Equatable {
    /// The line that names it.
    package var title: String?
    /// The cells of its head, one a column.
    package var header: [String]
    /// The rows under the head, as many cells each.
    package var rows: [[String]]
    /// Where it stands.
    package var place: Place

    /// All of its parts.
    package init(title: String?, header: [String], rows: [[String]], place: Place) {
        self.title = title
        self.header = header
        self.rows = rows
        self.place = place
    }
}
