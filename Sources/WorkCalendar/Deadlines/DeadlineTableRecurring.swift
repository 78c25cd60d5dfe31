extension DeadlineRule {
    /// What repeats.
    static let recurring: [DeadlineRule] = yearly + withinTheYear

    private static let yearly: [DeadlineRule] = [
        DeadlineRule(
            "{every} năm [{from}|( {y} - {y} )|, từ năm {y}]", .every(.year), .clause,
            "Hàng năm = yearly 2026-12-31", "Hằng năm = yearly 2026-12-31", "Hằng năm, từ năm 2027 = yearly 2027-12-31"),
        DeadlineRule(
            "<định kỳ|thường niên> [vào] {every} năm [{from}]", .every(.year), .anywhere,
            "định kỳ hằng năm = yearly 2026-12-31", "Định kỳ hàng năm = yearly 2026-12-31"),
        DeadlineRule(
            "<định kỳ [mỗi] năm|mỗi năm> <một|1|01> lần", .every(.year), .anywhere,
            "mỗi năm một lần = yearly 2026-12-31"),
        DeadlineRule("<thường niên|{every} năm và đột xuất>", .every(.year), .cell, "Thường niên = yearly 2026-12-31"),
        DeadlineRule(
            "<{by}|vào|đến> [{time}] [ngày] {dayMonth} [của] {every} năm [{from}]", .every(.year), .anywhere,
            "trước ngày 30/11 hằng năm = yearly 2026-11-30",
            "trước ngày 30 tháng 6 hằng năm kể từ năm 2027 = yearly 2027-06-30"),
        DeadlineRule(
            "[định kỳ] {every} năm [,|( ] [báo cáo] <{by}|vào|xong> [ngày] {dayMonth} [ )]", .every(.year), .anywhere,
            "hằng năm, trước ngày 15/12 = yearly 2026-12-15", "định kỳ hằng năm (trước ngày 10/12) = yearly 2026-12-10"),
        DeadlineRule(
            "[ngày] {dayMonth} {every} năm [{from}]", .every(.year), .clause, "15/12 hằng năm = yearly 2026-12-15"),
        DeadlineRule(
            "{by} [ngày] {dayMonth} của năm [báo cáo|kế hoạch]", .every(.year), .anywhere,
            "trước ngày 15/12 của năm báo cáo = yearly 2026-12-15"),
        DeadlineRule(
            "[<vào|trong|trước>] <quý {q}|{quarters}> {every} năm [{from}]", .every(.year), .anywhere,
            "Quý IV hằng năm = yearly 2026-12-31", "trong quý I hàng năm = yearly 2027-03-31",
            "Quý II, IV hằng năm = halfYearly 2026-12-31"),
        DeadlineRule(
            "[<vào|trong|trước>] <tháng {m}|{months}> {every} năm [{from}]", .every(.year), .anywhere,
            "Tháng 10 hằng năm = yearly 2026-10-31", "Tháng 6, tháng 12 hằng năm = halfYearly 2026-12-31"),
        DeadlineRule(
            "từ [ngày] <{dayMonth}|tháng {m}> <đến|-> [ngày] <{dayMonth}|tháng {m}> {every} năm", .everySpan, .anywhere,
            "Từ 15/11 đến 15/12 hằng năm = yearly 2026-12-15"),
        DeadlineRule(
            "[<trong|từ>] [năm] {y} và [<các|những>] năm <tiếp theo|sau|kế tiếp>", .every(.year), .anywhere,
            "Năm 2026 và các năm tiếp theo = yearly 2026-12-31"),
    ]

    private static let withinTheYear: [DeadlineRule] = [
        DeadlineRule(
            "<định kỳ [{every}] {6} tháng [/ lần|một lần|1 lần|đầu năm] [<,|và|/> [{every}|cả|01|1|một] năm]|{6} tháng <một|1|/> lần>",
            .every(.half), .anywhere,
            "định kỳ 6 tháng = halfYearly 2026-12-31", "6 tháng một lần = halfYearly 2026-12-31",
            "Định kỳ 06 tháng và hằng năm = halfYearly 2026-12-31"),
        DeadlineRule(
            "<{every} {6} tháng|[{every}] {6} tháng [một lần|đầu năm] <,|và|/> [{every}|cả|một|01|1] năm>",
            .every(.half), .clause,
            "6 tháng, năm = halfYearly 2026-12-31", "6 tháng và cả năm = halfYearly 2026-12-31"),
        DeadlineRule(
            "<{by}|vào> [ngày] {dayMonth} <và|,> [trước] [ngày] {dayMonth} {every} năm", .every(.half), .anywhere,
            "trước ngày 15/6 và ngày 15/12 hằng năm = halfYearly 2026-12-15"),
        DeadlineRule(
            """
            [định kỳ] {6} tháng ( {by} [ngày] {dayMonth} [{every} năm] ) [,|và] [{every}|cả|01|một|1] năm ( {by} [ngày] {dayMonth} [{every} năm] )
            """, .every(.half), .anywhere,
            "6 tháng (trước ngày 10/6) và hằng năm (trước ngày 10/12) = halfYearly 2026-12-10"),
        DeadlineRule(
            "định kỳ [{every}] quý [<,|và> [{every}|cả|{6}] <năm|tháng> [<,|và> [{every}|cả|01|1|một] năm]]",
            .every(.quarter),
            .anywhere,
            "Định kỳ hàng quý = quarterly 2026-09-30", "định kỳ hằng quý, 6 tháng, năm = quarterly 2026-09-30"),
        DeadlineRule(
            "<{every} quý|quý , [{6} tháng <,|và>] năm>", .every(.quarter), .clause,
            "Hằng quý = quarterly 2026-09-30", "Quý, năm = quarterly 2026-09-30"),
        DeadlineRule(
            "{every} quý {once}", .every(.quarter), .anywhere, "mỗi quý ít nhất 01 lần = quarterly 2026-09-30"),
        DeadlineRule(
            """
            <{by}|vào> [ngày] {d} [của] tháng cuối [của] [{every}] quý
            """, .every(.quarter, month: 3), .anywhere, "trước ngày 20 tháng cuối quý = quarterly 2026-09-20"),
        DeadlineRule(
            "<{by}|vào> [ngày] {d} [của] tháng đầu [tiên] [của] quý [sau|tiếp theo|kế tiếp|liền kề]",
            .every(.quarter, month: 1), .anywhere, "trước ngày 05 tháng đầu quý sau = quarterly 2026-07-05"),
        DeadlineRule(
            "[định kỳ] {every} quý [,|(] {by} [ngày] {d} [của] tháng cuối [của] [{every}] quý [)]",
            .every(.quarter, month: 3), .anywhere, "hằng quý (trước ngày 15 tháng cuối quý) = quarterly 2026-09-15"),
        DeadlineRule(
            "định kỳ [{every}] tháng [<,|và> [{every}] quý [<,|và> [{6} tháng <,|và>] [{every}] năm]]", .every(.month),
            .anywhere,
            "định kỳ hằng tháng = monthly 2026-07-31", "Định kỳ hằng tháng, quý, năm = monthly 2026-07-31"),
        DeadlineRule(
            "<{every} tháng|tháng , quý [<,|và> [{6} tháng <,|và>] năm]>", .every(.month), .clause,
            "Hằng tháng = monthly 2026-07-31"),
        DeadlineRule("{every} tháng {once}", .every(.month), .anywhere, "mỗi tháng một lần = monthly 2026-07-31"),
        DeadlineRule(
            "{by} ngày {d}", .dayOfPeriod, .sentence, "hằng tháng, báo cáo trước ngày 20 = monthly 2026-07-20"),
        DeadlineRule(
            "[<{by}|vào>] [{time}] ngày {d} [của] {every} tháng", .every(.month, month: 1), .anywhere,
            "trước ngày 20 hằng tháng = monthly 2026-07-20", "ngày 25 hàng tháng = monthly 2026-07-25"),
        DeadlineRule(
            "[định kỳ] {every} tháng [,|(] {by} [ngày] {d} [của tháng|{every} tháng|tháng sau|của tháng sau] [)]",
            .every(.month, month: 1), .anywhere, "hằng tháng (trước ngày 25) = monthly 2026-07-25"),
        DeadlineRule(
            "{by} [ngày] {d} <của tháng|[của] tháng <sau|tiếp theo|kế tiếp>>", .every(.month, month: 1), .anywhere,
            "trước ngày 05 tháng sau = monthly 2026-07-05"),
    ]
}
