import Paper
import WorkCalendar

extension FindingRule {
    /// One number that is said to be of two bodies, or of two days.
    static let citationConflict = FindingRule("citation-conflict", .warning) { review in
        review.document.citations.flatMap { citation -> [Hit] in
            let dates = citation.mentions.compactMap(\.date)
            let issuers = citation.mentions.filter { $0.issuer != nil }
            let days = Set(dates)
            var hits: [Hit] = []
            if days.count > 1 {
                let ordered = citation.mentions.filter { $0.date != nil }
                let values = [
                    "number": citation.number,
                    "dates": dates.reduce(into: [String]()) { if !$0.contains($1.written) { $0.append($1.written) } }
                        .joined(separator: "; "),
                ]
                // Numbers begin anew each year: two years may mean two documents.
                let isOneYear = Set(days.map(\.year)).count == 1 || citation.number.statedYear != nil
                hits.append(
                    Hit("date", values, at: ordered.firstOfEach(\.date), severity: isOneYear ? .warning : .note))
                // Two documents of two bodies that happen to share a number.
                if !isOneYear { return hits }
            }
            guard review.isExactText, let first = issuers.first?.issuer,
                let other = issuers.first(where: { first.isOtherBody(than: $0.issuer ?? first) })
            else { return hits }
            let values = ["number": citation.number, "one": first, "other": other.issuer ?? ""]
            return hits + [Hit("issuer", values, at: [issuers[0].place, other.place])]
        }
    }
}

extension [Citation.Mention] {
    fileprivate func firstOfEach<Value: Hashable>(_ value: (Citation.Mention) -> Value) -> [Place] {
        var seen: Set<Value> = []
        return filter { seen.insert(value($0)).inserted }.map(\.place)
    }
}

extension String {
    /// The year inside a number: 2010 in "76/2010/QĐ-TTg".
    var statedYear: Int? {
        split(separator: "/").dropFirst().first.flatMap { $0.count == 4 ? Int($0) : nil }
    }

    /// Whether two names surely mean two bodies, not two ways to name one.
    fileprivate func isOtherBody(than other: String) -> Bool {
        let (a, b) = (agencyKey, other.agencyKey)
        if a == b || a.isEmpty || b.isEmpty { return false }
        // The Government and its head issue different documents, whatever their names share.
        let central: [String: String] = ["chinh phu": "C", "thu tuong chinh phu": "T", "thu tuong": "T"]
        if let one = central[a], let two = central[b] { return one != two }
        guard let one = a.bodyKind, let two = b.bodyKind else { return false }
        return !AgenciesByPart.mayBeSame(one, two)
    }

    /// What kind of body a key names: the first of its words that say so; `nil` where they do not.
    private var bodyKind: String? {
        let kinds = [
            "thu tuong", "chinh phu", "quoc hoi", "uy ban thuong vu quoc hoi", "chu tich nuoc", "bo chinh tri",
            "ban bi thu",
            "ban chap hanh trung uong", "van phong", "so ", "uy ban nhan dan", "hoi dong nhan dan", "toa an",
        ]
        if let kind = kinds.first(where: hasPrefix) { return kind }
        if hasPrefix("bo truong ") { return String(dropFirst("bo truong ".count)) }
        return hasPrefix("bo ") ? self : nil
    }
}
