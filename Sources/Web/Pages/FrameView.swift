package import Markup
import Wording

extension Site {
    /// The whole page: its content within its frame, in the language of the visit.
    package func markup(_ page: Page, in frame: Frame, _ visit: Visit) -> MarkupWriter {
        let words = words(visit)
        var html = MarkupWriter(.html, declaration: true)
        html.element("html", Attribute("lang", words.language.rawValue)) { html in
            head(page, words, &html)
            html.element("body", .class(page.isWide ? "wide" : "")) { html in
                html.element("a", .class("skip"), .href("#content"), text: words("frame.skip"))
                if frame.isDemonstration {
                    html.element("p", .class("demonstration"), text: words("frame.demonstration"))
                }
                header(page, frame, words, visit, &html)
                html.element("main", .id("content"), Attribute("tabindex", "-1")) { html in
                    notice(words, visit, &html)
                    heading(page, words, &html)
                    page.content(&html)
                }
                footer(words, visit, &html)
            }
        }
        return html
    }

    private func head(_ page: Page, _ words: Words, _ html: inout MarkupWriter) {
        html.element("head") { html in
            html.element("meta", Attribute("charset", "utf-8"))
            html.element(
                "meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            html.element("meta", Attribute("name", "color-scheme"), Attribute("content", "light dark"))
            if let seconds = page.refresh {
                html.element("noscript") { html in
                    html.element("meta", Attribute("http-equiv", "refresh"), Attribute("content", String(seconds)))
                }
            }
            html.element("title", text: "\(page.title) · \(words("frame.product"))")
            html.element("link", Attribute("rel", "icon"), .href(assets.address("icon.svg")))
            for name in ["page.css"] + page.assets where name.hasSuffix(".css") {
                html.element("link", Attribute("rel", "stylesheet"), .href(assets.address(name)))
            }
            for name in ["page.js"] + page.assets where name.hasSuffix(".js") {
                html.element("script", .flag("defer"), .src(assets.address(name)))
            }
        }
    }

    private func header(
        _ page: Page, _ frame: Frame, _ words: Words, _ visit: Visit, _ html: inout MarkupWriter
    ) {
        html.element("header", .class("top")) { html in
            html.element("a", .class("brand"), .href("/")) { html in
                html.element(
                    "img", .src(assets.address("icon.svg")), Attribute("alt", ""), Attribute("width", "28"),
                    Attribute("height", "28"))
                html.element("span", text: words("frame.product"))
            }
            guard let person = frame.person else { return }
            if person.searches { search(words, &html) }
            html.element("a", .class("bell"), .href("/thong-bao")) { html in
                html.text(words("frame.notices"))
                if person.unread > 0 { html.element("span", .class("count"), text: words.number(person.unread)) }
            }
            html.element("details", .class("person")) { html in
                html.element("summary") { html in
                    html.element("span", .class("name"), text: person.name)
                    html.element("span", .class("position"), text: person.position)
                }
                html.element("div", .class("menu")) { html in
                    html.element("a", .href("/tai-khoan"), text: words("frame.account"))
                    html.form(to: "/dang-xuat", visit) { $0.button(words("frame.sign-out"), .class("plain")) }
                }
            }
        }
        guard !frame.entries.isEmpty else { return }
        html.element("nav", .class("rooms"), Attribute("aria-label", words("frame.navigation"))) { html in
            html.element("ul") { html in
                for entry in frame.entries {
                    html.element("li") { html in
                        html.element(
                            "a", .href(entry.address),
                            entry.key == page.section ? Attribute("aria-current", "page") : nil,
                            text: words(entry.title))
                    }
                }
            }
        }
    }

    private func search(_ words: Words, _ html: inout MarkupWriter) {
        html.element("form", .class("search"), Attribute("role", "search"), Attribute("action", "/tim-kiem")) {
            html in
            html.element(
                "input", Attribute("type", "search"), Attribute("name", "q"),
                Attribute("aria-label", words("frame.search")), Attribute("placeholder", words("frame.search")),
                Attribute("accesskey", "/"))
        }
    }

    private func notice(_ words: Words, _ visit: Visit, _ html: inout MarkupWriter) {
        guard let notice = visit.notice else { return }
        html.element("div", .class("notice \(notice.kind.rawValue)"), Attribute("role", "status")) { html in
            html.element("p", text: words(notice.message))
            if let undo = notice.undo { html.form(to: undo, visit) { $0.button(words("frame.undo"), .class("plain")) } }
        }
    }

    private func heading(_ page: Page, _ words: Words, _ html: inout MarkupWriter) {
        if !page.trail.isEmpty {
            html.element("nav", .class("trail"), Attribute("aria-label", words("frame.trail"))) { html in
                html.element("ol") { html in
                    for link in page.trail {
                        html.element("li") { $0.element("a", .href(link.address), text: link.text) }
                    }
                }
            }
        }
        html.element("div", .class("heading")) { html in
            html.element("h1", text: page.title)
            if let actions = page.actions { html.element("div", .class("actions"), content: actions) }
        }
    }

    private func footer(_ words: Words, _ visit: Visit, _ html: inout MarkupWriter) {
        html.element("footer", .class("bottom")) { html in
            html.element("p", text: words("frame.product"))
            // On a page about an error the browser may hold no secret yet.
            guard visit.formToken != nil else { return }
            html.form(to: "/ngon-ngu", visit, .class("languages")) { html in
                for (language, name) in [("vi", "Tiếng Việt"), ("en", "English")] {
                    html.element(
                        "button", .class("plain"), Attribute("name", "language"), Attribute("value", language),
                        Attribute("lang", language),
                        language == words.language.rawValue ? Attribute("aria-pressed", "true") : nil, text: name)
                }
            }
        }
    }
}
