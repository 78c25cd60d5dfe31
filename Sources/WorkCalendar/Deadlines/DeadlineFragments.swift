/// Parts that wordings share.
enum DeadlineFragments {
    static let all: [String: String] = [
        "every": "<hàng|hằng|mỗi>",
        "by": "<trước|<chậm|muộn|trễ> nhất [là] [trước|vào|đến|trong]|hạn [chót|cuối] [là|:] [trước]|không muộn hơn>",
        "time": "{n} <giờ|h> [{n}] [phút] [,]",
        "once": "[ít nhất|tối thiểu|/] <một|1|01|[/]> lần",
        "6": "<6|06|sáu>",
        "day": """
        <{d}/{m}/{y}|{d}-{m}-{y}|{d}.{m}.{y}|{d} tháng {m} năm {y}|{d} tháng {m}/{y}|{d}/{m} năm {y}|{d}/{m}|{d} tháng {m}>
        """,
        "dayMonth": "<{d}/{m}|{d}-{m}|{d} tháng {m}>",
        "month": "tháng <{m}/{y}|{m} năm {y}|{m}-{y}|{m}.{y}|{m}>",
        "months": """
        tháng {m} <,|và> [tháng] {m} [<,|và> [tháng] {m}] [<,|và> [tháng] {m}] [/ {y}|năm {y}]
        """,
        "monthSpan": "tháng {m} <-|đến> [tháng] {m} <[/] {y}|năm {y}>",
        "quarter": "quý <{q}/{y}|{q} năm {y}|{q}-{y}|{q}.{y}|{q}>",
        "quarters": """
        quý {q} <,|và|-> [quý] {q} [<,|và|-> [quý] {q}] [<,|và|-> [quý] {q}] [/ {y}|năm {y}] [<,|và> [năm] {y}]
        """,
        "year": "năm {y}",
        "unit": "<{month}|{months}|{quarter}|{quarters}|{year}>",
        "done":
            "<hoàn thành [xong] [việc]|hoàn tất|kết thúc|xong|dự kiến [là] [hoàn thành]|thời <gian|hạn> [hoàn thành|thực hiện] [:]>",
        "in": "<trong|ngay trong|vào|ngay từ|hết|đến hết|đến cuối|vào cuối|cuối>",
        "within":
            "<[chậm nhất] [là] sau|[chậm nhất] trong [<vòng|thời hạn|thời gian>] [tối đa]|<chậm|muộn> nhất|tối đa>",
        "after": "<kể từ|sau|từ> ngày <{day}|[được] <nhận|tiếp nhận> [được] [<văn bản|đề nghị|hồ sơ>]>",
        "issued":
            "<ban hành|ký|ký ban hành> [<kế hoạch|quyết định|công văn|văn bản|chỉ thị|thông báo|chương trình>] này",
        "from": "<[kể] từ năm {year4}|[,] giai đoạn {y} - {y}>",
        "year4": "{y}",
    ]
    /// Those that name one date.
    static let dates: Set<String> = [
        "day", "dayMonth", "month", "months", "monthSpan", "quarter", "quarters", "year", "year4",
    ]
}
