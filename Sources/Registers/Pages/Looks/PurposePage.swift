import Markup
import Office
import Web

/// What is asked before a confidential record is opened: what for.
struct PurposePage {
    let request: RegisterRequest
    let closed: ClosedRecord

    private var words: Words { request.words }

    var page: Page {
        let title = request.definition.title(closed.record, request.writing)
        return Page(title, section: "registers", trail: request.trail, assets: ["registers.css"]) { html in
            html.form(to: "\(closed.path)/mo", request.call.visit, .class("panel purpose")) { html in
                html.element("h2", text: words("looks.confidential"))
                html.element("p", text: words("looks.ask", ["record": request.name(request.definition.record)]))
                if request.call.address.path.hasSuffix("/sua") { html.hidden("sua", "1") }
                html.element("fieldset") { html in
                    html.element("legend", text: words("register.purpose"))
                    for (place, purpose) in request.book.purposes.enumerated() {
                        html.element("label", .class("check")) { html in
                            html.element(
                                "input", Attribute("type", "radio"), Attribute("name", "muc-dich"),
                                Attribute("value", purpose.key.text), .flag("required"),
                                place == 0 ? .flag("autofocus") : nil)
                            html.element("span", text: request.name(purpose.names))
                        }
                    }
                }
                html.element("p", .class("hint"), text: words("looks.kept"))
                html.element("div", .class("row")) { html in
                    html.button(words("looks.open"), .class("primary"))
                    html.element("a", .class("button"), .href(request.path), text: words("register.cancel"))
                }
            }
        }
    }
}
