import Storage

/// What shows that something was done: a file, a page, or a line of a register (Quyết định 42/2014/QĐ-TTg counts
/// products, not percentages).
package struct Evidence: Hashable, Sendable {
    /// Where it is.
    package enum Source: Hashable, Sendable {
        /// A kept file, by its SHA-256 in hexadecimal.
        case file(String)
        /// A page anybody can open.
        case link(WebAddress)
        /// A line of a register, by the key of the register and that of the line.
        case record(register: String, id: Int)
    }

    /// Where it is.
    package var source: Source
    /// What it is, in the words of who gives it.
    package var title: String
    /// Whether it is the deliverable that the assignment asked for.
    package var isDeliverable: Bool

    /// All of its parts.
    package init(_ source: Source, title: String, isDeliverable: Bool = false) {
        self.source = source
        self.title = title
        self.isDeliverable = isDeliverable
    }

    /// The columns of ``init(_:)`` and ``values``, in their order.
    static let columns: Query = "file, link, register, record, title, deliverable"

    var values: [Value] {
        let place: [Value] =
            switch source {
            case .file(let hash): [hash.stored, .null, .null, .null]
            case .link(let address): [.null, address.stored, .null, .null]
            case .record(let register, let id): [.null, .null, register.stored, id.stored]
            }
        return place + [title.stored, isDeliverable.stored]
    }

    init(_ fields: inout Fields) throws {
        let file: String? = try fields.next()
        let link: WebAddress? = try fields.next()
        let register: String? = try fields.next()
        let record: Int? = try fields.next()
        if let file {
            source = .file(file)
        } else if let link {
            source = .link(link)
        } else if let register, let record {
            source = .record(register: register, id: record)
        } else {
            throw StorageError(.damaged, "evidence that is nowhere")
        }
        title = try fields.next()
        isDeliverable = try fields.next()
    }
}
