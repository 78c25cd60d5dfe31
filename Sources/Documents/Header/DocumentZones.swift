package import Paper
import Vietnamese

/// A document's text parted into what each part is for, every line with its place.
package struct DocumentZones: Sendable, Equatable {
    /// The letterhead, wherever it stood in the text.
    package var letterhead: [LetterheadLine] = []
    /// MẬT, TỐI MẬT or TUYỆT MẬT as stamped on the letterhead.
    package var secrecyMark: String?
    /// The line that names the type: "KẾ HOẠCH".
    package var typeLine: Paragraph?
    /// The lines of the subject under the type (trích yếu).
    package var title: [Paragraph] = []
    /// Kính gửi and the lines that belong to it.
    package var addressees: [Paragraph] = []
    /// The office that decides, in a decision or directive: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH".
    package var authority: [Paragraph] = []
    /// The document's own legal bases: Căn cứ, Thực hiện, Xét, Theo đề nghị …
    package var bases: [Paragraph] = []
    /// From there to the closing; sentences that the letterhead cut in two are whole.
    package var body: [Block] = []
    /// Nơi nhận and the lines that belong to it.
    package var recipients: [Paragraph] = []
    /// The signing block.
    package var signing: [Paragraph] = []
    /// What follows the signing block.
    package var annexes: [Annex] = []

    /// An annex (phụ lục), an attached document, or a table set behind the signing block.
    package struct Annex: Sendable, Equatable {
        /// The letterhead of an attached document.
        package var letterhead: [Paragraph] = []
        /// "PHỤ LỤC I" and the lines of its title.
        package var title: [Paragraph] = []
        /// "(Kèm theo Kế hoạch số … của …)"
        package var reference: Paragraph?
        /// What stands in it.
        package var blocks: [Block] = []
    }

    /// Nothing of a document.
    package init() {}

    /// Parts the blocks of a transcript.
    package static func split(_ blocks: [Block]) -> DocumentZones {
        var zones = DocumentZones()
        var lines = ZoneItems(blocks)
        lines.cutLetterhead(into: &zones)
        var rest = lines.items[...]
        OpeningZone.cut(&rest, into: &zones)
        let closing = ClosingZone.cut(&rest, into: &zones)
        zones.body += ZoneItems.blocks(rest, of: blocks)
        zones.annexes = AnnexZone.part(closing, of: blocks)
        return zones
    }
}
