import Paper

extension Double {
    /// As Vietnamese offices write it: `3.904`, `15,6`.
    var inVietnamese: String {
        let text = self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self)
        let halves = text.split(separator: ".", maxSplits: 1)
        guard let whole = halves.first else { return text }
        var grouped = ""
        for (index, digit) in whole.reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { grouped.append(".") }
            grouped.append(digit)
        }
        return String(grouped.reversed()) + (halves.count > 1 ? "," + halves[1] : "")
    }
}

extension [Place] {
    /// Each place once, in order.
    var withoutRepeats: [Place] {
        var seen: Set<Place> = []
        return filter { seen.insert($0).inserted }
    }
}
