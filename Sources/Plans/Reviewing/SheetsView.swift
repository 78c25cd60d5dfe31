import Documents
import Foundation
import Markup
import Paper
import Web

/// The pages of a document as pictures, with what was read of them marked where it stands.
struct SheetsView {
    let matter: ReviewMatter
    let words: Words

    func write(_ html: inout MarkupWriter) {
        let (marks, flags) = (marks(), flags)
        var told: Set<Int> = []
        for (index, sheet) in matter.content.sheets.enumerated() where matter.pictures.contains(index + 1) {
            let number = index + 1
            html.element("figure", .class("sheet"), .id("trang-\(number)")) { html in
                let name = words("review.page", ["page": String(number)])
                html.element("figcaption", text: name)
                html.element("div", .class("leaf")) { html in
                    html.element(
                        "img", .src(ReviewPages.picture(matter.plan.id, page: number)), Attribute("alt", name),
                        Attribute("width", sheet.width.digits), Attribute("height", sheet.height.digits),
                        Attribute("loading", "lazy"))
                    html.element(
                        "svg", Attribute("viewBox", "0 0 \(sheet.width.digits) \(sheet.height.digits)"),
                        Attribute("preserveAspectRatio", "none")
                    ) { html in
                        html.element("g", turn(sheet)) { html in
                            for mark in marks where mark.page == number {
                                write(mark, told.insert(mark.id).inserted, &html)
                            }
                            for flag in flags where flag.page == number { write(flag, &html) }
                        }
                    }
                }
            }
        }
    }

    /// The boxes lie on the sheet set upright; the picture lies as it was scanned.
    private func turn(_ sheet: Sheet) -> Attribute? {
        guard abs(sheet.slope) > 0.0008 else { return nil }
        let degrees = (atan(sheet.slope) * 180 / .pi).digits
        return Attribute("transform", "rotate(\(degrees) \((sheet.width / 2).digits) \((sheet.height / 2).digits))")
    }

    private func write(_ mark: Mark, _ isFirst: Bool, _ html: inout MarkupWriter) {
        html.element(
            "a", .href("#n-\(mark.id)"), isFirst ? .id("q-\(mark.id)") : nil, Attribute("data-for", String(mark.id)),
            Attribute("aria-label", words("review.to-draft"))
        ) { html in
            for box in mark.boxes {
                html.element(
                    "rect", Attribute("x", (box.left - 2).digits), Attribute("y", (box.top - 1).digits),
                    Attribute("width", (box.width + 4).digits), Attribute("height", (box.height + 2).digits),
                    Attribute("rx", "2"))
            }
        }
    }

    /// A finding at the place that it points at first.
    struct Flag {
        var number: Int
        var page: Int
        var box: PageBox
    }

    /// The findings that lie on a sheet with a picture.
    var flags: [Flag] {
        let pages = matter.pageOfLine
        return matter.findings.enumerated().compactMap { index, finding in
            guard let line = finding.at.first?.line, matter.content.boxes.indices.contains(line - 1),
                let page = pages[line], matter.pictures.contains(page)
            else { return nil }
            return Flag(number: index + 1, page: page, box: matter.content.boxes[line - 1])
        }
    }

    /// Its number in the margin of its line; several of a line stand side by side.
    private func write(_ flag: Flag, _ html: inout MarkupWriter) {
        let (size, before) = (13.0, flags.prefix { $0.number != flag.number }.count { $0.box == flag.box })
        let left = max(0, flag.box.left - size - 4) + Double(before) * (size + 1)
        html.element(
            "a", .class("flag-mark"), .href("#f-\(flag.number)"), .id("c-\(flag.number)"),
            Attribute("aria-label", words("review.to-finding", ["number": String(flag.number)]))
        ) { html in
            html.element(
                "rect", Attribute("x", left.digits), Attribute("y", flag.box.top.digits),
                Attribute("width", size.digits), Attribute("height", size.digits), Attribute("rx", "2"))
            html.element(
                "text", Attribute("x", (left + size / 2).digits), Attribute("y", (flag.box.top + size * 0.75).digits),
                Attribute("text-anchor", "middle"), text: String(flag.number))
        }
    }

    private struct Mark {
        var id: Int
        var page: Int
        var boxes: [PageBox]
    }

    /// One mark for each assignment on each page: a box a line of text, one for the whole of a row.
    private func marks() -> [Mark] {
        let pages = matter.pageOfLine
        var marks: [Mark] = []
        for id in matter.shown.map(\.assignment.id) {
            guard let passage = matter.passages[id] else { continue }
            let lines = passage.lines.filter { matter.content.boxes.indices.contains($0 - 1) }
            for (page, lines) in Dictionary(grouping: lines, by: { pages[$0] ?? 0 }) where page > 0 {
                var boxes = lines.map { matter.content.boxes[$0 - 1] }
                if case .row = passage.spot, let first = boxes.first {
                    boxes = [boxes.dropFirst().reduce(first) { $0.union($1) }]
                }
                marks.append(Mark(id: id, page: page, boxes: boxes))
            }
        }
        return marks
    }
}

extension Double {
    /// Two digits behind the point, which every language's numbers in markup have.
    fileprivate var digits: String {
        let hundredths = Int((self * 100).rounded())
        let (sign, value) = (hundredths < 0 ? "-" : "", abs(hundredths))
        let rest = value % 100
        return "\(sign)\(value / 100)" + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
    }
}
