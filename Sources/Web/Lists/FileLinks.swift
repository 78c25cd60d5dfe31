package import Markup

extension MarkupWriter {
    /// The links to a list as files, beside its page.
    /// - Parameter address: Of the page, with what is asked of it.
    package mutating func fileLinks(_ address: PageAddress, _ words: Words) {
        for format in ListingFormat.allCases {
            element(
                "a", .class("button"), .href(address.moved(to: "\(address.path).\(format.rawValue)").description),
                text: words("list.as-\(format.rawValue)"))
        }
    }
}
