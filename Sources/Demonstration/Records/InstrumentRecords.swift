import Documents
import WorkCalendar

/// The legal instruments that the product knows: these are not invented.
extension InventedBook {
    mutating func listInstruments() {
        var written: [String: Int] = [:]
        var waiting = Instruments.known.all.sorted { $0.number < $1.number }
        let known = Set(waiting.map(\.number))
        // A successor comes before what it replaced, which refers to it.
        while let place = waiting.firstIndex(where: { instrument in
            guard let successor = instrument.replacedBy else { return true }
            return written[successor] != nil || !known.contains(successor)
        }) {
            let instrument = waiting.remove(at: place)
            guard written[instrument.number] == nil else { continue }
            list(instrument, successor: instrument.replacedBy.flatMap { written[$0] })
            written[instrument.number] = count("instruments")
        }
    }

    private mutating func list(_ instrument: Instrument, successor: Int?) {
        let kinds = [
            ("QH", "law"), ("NĐ-CP", "decree"), ("QĐ-TTg", "pm-decision"), ("TT-", "circular"), ("NQ", "resolution"),
            ("CT", "directive"), ("KL", "directive"), ("UBND", "local"),
        ]
        let checked: [Instrument.Confidence: String] = [
            .high: "confirmed", .medium: "one-source", .low: "no-source",
        ]
        add(
            "instruments", on: instrument.effective ?? instrument.date ?? Demonstration.today,
            [
                "number": instrument.number,
                "kind": kinds.first { instrument.number.contains($0.0) }?.1 ?? "other", "subject": instrument.name,
                "issued": instrument.date?.description, "effective": instrument.effective?.description,
                "ended": instrument.replacedFrom?.description, "successor": successor.map { "#\($0)" },
                "origin-text": instrument.source, "checked": checked[instrument.confidence],
            ])
    }
}
