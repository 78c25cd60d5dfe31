import Markup
import Web

/// The page of a person's notices.
struct NoticesView {
    let words: Words
    let visit: Visit
    let notices: [PersonalNotice]
    let units: [OrganisationID: String]
    let unread: Int
    let unreadOnly: Bool
    let hasMore: Bool
    let isLinked: (PersonalNotice) -> Bool

    var page: Page {
        Page(
            words("notices.title"),
            actions: { html in
                html.element("a", .class("button"), .href(NoticesAddress.choices), text: words("notices.choices"))
                if unread > 0 {
                    html.form(to: "/thong-bao/da-doc", visit) { $0.button(words("notices.read-all")) }
                }
            }
        ) { html in
            let other =
                unreadOnly ? ("notices.show-all", NoticesAddress.path) : ("notices.show-unread", address(nil, true))
            html.element("p") { $0.element("a", .href(other.1), text: words(other.0)) }
            guard !notices.isEmpty else {
                html.element("p", .class("empty"), text: words(unreadOnly ? "notices.none-unread" : "notices.none"))
                return
            }
            html.element("ul", .class("lines")) { html in for notice in notices { line(notice, &html) } }
            if hasMore, let last = notices.last {
                html.element("p", .class("pages")) {
                    $0.element("a", .href(address(last.id, unreadOnly)), text: words("notices.older"))
                }
            }
        }
    }

    private func line(_ notice: PersonalNotice, _ html: inout MarkupWriter) {
        let text = notice.sentence(words, unitName: notice.unit.flatMap { units[$0] })
        html.element("li", .id("thong-bao-\(notice.id)")) { html in
            html.element("p") { html in
                html.element("span", .class(badge(notice)), text: words(notice.kind.name))
                html.text(" ")
                if isLinked(notice) {
                    html.element("a", .href("\(NoticesAddress.path)/\(notice.id)"), text: text)
                } else {
                    html.text(text)
                }
            }
            html.element("div", .class("row")) { html in
                html.element("span", .class("quiet"), text: words.moment(notice.at))
                guard !notice.isRead else { return }
                html.element("strong", text: words("notices.unread"))
                html.form(to: "/thong-bao/da-doc", visit) { html in
                    html.hidden("id", String(notice.id))
                    html.button(words("notices.read"), .class("plain"))
                }
            }
        }
    }

    private func badge(_ notice: PersonalNotice) -> String {
        switch notice.kind {
        case .late, .termLate, .sentBack, .extensionRefused: "badge late"
        case .approved, .extensionApproved: "badge done"
        case .extensionAsked, .completionDeclared, .sentBackUndone, .dueSoon, .dueTomorrow, .termSoon: "badge wait"
        case .newWork, .comment, .coordination, .digest: "badge accent"
        }
    }

    private func address(_ before: Int?, _ unreadOnly: Bool) -> String {
        PageAddress(NoticesAddress.path).with("chua-doc", unreadOnly ? "1" : nil).with("truoc", before.map(String.init))
            .description
    }
}

/// The page on which one chooses how to be told.
struct NoticeChoicesView {
    let words: Words
    let visit: Visit
    let ways: [NoticeKind: NoticeWay]
    let address: String
    var error: String?

    var page: Page {
        Page(
            words("notices.choices"), trail: [Page.Link(words("notices.title"), NoticesAddress.path)]
        ) { html in
            html.form(to: NoticesAddress.choices, visit, .class("panel narrow")) { html in
                html.field(
                    Field(
                        "address", words("notices.address"), .line(.email), value: address,
                        hint: words("notices.address.hint"), error: error, completion: "email"))
                html.element("h2", text: words("notices.kinds"))
                for kind in NoticeKind.allCases {
                    html.field(
                        Field(
                            kind.rawValue, words(kind.name),
                            .choice(NoticeWay.allCases.map { ($0.rawValue, words($0.name)) }),
                            value: (ways[kind] ?? kind.usualWay).rawValue))
                }
                html.button(words("notices.save"), .class("primary"))
            }
        }
    }
}
