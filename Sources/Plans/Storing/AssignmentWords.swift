import Storage

/// What the text of an assignment says beside itself, in columns of its own, so that many can be asked at once.
struct AssignmentWords {
    /// Its place in the order of dictionaries.
    let key: String
    /// Whether it orders units to issue a plan of their own.
    let ordersPlan: Bool

    init(_ text: String) {
        key = SortKey.of(text)
        ordersPlan = ImplementingOrder.isGiven(in: text)
    }

    /// The values of `text_key` and `orders_plan`.
    var values: [Value] { [key.stored, (ordersPlan ? 1 : 0).stored] }

    /// Fills both for the assignments that were there before them.
    static func fill(_ db: Transaction) throws {
        try SortKey.fill("assignments", "text_key", from: "text", db)
        let ordering = try db.all("SELECT id, text FROM assignments") {
            (id: try $0.next(Int.self), text: try $0.next(String.self))
        }.filter { ImplementingOrder.isGiven(in: $0.text) }
        for these in stride(from: 0, to: ordering.count, by: 500).map({ ordering[$0...].prefix(500) }) {
            try db.run("UPDATE assignments SET orders_plan = 1 WHERE id IN (\(list: these.map(\.id)))")
        }
    }
}
