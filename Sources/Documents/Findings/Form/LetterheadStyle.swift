import Paper

extension FindingRule {
    /// The looks of Quốc hiệu, tiêu ngữ and date, as far as the format tells: sizes and weight (II.1, II.4; slots 1 and 4,
    /// P5).
    static let letterheadStyle = FindingRule("letterhead-style", .note, source: .decree30Form) { review in
        guard !review.parts.isOfParty else { return [] }
        let parts: [(line: ReviewLine?, what: String, sizes: ClosedRange<Double>, isBold: Bool)] = [
            (review.parts.nationalTitle, "national", 12...13, true),
            (review.parts.motto, "motto", 13...14, true),
            (review.parts.date, "date", 13...14, false),
        ]
        return parts.flatMap { part -> [Hit] in
            guard let line = part.line else { return [] }
            var hits: [Hit] = []
            if let size = line.style.size, !part.sizes.contains(size.rounded()) {
                let values = [
                    "size": "\(size)", "from": "\(Int(part.sizes.lowerBound))", "to": "\(Int(part.sizes.upperBound))",
                ]
                hits.append(Hit("\(part.what)-size", values, at: [line.place]))
            }
            if part.isBold && line.style.bold == false { hits.append(Hit("\(part.what)-bold", at: [line.place])) }
            return hits
        }
    }
}
