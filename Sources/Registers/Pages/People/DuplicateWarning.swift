import Linkage
import Markup
import Office
import Web

/// At the form of a new record: who may be the same person. Of another unit's it is told only that there is one.
struct DuplicateWarning: Sendable {
    let request: RegisterRequest
    let likely: [LikelyRecord]

    private var words: Words { request.words }

    func write(to html: inout MarkupWriter) {
        guard !likely.isEmpty else { return }
        html.element("div", .class("notice warning duplicates"), Attribute("role", "status")) { html in
            html.element("div") { html in
                html.element("p") { $0.element("strong", text: words("duplicates.maybe")) }
                html.element("ul") { html in
                    for record in likely where isVisible(record) { html.element("li") { item(record, &$0) } }
                    if !likely.allSatisfy(isVisible) { html.element("li", text: words("duplicates.elsewhere")) }
                }
            }
        }
    }

    private func isVisible(_ record: LikelyRecord) -> Bool { request.readable.contains(record.unit) }

    private func item(_ record: LikelyRecord, _ html: inout MarkupWriter) {
        let name = request.name(request.definition.record)
        html.element(
            "a", .href(RegisterPaths.record(request.definition.key, record.record)), Attribute("target", "_blank"),
            Attribute("rel", "noopener"),
            text: "\(name.prefix(1).uppercased())\(name.dropFirst()) #\(record.record.rawValue)")
        html.text(" · \(request.writing.unit(record.unit)) · ")
        html.text(words(record.isLikely ? "duplicates.likely" : "duplicates.ask"))
        html.element("div", .class("quiet small"), text: Self.reasons(record.evidence, words))
    }

    /// "họ giống, tên khác dấu, năm sinh giống".
    static func reasons(_ evidence: [Linker.Evidence], _ words: Words) -> String {
        evidence.map { "\(words("linkage.\($0.part)")): \(words("linkage.is.\($0.outcome.kind)"))" }.joined(
            separator: "; ")
    }
}

extension Outcome {
    /// What people are told of it: outcomes that differ only in how sure they are share their words.
    var kind: String {
        switch self {
        case .same, .samePlain, .sameWords, .sameDay, .sameYear, .sameCommune, .sameProvince, .sameCountry, .bothSame,
            .theOneSame, .sameDocument:
            "same"
        case .otherAccents: "accents"
        case .slip, .slipPlain, .slipOfWord, .slipOfDay: "slip"
        case .foreign, .foreignPlain: "foreign"
        case .sameInitial, .sameInitials: "initial"
        case .fewerWords, .someWords: "some"
        case .sameDayOtherYear, .sameYearOtherDay, .oneSame, .otherCommune: "partly"
        case .nextYear, .nextYearOtherDay, .sameMailbox, .theOneSameMailbox: "near"
        case .different, .differentPlain, .differentInitial, .differentWords, .differentInitials, .otherDay, .otherYear,
            .otherCommuneAndProvince, .otherProvince, .otherCountry, .noneSame, .theOneOther, .otherDocument:
            "other"
        }
    }
}
