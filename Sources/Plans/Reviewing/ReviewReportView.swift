import Documents
import Markup
import Office
import Web
import Wording
import WorkCalendar

/// What a clerk should know of the whole before deciding on its parts: what was mended, whose names are not known, what to query.
struct ReviewReportView {
    let review: ReviewView

    private var matter: ReviewMatter { review.matter }
    private var words: Words { review.words }

    func write(_ html: inout MarkupWriter) {
        province(&html)
        list(repairs, &html)
        let unresolved = matter.unresolved
        guard !unresolved.isEmpty || !matter.findings.isEmpty || !matter.members.isEmpty else { return }
        html.element("div", .class("panel report")) { html in
            if !unresolved.isEmpty { names(unresolved, &html) }
            if !matter.findings.isEmpty { findings(&html) }
            if !matter.members.isEmpty { groups(&html) }
        }
    }

    /// Where the units of groups are listed.
    static func place(of groups: [String]) -> String { "nhom-\(groups.joined(separator: "-"))" }

    /// Who gets work by the groups that the document names.
    private func groups(_ html: inout MarkupWriter) {
        html.element("details", .id("nhom")) { html in
            html.element("summary", text: words("review.groups", ["count": words.number(matter.members.count)]))
            html.element("ul") { html in
                for (keys, units) in matter.members.sorted(by: { $0.key.joined() < $1.key.joined() }) {
                    html.element("li", .id(Self.place(of: keys))) { html in
                        let known = review.call.directory.groups
                        let names = keys.compactMap { key in known.first { $0.key == key } }.map(words.name)
                        html.element("strong", text: names.joined(separator: "; "))
                        html.text(": \(review.call.recipients(units))")
                    }
                }
            }
        }
    }

    private func names(_ unresolved: [(written: String, assignments: [Int])], _ html: inout MarkupWriter) {
        html.element("details") { html in
            html.element("summary", text: words("review.unresolved", ["count": words.number(unresolved.count)]))
            html.element("ul") { html in
                for body in unresolved {
                    html.element("li") { html in
                        html.text("\(body.written): ")
                        for id in body.assignments {
                            html.element("a", .href("#n-\(id)"), text: number(of: id))
                            html.text(" ")
                        }
                    }
                }
            }
        }
    }

    private func findings(_ html: inout MarkupWriter) {
        html.element("details") { html in
            html.element("summary", text: words("review.findings", ["count": words.number(matter.findings.count)]))
            html.element("ol") { html in
                for (index, finding) in matter.findings.enumerated() {
                    html.element("li", .id("f-\(index + 1)")) { html in
                        html.element(
                            "span", .class("badge \(finding.severity.look)"),
                            text: words("review.severity.\(finding.severity.rawValue)"))
                        html.text(" \(words(finding.message)) ")
                        if !finding.at.isEmpty {
                            html.element("a", .href(review.address(ofFinding: index + 1)), text: words("review.see"))
                        }
                    }
                }
            }
        }
    }

    private func number(of id: Int) -> String {
        matter.assignments.first { $0.assignment.id == id }.map { "\($0.assignment.position)" } ?? ""
    }

    /// The pages that were read from their pictures are told together.
    private var repairs: [String] {
        var recognised: [Int] = []
        var spoilt = 0
        var others: [String] = []
        for repair in matter.content.repairs {
            switch repair.key {
            case "repair.recognised": recognised.append(repair.values["percent"].flatMap(Int.init) ?? 0)
            case "repair.accents-lost": spoilt += 1
            default: others.append(words(repair))
            }
        }
        var texts: [String] = []
        if !recognised.isEmpty {
            let mean = recognised.reduce(0, +) / recognised.count
            texts.append(
                words("repair.recognised-pages", ["count": String(recognised.count), "percent": String(mean)]))
        }
        if spoilt > 0 { texts.append(words("repair.accents-lost-pages", ["count": String(spoilt)])) }
        return texts + others
    }

    private func list(_ texts: [String], _ html: inout MarkupWriter) {
        guard !texts.isEmpty else { return }
        html.element("div", .class("notice warning")) { html in
            html.element("ul", .class("plain")) { html in for text in texts { html.element("li", text: text) } }
        }
    }

    /// Asks whose plan it is, where the document does not tell.
    private func province(_ html: inout MarkupWriter) {
        let provinces = review.call.directory.provinces(on: review.call.day)
        guard matter.plan.province == nil, !provinces.isEmpty else { return }
        html.form(to: "\(review.path)/tinh", review.call.visit, .class("notice warning")) { html in
            html.element("p", text: words("review.province"))
            let own = review.call.directory.province(of: review.call.seat.position.organisation)
            html.field(
                Field(
                    "province", words("review.province.label"),
                    .choice(provinces.map { (String($0.organisation.rawValue), $0.name) }),
                    value: own.map { String($0.rawValue) } ?? ""))
            html.button(words("review.province.set"))
        }
    }
}

extension Finding.Severity {
    /// The class of its badge.
    var look: String {
        switch self {
        case .note: "accent"
        case .warning: "wait"
        case .error: "late"
        }
    }
}
