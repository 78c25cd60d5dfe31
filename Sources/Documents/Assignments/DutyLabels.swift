import Vietnamese
import WorkCalendar

/// Labelled lines that belong to the duty or duties above them: `- Thời gian hoàn thành: …`, `Đơn vị chủ trì: …;
/// Đơn vị phối hợp: …`.
struct DutyLabels {
    enum Field { case lead, coordinate, deliverable, deadline, person }
    /// In order of the line.
    let fields: [(field: Field, value: String)]

    /// The labels of a line; `nil` where it begins with none.
    init?(_ text: String) {
        var fields: [(Field, String)] = []
        var rest = text[...]
        while let (field, value, after) = Self.first(rest) {
            fields.append((field, value))
            rest = after
        }
        guard !fields.isEmpty else { return nil }
        self.fields = fields
    }

    /// The label at the start of `text`, its value up to the next label behind `;` or `.`, and what follows.
    private static func first(_ text: Substring) -> (Field, String, Substring)? {
        guard let colon = text.prefix(60).firstIndex(of: ":"), let field = field(String(text[..<colon]).folded.trimmed)
        else { return nil }
        var end = text.index(after: colon)
        while let next = text[end...].firstIndex(where: { $0 == ";" || $0 == "." || $0 == "\n" }) {
            let after = text[text.index(after: next)...].drop { $0 == " " || $0 == "-" }
            if let colon = after.prefix(60).firstIndex(of: ":"),
                self.field(String(after[..<colon]).folded.trimmed) != nil
            {
                return (field, String(text[text.index(after: colon0(text))..<next]).trimmedOfMarks, after)
            }
            end = text.index(after: next)
        }
        return (field, String(text[text.index(after: colon)...]).trimmedOfMarks, "")
    }

    private static func colon0(_ text: Substring) -> Substring.Index { text.firstIndex(of: ":") ?? text.startIndex }

    private static func field(_ label: String) -> Field? {
        switch label {
        case "chu tri", "don vi chu tri", "co quan chu tri", "don vi thuc hien", "co quan thuc hien",
            "don vi phu trach",
            "co quan phu trach", "co quan, don vi chu tri", "don vi chu tri thuc hien", "co quan chu tri thuc hien",
            "don vi, ca nhan chu tri", "co quan chu tri tham muu", "phan cong thuc hien", "trach nhiem thuc hien":
            .lead
        case "phoi hop", "don vi phoi hop", "co quan phoi hop", "don vi phoi hop thuc hien", "co quan, don vi phoi hop",
            "co quan phoi hop thuc hien":
            .coordinate
        case "ket qua", "san pham", "san pham dau ra", "ket qua dau ra", "ket qua, san pham", "san pham, ket qua",
            "ket qua thuc hien", "san pham hoan thanh", "ket qua dat duoc", "san pham du kien", "ket qua du kien":
            .deliverable
        case "thoi gian", "thoi gian hoan thanh", "thoi gian thuc hien", "thoi han", "thoi han hoan thanh", "tien do",
            "thoi han thuc hien", "thoi gian thuc hien, hoan thanh", "tien do thuc hien", "hoan thanh":
            .deadline
        case "lanh dao phu trach", "lanh dao chi dao", "nguoi phu trach", "can bo phu trach", "ca nhan phu trach":
            .person
        default: nil
        }
    }
}
