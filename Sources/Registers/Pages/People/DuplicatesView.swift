import Linkage
import Markup
import Office
import Storage
import Web
import Wording
import WorkCalendar

/// What the last look through a register found: pairs that may be one person, each with what speaks for it part by part.
struct DuplicatesView {
    private let request: RegisterRequest
    private let found: (scan: DuplicateScan, units: [RecordID: OrganisationID])?
    private let changes: Int
    private let isUnderWay: Bool

    /// So many pairs are shown; when these are decided the next ones come.
    private static let most = 50

    init(_ request: RegisterRequest, _ db: Transaction) throws {
        self.request = request
        found = try DuplicateScan.last(of: request.definition, within: request.readable, db)
        changes = try found?.scan.changes(db) ?? 0
        isUnderWay = try DuplicateWork.isUnderWay(request.definition.key, db)
    }

    private var words: Words { request.words }
    private var path: String { "\(request.path)/trung" }
    private var mayRecord: Bool { request.call.may(.record) }

    var page: Page {
        var page = Page(
            words("duplicates.title"), section: "registers", trail: request.trail, assets: ["registers.css"],
            actions: { html in
                guard mayRecord, !isUnderWay else { return }
                html.form(to: path, request.call.visit) { html in
                    html.button(words("duplicates.scan"), .class("primary"))
                }
            }
        ) { html in
            html.element("p", .class("quiet"), text: words("duplicates.about"))
            state(&html)
            guard let found else { return }
            if found.scan.pairs.isEmpty {
                html.element("p", .class("empty"), text: words("duplicates.none"))
            }
            for pair in found.scan.pairs.prefix(Self.most) { write(pair, found.units, &html) }
            if found.scan.pairs.count > Self.most {
                html.element("p", .class("quiet"), text: words("duplicates.more", ["count": "\(Self.most)"]))
            }
        }
        if isUnderWay { page.refresh = 3 }
        return page
    }

    private func state(_ html: inout MarkupWriter) {
        if isUnderWay {
            html.element("p", .class("notice"), Attribute("role", "status"), text: words("duplicates.under-way"))
        }
        guard let found else {
            if !isUnderWay { html.element("p", .class("empty"), text: words("duplicates.never")) }
            return
        }
        html.element(
            "p",
            text: words(
                "duplicates.found",
                [
                    "moment": words.moment(found.scan.at), "records": words.number(found.scan.records),
                    "pairs": words.number(found.scan.pairs.count),
                ]))
        if changes > 0, !isUnderWay {
            html.element("p", .class("hint"), text: words("duplicates.changed", ["count": words.number(changes)]))
        }
    }

    private func write(
        _ pair: DuplicateScan.Pair, _ units: [RecordID: OrganisationID], _ html: inout MarkupWriter
    ) {
        let scope = request.readable
        let own = [pair.left, pair.right].filter { units[$0].map(scope.contains) ?? false }
        html.element("section", .class("panel pair")) { html in
            html.element("h2") { html in
                for (place, id) in own.enumerated() {
                    if place > 0 { html.text(" – ") }
                    html.element(
                        "a", .href(RegisterPaths.record(request.definition.key, id)), Attribute("target", "_blank"),
                        Attribute("rel", "noopener"), text: "#\(id.rawValue)")
                }
                if own.count == 1 { html.text(" – \(words("duplicates.elsewhere"))") }
            }
            if own.count == 2 {
                let names = [pair.left, pair.right].compactMap { units[$0].map(request.writing.unit) }
                html.element("p", .class("quiet small"), text: Set(names).sorted().joined(separator: " – "))
                html.element("p") { html in
                    html.element(
                        "span", .class(pair.isLikely ? "badge late" : "badge wait"),
                        text: words(pair.isLikely ? "duplicates.likely" : "duplicates.ask"))
                    html.text(" \(words("duplicates.chance", ["share": words.number(pair.permille / 10)]))")
                }
                evidence(pair, &html)
            }
            if mayRecord { decide(own, &html) }
        }
    }

    private func evidence(_ pair: DuplicateScan.Pair, _ html: inout MarkupWriter) {
        html.element("ul", .class("evidence")) { html in
            for evidence in pair.evidence {
                let tenths = Int((evidence.bits * 10).rounded())
                let number = "\(abs(tenths) / 10)\(words.language == .vi ? "," : ".")\(abs(tenths) % 10)"
                html.element("li", .class(tenths < 0 ? "against" : "for")) { html in
                    html.element("span", text: words("linkage.\(evidence.part)"))
                    html.element("span", text: words("linkage.is.\(evidence.outcome.kind)"))
                    html.element("span", .class("number"), text: "\(tenths < 0 ? "−" : "+")\(number)")
                }
            }
        }
    }

    private func decide(_ own: [RecordID], _ html: inout MarkupWriter) {
        html.element("div", .class("row")) { html in
            if own.count == 2 {
                for (value, text, style) in [
                    ("mot", "duplicates.same", "primary"), ("hai", "duplicates.different", ""),
                ] {
                    html.form(
                        to: "\(RegisterPaths.record(request.definition.key, own[0]))/lien-ket", request.call.visit
                    ) { html in
                        html.hidden("khac", "\(own[1].rawValue)")
                        html.hidden("la", value)
                        html.button(words(text), .class(style))
                    }
                }
            } else if let id = own.first {
                html.form(
                    to: "\(RegisterPaths.record(request.definition.key, id))/phoi-hop", request.call.visit
                ) { $0.button(words("duplicates.coordinate")) }
            }
        }
    }
}
