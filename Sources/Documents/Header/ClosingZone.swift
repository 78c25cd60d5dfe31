import Paper
import Vietnamese

/// Nơi nhận and the signing block, in either order.
enum ClosingZone {
    /// Cuts the closing and all behind it off the end of `items`; returns what stands behind the closing.
    static func cut(
        _ items: inout ArraySlice<ZoneItems.Item>, into zones: inout DocumentZones
    ) -> ArraySlice<ZoneItems.Item> {
        guard let start = start(items) else {
            // No closing: an annex may follow all the same.
            guard let annex = items.indices.first(where: { items[$0].line.map(isLoudAnnexTitle) == true }),
                annex > items.startIndex
            else { return [] }
            let rest = items[annex...]
            items = items[..<annex]
            return rest
        }
        var reader = Reader(inRecipients: false)
        var index = start
        var notes: [ZoneItems.Item] = []
        while index < items.endIndex {
            switch items[index] {
            case .footnote: notes.append(items[index])
            case .table:
                if !reader.isEmpty { break }
            case .line(let line):
                guard reader.take(line) else { break }
                index += 1
                continue
            }
            guard case .footnote = items[index] else { break }
            index += 1
        }
        zones.recipients = reader.recipients
        zones.signing = reader.signing
        let rest = items[index...]
        items = ArraySlice(Array(items[..<start]) + notes)
        return rest
    }

    private static func isLoudAnnexTitle(_ line: ZoneLine) -> Bool {
        ClosingLine.isAnnexTitle(line) && line.tokens.isCapitals(0..<2)
    }

    /// Index of the first line of the closing.
    private static func start(_ items: ArraySlice<ZoneItems.Item>) -> Int? {
        if let label = items.indices.first(where: { items[$0].line.map(ClosingLine.isRecipientsLabel) == true }) {
            var start = label
            // The signing block may stand before: capacity, office and name, nothing else between.
            var index = label
            while index > items.startIndex, label - index < 8, let line = items[index - 1].line {
                index -= 1
                if ClosingLine.signingStart(line) == 0 {
                    start = index
                } else if !(ClosingLine.mayBeName(line) || ClosingLine.isSignatureTrace(line))
                    && !(line.isCapitals && start < label && !SectionMark.begins(line))
                {
                    break
                }
            }
            return start
        }
        // Without Nơi nhận: the last signing lines that a name follows.
        let end = items.indices.first { items[$0].line.map(isLoudAnnexTitle) == true } ?? items.endIndex
        var candidate: Int?
        for index in items.startIndex..<end {
            guard let line = items[index].line, ClosingLine.signingStart(line) == 0, !SectionMark.begins(line) else {
                continue
            }
            let next = items[(index + 1)..<min(end, index + 6)].compactMap(\.line)
            let isCapacity = ClosingLine.isCapacity(line.tokens, at: 0)
            guard isCapacity || next.contains(where: { PersonalName($0.text) != nil }) else { continue }
            if let before = candidate, index - before <= 4 { continue }
            candidate = index
        }
        return candidate
    }

    /// Sorts the lines of a closing into recipients and signing block.
    private struct Reader {
        var inRecipients: Bool
        var recipients: [Paragraph] = []
        var signing: [Paragraph] = []
        private var hasName = false
        private var hasDashes = false
        private var hasOffice = false
        private var place: Int?

        init(inRecipients: Bool) { self.inRecipients = inRecipients }

        var isEmpty: Bool { recipients.isEmpty && signing.isEmpty }

        /// Whether the line belongs to the closing; takes it then.
        mutating func take(_ line: ZoneLine) -> Bool {
            if ClosingLine.isRecipientsLabel(line) {
                guard recipients.isEmpty else { return line.isInLayoutTable }
                inRecipients = true
                recipient(line)
                return true
            }
            if line.list.allSatisfy({ $0.kind == .mark }) { return true }
            if ClosingLine.isAnnexTitle(line) || ClosingLine.isAnnexReference(line) { return false }
            let isItem = line.list.first.map { $0.isHyphen || ["+", "•", "*"].contains($0.folded) } ?? false
            if isItem, inRecipients || line.isInLayoutTable || recipients.isEmpty == false {
                guard !(hasName && !inRecipients && !line.isInLayoutTable && recipients.count > 1) else { return false }
                hasDashes = true
                inRecipients = true
                recipient(line)
                return true
            }
            if ClosingLine.signingStart(line) == 0 {
                // A second office may stand below the name; a second capacity is another document's.
                guard !(hasName && hasOffice && ClosingLine.isCapacity(line.tokens, at: 0)) || line.isInLayoutTable
                else {
                    return false
                }
                inRecipients = false
                hasOffice = true
                signing.append(line.paragraph)
                return true
            }
            if ClosingLine.isSignatureTrace(line) { return true }
            if !(inRecipients && !hasDashes && recipients.last?.text.hasSuffix(";") == true), isName(line) {
                guard !hasName || line.isInLayoutTable else { return false }
                hasName = true
                inRecipients = false
                signing.append(line.paragraph)
                return true
            }
            if inRecipients, !line.isCapitals || line.isInLayoutTable, line.text.utf8.count < 300 {
                let last = recipients.last?.text ?? ""
                guard line.isInLayoutTable || !last.hasSuffix(".") || recipients.count == 1 else { return false }
                recipient(line)
                return true
            }
            if hasOffice, !hasName, line.isCapitals, !OpeningZone.isTypeLine(line), line.text.utf8.count < 120 {
                signing.append(line.paragraph)
                return true
            }
            if line.isInLayoutTable {
                signing.append(line.paragraph)
                return true
            }
            return false
        }

        /// A line of recipients, without what of the signing block stands on it.
        private mutating func recipient(_ line: ZoneLine) {
            var border = line.text.utf8.count
            if let start = ClosingLine.signingStart(line), start > 0 {
                border = line.list[start].range.lowerBound
                hasOffice = true
            } else if let start = nameStart(line) {
                border = line.list[start].range.lowerBound
                hasName = true
            }
            recipients.append(line.paragraph.part(0..<border))
            if border < line.text.utf8.count { signing.append(line.paragraph.part(border..<line.text.utf8.count)) }
        }

        /// A person's name behind the sign that ends a recipient: `- Lãnh đạo VPUBND tỉnh; Nguyễn Thế Phước`.
        private func nameStart(_ line: ZoneLine) -> Int? {
            guard let sign = line.list.lastIndex(where: { $0.folded == ";" || $0.folded == "." }),
                sign + 2 < line.list.count,
                sign > 1, line.list[sign].range.upperBound < line.list[sign + 1].range.lowerBound
            else { return nil }
            return PersonalName(String(line.tokens[(sign + 1)..<line.list.count])) == nil ? nil : sign + 1
        }

        private func isName(_ line: ZoneLine) -> Bool {
            if PersonalName(line.text) != nil { return true }
            // Names that the list of family names lacks, where nothing but a name can stand.
            guard hasOffice, !inRecipients || !hasDashes || recipients.last?.text.hasSuffix(".") == true else {
                return false
            }
            return ClosingLine.mayBeName(line)
        }
    }
}
