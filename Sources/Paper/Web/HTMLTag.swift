/// The elements of HTML that matter for where text stands and how it looks; all others are passed through.
enum HTMLTag: String, CaseIterable {
    case p, div, center, blockquote, pre, address, section, article, main, header, footer, aside, nav, figure, form,
        fieldset
    case h1, h2, h3, h4, h5, h6, hr, br, body, html, dl, dt, dd, details, summary, figcaption, caption, legend
    case ul, ol, li, dir, menu
    case table, thead, tbody, tfoot, tr, td, th
    case b, strong, i, em, font, span, a, u, sub, sup, cite
    case script, style, head, title, noscript, template, object, svg, math, select, textarea, iframe, noframes, xml, del

    static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// Begins and ends a paragraph.
    var isBlock: Bool {
        switch self {
        case .b, .strong, .i, .em, .font, .span, .a, .u, .sub, .sup, .cite, .br, .del, .script, .style, .head, .title,
            .noscript, .template, .object, .svg, .math, .select, .textarea, .iframe, .noframes, .xml:
            false
        default: true
        }
    }

    /// What stands in it is not on the page.
    var isUnseen: Bool {
        switch self {
        case .script, .style, .head, .title, .template, .svg, .iframe, .noframes, .xml, .del: true
        default: false
        }
    }

    /// The level of a heading.
    var heading: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}
