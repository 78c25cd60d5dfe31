/// The address of a page with what is asked of it: everything that a list shows stands in its address, so that it can be sent to a
/// colleague, kept, and gone back to.
package struct PageAddress: Sendable, Hashable, CustomStringConvertible {
    /// A name with one of its values.
    package struct Item: Sendable, Hashable {
        /// What the page calls it.
        package let name: String
        /// What is asked.
        package let value: String
    }

    /// Without what is asked.
    package let path: String
    /// What is asked, in order.
    package private(set) var items: [Item]

    /// - Parameter items: Names and values.
    package init(_ path: String, _ items: [(String, String)] = []) {
        self.path = path
        self.items = items.map { Item(name: $0.0, value: $0.1) }
    }

    /// The address of a request; `nil` where it asks more than any page of ours.
    package init?(path: String, query: String?) {
        guard let fields = try? URLEncoding.fields(of: Array((query ?? "").utf8)) else { return nil }
        self.init(path, fields.map { ($0.name, $0.value) })
    }

    /// The first value of a name; `nil` where it is empty or not asked.
    package subscript(_ name: String) -> String? {
        items.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// All values of a name.
    package func all(_ name: String) -> [String] { items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    /// The same address with this value alone under a name; without the name where the value is `nil`.
    package func with(_ name: String, _ value: String?) -> PageAddress {
        var changed = self
        changed.items.removeAll { $0.name == name }
        if let value { changed.items.append(Item(name: name, value: value)) }
        return changed
    }

    /// The same address with a value of a name added, or taken away where it stood.
    package func toggling(_ name: String, _ value: String) -> PageAddress {
        var changed = self
        let item = Item(name: name, value: value)
        if let index = items.firstIndex(of: item) {
            changed.items.remove(at: index)
        } else {
            changed.items.append(item)
        }
        return changed
    }

    /// The same address with marks in the place of what is asked by some names, for a log.
    package func hiding(_ names: Set<String>) -> PageAddress {
        PageAddress(path, items.map { ($0.name, names.contains($0.name) && !$0.value.isEmpty ? "•••" : $0.value) })
    }

    /// Another page that is asked the same.
    package func moved(to path: String) -> PageAddress { PageAddress(path, items.map { ($0.name, $0.value) }) }

    /// As it stands in a link.
    package var description: String {
        guard !items.isEmpty else { return path }
        let query = items.map { "\(URLEncoding.encoded($0.name))=\(URLEncoding.encoded($0.value))" }
        return "\(path)?\(query.joined(separator: "&"))"
    }
}
