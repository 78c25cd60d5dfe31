extension DeadlineRule {
    /// Every wording known; the longest match wins, and of equally long ones the earlier row. Examples are read in a
    /// document of 02/7/2026 for the years 2026 to 2030.
    static let all: [DeadlineRule] = days + units + ranges + recurring + endless + limits + noDeadlines

    private static let days: [DeadlineRule] = [
        DeadlineRule(
            "{by} [hết] [{time}] [ngày] {day}", .due, .anywhere,
            "trước ngày 30/9/2026 = date 2026-09-30", "trước 30/9/2026 = date 2026-09-30",
            "Chậm nhất ngày 03/8/2026 = date 2026-08-03", "chậm nhất là ngày 15 tháng 10 năm 2026 = date 2026-10-15",
            "trước 16 giờ 00 ngày 20/8/2026 = date 2026-08-20", "trước ngày 30/11 = date 2026-11-30",
            "trước ngày 15/3 = date 2027-03-15"),
        DeadlineRule(
            "<vào|đúng|trong|đến|đến hết|hết> [hết] [{time}] ngày {day}", .due, .anywhere,
            "vào ngày 20/10/2026 = date 2026-10-20", "đến hết ngày 31/12/2026 = date 2026-12-31"),
        DeadlineRule(
            "{done} ^ [<vào|trong|đến>] [ngày] {day}", .due, .anywhere,
            "Dự kiến ngày 05/12/2026 = date 2026-12-05", "hoàn thành ngày 30/9/2026 = date 2026-09-30"),
        DeadlineRule(
            "[vào] năm {y} ( [{by}|vào] [ngày] {d}/{m} )", .due, .anywhere,
            "vào năm 2031 (trước ngày 15/11) = date 2031-11-15"),
        DeadlineRule(
            "[ngày] {day}", .due, .cell, "30/9/2026 = date 2026-09-30", "Ngày 05 tháng 8 năm 2026 = date 2026-08-05"),
    ]

    private static let units: [DeadlineRule] = [
        DeadlineRule(
            "trước {unit}", .before, .anywhere,
            "trước tháng 9/2026 = month 2026-08-31", "trước quý IV/2026 = quarter 2026-09-30"),
        DeadlineRule(
            "<{by} <hết|cuối>|<chậm|muộn|trễ> nhất [là] [vào|đến|trong]> {unit}", .due, .anywhere,
            "chậm nhất trong tháng 9/2026 = month 2026-09-30", "trước hết quý III/2026 = quarter 2026-09-30"),
        DeadlineRule(
            "{in} {unit}", .due, .anywhere,
            "Trong năm 2026 = year 2026-12-31", "trong tháng 9 năm 2026 = month 2026-09-30",
            "trong Quý III/2026 = quarter 2026-09-30", "đến hết năm 2026 = year 2026-12-31",
            "vào năm 2028 = year 2028-12-31", "trong tháng 8 = month 2026-08-31"),
        DeadlineRule(
            "{done} ^ [<{in}|đến>] {unit}", .due, .anywhere,
            "Xong trong Quý III/2026 = quarter 2026-09-30", "hoàn thành trong quý IV năm 2026 = quarter 2026-12-31",
            "Dự kiến hoàn thành tháng 9/2026 = month 2026-09-30",
            "Thời gian hoàn thành: Tháng 10/2026 = month 2026-10-31"),
        DeadlineRule("<sơ kết|tổng kết> ^ năm {y}", .due, .sentence, "tổng kết năm 2030 = year 2030-12-31"),
        DeadlineRule("đến <{month}|{quarter}>", .due, .anywhere, "đến tháng 12/2026 = month 2026-12-31"),
        DeadlineRule(
            "<{quarter}|{quarters}>", .due, .clause,
            "Quý IV/2026 = quarter 2026-12-31", "Quý III, IV/2026 = quarter 2026-12-31",
            "Quý II, III/2026 = quarter 2026-09-30", "Quý III và Quý IV/2026 = quarter 2026-12-31",
            "Quý III, IV/2026, 2027 = quarter 2026-12-31"),
        DeadlineRule(
            "<{month}|{months}>", .due, .cell,
            "Tháng 9/2026 = month 2026-09-30", "Tháng 8, 9/2026 = month 2026-09-30"),
        DeadlineRule("T {m}/{y}", .due, .cell, "T9/2026 = month 2026-09-30"),
        DeadlineRule(
            "[<trong|vào>] <đầu|giữa|nửa đầu|nửa cuối|tuần {n}|tuần đầu|tuần cuối> {unit}", .due, .cell,
            "Đầu tháng 9/2026 = month 2026-09-30", "Tuần 2 tháng 8/2026 = month 2026-08-31"),
        DeadlineRule("{m}/{y}", .due, .cell, "9/2026 = month 2026-09-30"),
        DeadlineRule("[Q] {q}/{y}", .due, .cell, "IV/2026 = quarter 2026-12-31", "Q4/2026 = quarter 2026-12-31"),
        DeadlineRule(
            "[<trong|đến|hết|đến hết>] [năm] {y}", .due, .cell,
            "Năm 2026 = year 2026-12-31", "2026 = year 2026-12-31", "Đến năm 2030 = year 2030-12-31"),
        DeadlineRule(
            "[<vào|trong|đến|hết|đến hết>] {6} tháng đầu năm [{y}]", .firstHalf, .clause,
            "6 tháng đầu năm 2027 = range 2027-06-30"),
        DeadlineRule(
            "[<vào|trong|đến|hết|đến hết>] {6} tháng cuối năm [{y}]", .secondHalf, .clause,
            "6 tháng cuối năm 2026 = range 2026-12-31"),
    ]

    private static let ranges: [DeadlineRule] = [
        DeadlineRule(
            "từ [ngày] <{day}|{unit}> <đến|-> [hết] [ngày] <{day}|{unit}>", .range, .anywhere,
            "Từ tháng 12/2026 đến quý I/2027 = range 2027-03-31", "từ tháng 9/2026 đến tháng 3/2029 = range 2029-03-31",
            "từ năm 2026 đến năm 2030 = range 2030-12-31"),
        DeadlineRule(
            "[giai đoạn] [từ] [năm] {y} <-|đến> [năm] {y}", .range, .cell,
            "2026 - 2027 = range 2027-12-31", "2024-2030 = range 2030-12-31", "Giai đoạn 2026 - 2030 = range 2030-12-31"
        ),
        DeadlineRule(
            "<{day}|{month}|{quarter}> <-|đến> <{day}|{month}|{quarter}>", .range, .cell,
            "Tháng 9/2026 - tháng 3/2027 = range 2027-03-31"),
        DeadlineRule("<{monthSpan}|T {m} - T {m}/{y}>", .range, .clause, "Tháng 7 - 12/2026 = range 2026-12-31"),
        DeadlineRule(
            "[các] năm {y} <,|và> [năm] {y} [<,|và> [năm] {y}] [<,|và> [năm] {y}]", .due, .cell,
            "Năm 2026, 2027 = year 2026-12-31"),
    ]

    private static let endless: [DeadlineRule] = [
        DeadlineRule(
            "thường xuyên [, liên tục|và liên tục|liên tục|hàng ngày]", .ongoing, .opening, "Thường xuyên = ongoing"),
        DeadlineRule(
            "thường xuyên [,|và|/|-] {every} năm [{from}]", .ongoing, .cell, "Thường xuyên, hằng năm = ongoing"),
        DeadlineRule("<liên tục|cả năm|suốt năm|thường kỳ|{every} <ngày|tuần>>", .ongoing, .cell, "Liên tục = ongoing"),
        DeadlineRule("định kỳ", .ongoing, .adverb, "Định kỳ = ongoing"),
        DeadlineRule("định kỳ {every} tuần", .ongoing, .anywhere, "Định kỳ hằng tuần = ongoing"),
        DeadlineRule(
            "{by} [{time}] [ngày] thứ {w} [{every} tuần]", .ongoing, .anywhere,
            "trước 16 giờ 00 ngày thứ Sáu = ongoing", "trước 16h00 thứ Năm hằng tuần = ongoing"),
        DeadlineRule(
            "[kể] từ [ngày] <{day}|{unit}> [trở đi]", .ongoing, .cell,
            "Từ năm 2027 trở đi = ongoing", "Từ tháng 9/2026 = ongoing"),
        DeadlineRule(
            "<liên tục|thường xuyên> từ [nay|khi ban hành] [đến] [hết] [năm] [{y}]", .ongoing, .cell,
            "Liên tục từ nay đến năm 2030 = ongoing"),
    ]

    private static let limits: [DeadlineRule] = [
        DeadlineRule(
            "{within} {n} ngày làm việc [,] [{after}]", .limit(workingDays: true), .anywhere,
            "trong thời hạn 05 ngày làm việc kể từ ngày 03/8/2026 = date 2026-08-10", "sau 15 ngày làm việc = none"),
        DeadlineRule(
            "{within} {n} ngày [,] {after}", .limit(workingDays: false), .anywhere,
            "trong vòng 10 ngày kể từ ngày 03/8/2026 = date 2026-08-13"),
        DeadlineRule(
            "{within} {n} ngày làm việc [,] [<kể từ|sau|từ>] ngày {issued}", .limitFromDocument(workingDays: true),
            .anywhere,
            "trong vòng 07 ngày làm việc kể từ ngày ban hành Kế hoạch này = date 2026-07-13"),
        DeadlineRule(
            "{within} {n} ngày [,] [<kể từ|sau|từ>] ngày {issued}", .limitFromDocument(workingDays: false), .anywhere,
            "chậm nhất 15 ngày kể từ ngày ký ban hành Quyết định này = date 2026-07-17"),
    ]

    private static let noDeadlines: [DeadlineRule] = [
        DeadlineRule("<đúng thời hạn|đột xuất|theo yêu cầu|khi có yêu cầu>", .unnamed, .cell, "Theo yêu cầu = none"),
        DeadlineRule("[dự kiến] sau {unit}", .unnamed, .cell, "Dự kiến sau năm 2030 = none"),
        DeadlineRule(
            "<giai đoạn|nhiệm kỳ|năm học> [từ] [năm] {y} <-|đến> [năm] {y}", .notDeadline, .sentence,
            "đề án giai đoạn 2026 - 2030 = none", "nhiệm kỳ 2026 - 2031 = none"),
        DeadlineRule(
            "<đến|hướng tới|tầm nhìn [đến]> [năm] {y}", .notDeadline, .sentence,
            "đến năm 2030, tầm nhìn đến năm 2050 = none"),
        DeadlineRule(
            "<[lũy kế] tính đến|lũy kế|số liệu> [từ|đến] [hết] [ngày|cuối] <{day}|{unit}>", .notDeadline, .sentence,
            "lũy kế đến 01/9/2026 = none", "tính đến hết tháng 9/2026 = none"),
        DeadlineRule(
            "<lũy kế|số liệu> [tính] từ [ngày] <{day}|{unit}> đến [hết] [ngày] <{day}|{unit}>", .notDeadline, .sentence,
            "số liệu tính từ ngày 15/12/2026 đến ngày 14/12/2027 = none"),
        DeadlineRule(
            "[có] hiệu lực [thi hành] [kể] [từ|trước|vào|đến] [hết] [ngày] <{day}|{unit}>", .notDeadline, .sentence,
            "có hiệu lực từ ngày 01/9/2026 = none"),
        DeadlineRule(
            "<kể từ|từ> [ngày] <{day}|{unit}>", .notDeadline, .sentence, "áp dụng kể từ ngày 01/9/2026 = none"),
        DeadlineRule("[trong] {unit} vừa qua", .notDeadline, .sentence, "trong năm 2026 vừa qua = none"),
    ]
}
