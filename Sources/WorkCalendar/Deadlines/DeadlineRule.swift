/// One wording of a deadline and what it means. The rules are the rows of ``DeadlineRule/all``.
struct DeadlineRule: Sendable {
    /// What the wording sets.
    enum Meaning: Sendable, Equatable {
        /// The last day of the date named; of several, the last one of the first year.
        case due
        /// The day before the month, quarter or year named begins; a day itself is the last that counts.
        case before
        /// A span: its last day.
        case range
        /// The six first or last months of the year named.
        case firstHalf, secondHalf
        /// Again and again; `month` is the month of the period where the day named lies.
        case every(Recurrence.Unit, month: Int = 0)
        /// Without end.
        case ongoing
        /// A time limit in days from an event, worked out where the event's date is named.
        case limit(workingDays: Bool)
        /// Words that stand for a deadline and name none.
        case unnamed
        /// No deadline although it looks like one: a period, a date of effect, a time up to which is counted.
        case notDeadline
    }

    /// Where the wording counts.
    enum Place: Sendable {
        case anywhere
        /// Only as a whole cell.
        case cell
        /// In a cell, and in running text where it opens or closes a clause.
        case clause
        /// In a cell, and as the first words of a duty.
        case opening
        /// In a cell, and for duties to report.
        case adverb
        /// Only in running text.
        case sentence
    }

    let wording: String
    let meaning: Meaning
    let place: Place
    /// Texts with kind and due day as the page docs/deadlines.md gives them and the tests try them.
    let examples: [String]

    init(_ wording: String, _ meaning: Meaning, _ place: Place = .anywhere, _ examples: String...) {
        self.wording = wording
        self.meaning = meaning
        self.place = place
        self.examples = examples
    }
}

/// Parts that wordings share.
enum DeadlineFragments {
    static let all: [String: String] = [
        "every": "<hàng|hằng|mỗi>",
        "by": "<trước|<chậm|muộn|trễ> nhất [là] [trước|vào|đến|trong]|hạn [chót|cuối] [là|:] [trước]|không muộn hơn>",
        "time": "{n} <giờ|h> [{n}] [phút] [,]",
        "6": "<6|06|sáu>",
        "day": """
        <{d}/{m}/{y}|{d}-{m}-{y}|{d}.{m}.{y}|{d} tháng {m} năm {y}|{d} tháng {m}/{y}|{d}/{m} năm {y}|{d}/{m}|{d} tháng {m}>
        """,
        "dayMonth": "<{d}/{m}|{d}-{m}|{d} tháng {m}>",
        "month": "tháng <{m}/{y}|{m} năm {y}|{m}-{y}|{m}.{y}|{m}>",
        "months": """
        tháng {m} <,|và|-> [tháng] {m} [<,|và|-> [tháng] {m}] [<,|và|-> [tháng] {m}] [/ {y}|năm {y}]
        """,
        "quarter": "quý <{q}/{y}|{q} năm {y}|{q}-{y}|{q}.{y}|{q}>",
        "quarters": """
        quý {q} <,|và|-> [quý] {q} [<,|và|-> [quý] {q}] [<,|và|-> [quý] {q}] [/ {y}|năm {y}] [<,|và> [năm] {y}]
        """,
        "year": "năm {y}",
        "unit": "<{month}|{months}|{quarter}|{quarters}|{year}>",
        "done":
            "<hoàn thành [xong] [việc]|hoàn tất|kết thúc|xong|dự kiến [là] [hoàn thành]|thời <gian|hạn> [hoàn thành|thực hiện] [:]>",
        "in": "<trong|ngay trong|vào|ngay từ|hết|đến hết|đến cuối|vào cuối|cuối>",
        "from": "<[kể] từ năm {year4}|[,] giai đoạn {y} - {y}>",
        "year4": "{y}",
    ]
    /// Those that name one date.
    static let dates: Set<String> = ["day", "dayMonth", "month", "months", "quarter", "quarters", "year", "year4"]
}
