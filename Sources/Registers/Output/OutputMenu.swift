import Markup
import Office
import Web

/// How a list is taken away: as files, on paper, into a calendar; what is asked of the list holds there too.
struct OutputMenu {
    let list: RegisterListPage

    func write(to html: inout MarkupWriter) {
        let (request, words) = (list.request, list.words)
        html.element("details", .class("output")) { html in
            html.element("summary", .class("button"), text: words("output.title"))
            html.element("div", .class("menu")) { html in
                for format in ["xlsx", "csv", "json"] {
                    link("\(request.path).\(format)", words("register.as.\(format)"), &html)
                }
                link("\(request.path)/in", words("output.book"), &html)
                for layout in request.definitions.layouts(of: request.definition.key) {
                    let name = request.name(layout.names)
                    html.element(
                        "a",
                        .href(
                            address.with(FormQuestion.Item.layout, layout.key.text).moved(to: "\(request.path)/in")
                                .description), text: words("output.form", ["form": name]))
                }
                if request.definition.hasCalendar {
                    link("\(request.path).ics", words("output.calendar"), &html)
                    html.element(
                        "p", .class("hint"), text: words("output.feed", ["register": request.definition.key.text]))
                }
            }
        }
    }

    private var address: PageAddress { list.address }

    private func link(_ path: String, _ text: String, _ html: inout MarkupWriter) {
        html.element("a", .href(address.moved(to: path).description), text: text)
    }
}
