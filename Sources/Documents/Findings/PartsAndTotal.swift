import Paper

extension FindingRule {
    /// A stated total whose parts, listed after it, add up to something else.
    static let partsAndTotal = FindingRule("parts-and-total", .warning) { review in
        review.figures.flatMap(PartsList.all).compactMap { list in
            let total = list.total.figure
            guard list.disagrees, let unit = total.unit else { return nil }
            let values = [
                "total": total.value.inVietnamese, "unit": unit, "sum": list.sum.inVietnamese,
                "parts": list.parts.map(\.figure.value.inVietnamese).joined(separator: " + "),
            ]
            return Hit(nil, values, at: ([total.place] + list.parts.map(\.figure.place)).withoutRepeats)
        }
    }
}

extension PartsList {
    /// Whether the parts cannot be those of the total. After `trong đó` a list may name some parts only: then too many
    /// are wrong, and so are three or more that all but fill the total.
    fileprivate var disagrees: Bool {
        guard !total.figure.isApproximate, !parts.contains(where: \.figure.isApproximate) else { return false }
        // Sums of money and measures are rounded.
        let slack = total.kind == .count ? 0 : 0.1 * Double(parts.count) + 1e-6
        let difference = sum - total.figure.value
        if abs(difference) <= slack { return false }
        if claimsAll || difference > 0 { return true }
        return !claimsSome && parts.count >= 3 && sum >= 0.8 * total.figure.value
    }
}
