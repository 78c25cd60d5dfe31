package import Markup

/// A page: what stands within the frame that all pages share.
package struct Page {
    /// A link with its words.
    package struct Link: Sendable {
        /// What it says.
        package let text: String
        /// Where it leads.
        package let address: String

        /// Both parts.
        package init(_ text: String, _ address: String) {
            self.text = text
            self.address = address
        }
    }

    /// The title, in the words of the page's language: heading and name of the window.
    package var title: String
    /// The entry of the navigation that it belongs to.
    package var section: String?
    /// The pages above it, the highest first.
    package var trail: [Link]
    /// What can be done with the page as a whole, beside its title: links and small forms.
    package var actions: ((inout MarkupWriter) -> Void)?
    /// Scripts and style sheets besides those of every page, by the names of their assets.
    package var assets: [String]
    /// Whether it takes the whole width of the window: two panes, wide tables.
    package var isWide: Bool
    /// After how many seconds a browser without scripts asks again: while something is under way.
    package var refresh: Int?
    /// Its content.
    package var content: (inout MarkupWriter) -> Void

    /// A page of these parts.
    package init(
        _ title: String, section: String? = nil, trail: [Link] = [], assets: [String] = [], isWide: Bool = false,
        refresh: Int? = nil, actions: ((inout MarkupWriter) -> Void)? = nil,
        content: @escaping (inout MarkupWriter) -> Void
    ) {
        self.title = title
        self.section = section
        self.trail = trail
        self.actions = actions
        self.assets = assets
        self.isWide = isWide
        self.refresh = refresh
        self.content = content
    }
}

/// What surrounds the content of a page for who looks at it.
package struct Frame: Sendable {
    /// An entry of the navigation.
    package struct Entry: Sendable {
        /// Names it: ``Page/section``.
        package let key: String
        /// The key of its words.
        package let title: String
        /// Where it leads.
        package let address: String

        /// All of its parts.
        package init(_ key: String, title: String, address: String) {
            self.key = key
            self.title = title
            self.address = address
        }
    }

    /// Who is signed in.
    package struct Person: Sendable {
        /// As the person is called.
        package let name: String
        /// The position, and its unit.
        package let position: String
        /// How many notices are unread.
        package let unread: Int
        /// Whether there is anything that the person may search.
        package let searches: Bool

        /// All of its parts.
        package init(name: String, position: String, unread: Int, searches: Bool) {
            self.name = name
            self.position = position
            self.unread = unread
            self.searches = searches
        }
    }

    /// Where who looks may go.
    package var entries: [Entry]
    /// `nil` for who is not signed in.
    package var person: Person?
    /// Whether these are invented data, which every page says.
    package var isDemonstration: Bool

    /// All of its parts.
    package init(entries: [Entry] = [], person: Person? = nil, isDemonstration: Bool = false) {
        self.entries = entries
        self.person = person
        self.isDemonstration = isDemonstration
    }
}
