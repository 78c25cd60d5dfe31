import Paper
import WorkCalendar

@testable import Documents

extension Fault {
    /// Faults of what a document says.
    static let content = [
        Fault("duplicate-assignment", .warning) { plan in
            var again = plan.assignments[3]
            again.text = "Lắp cân đối chứng tại các Chợ đầu mối, để người mua tự kiểm tra."
            again.group = "2 Chợ phiên"
            again.place = Place(line: 71)
            plan.assignments.append(again)
        },
        Fault("duplicate-assignment.leads", .note) { plan in
            var again = plan.assignments[3]
            again.text = "Lắp cân đối chứng tại các chợ đầu mối để người mua tự kiểm tra"
            again.lead = ["Sở Nông nghiệp và Môi trường"]
            again.place = Place(line: 71)
            plan.assignments.append(again)
        },
        Fault("repeated-group-heading", .warning) { $0.assignments[5].group = "2 Chợ đầu mối" },
        Fault("agency-in-text-not-in-annex", .note) { plan in
            plan.assignments.insert(SamplePlan.body("3. Sở Xây dựng", "Lập quy hoạch chợ.", line: 46), at: 3)
        },
        Fault("agency-in-annex-not-in-text", .note) { $0.assignments[5].lead = ["Sở Tài chính"] },
        Fault("assignment-without-lead", .warning) { $0.assignments[5].lead = [] },
        Fault("assignment-without-deliverable", .note) { $0.assignments[5].deliverable = nil },
        Fault("assignment-without-deadline", .note) { $0.assignments[5].deadline = .none },
        Fault("deadline-past", .note) { $0.today = Day(year: 2027, month: 2, day: 1) },
        Fault("deadline-before-document", .warning) { plan in
            plan.assignments[3].deadline.due = Day(year: 2025, month: 12, day: 31)
        },
        Fault("deadline-before-document", .warning) { plan in
            plan.header.date = nil
            plan.assignments[3].deadline.due = Day(year: 2025, month: 12, day: 31)
        },
        Fault("citation-conflict.issuer", .warning) { plan in
            plan.citations[1].mentions.append(
                .init(date: plan.citations[1].date, issuer: "Chính phủ", place: Place(line: 28)))
        },
        Fault("citation-conflict.date", .warning) { plan in
            plan.citations[1].mentions.append(
                .init(date: Day(year: 2021, month: 7, day: 31), issuer: nil, place: Place(line: 28)))
        },
        Fault("citation-conflict.date", .note) { plan in
            plan.citations[1].mentions.append(
                .init(date: Day(year: 2023, month: 7, day: 13), issuer: "Chính phủ", place: Place(line: 28)))
        },
        Fault("citation-issuer", .warning) { $0.citations[1].mentions[0].issuer = "Chính phủ" },
        Fault("instrument-not-in-force.replaced", .warning) { plan in
            plan.citations[0] = SamplePlan.cited("76/2010/QĐ-TTg", .decision, 2010, 11, 30, "Thủ tướng", line: 14)
        },
        Fault("instrument-not-in-force.replaced-unverified", .warning) { plan in
            plan.citations[0] = SamplePlan.cited("27/NQ-CP", .resolution, 2016, 4, 5, "Chính phủ", line: 14)
        },
        Fault("instrument-not-in-force.since", .warning) { plan in
            plan.header.date = nil
            plan.header.year = 2025
            plan.today = Day(year: 2026, month: 8, day: 1)
            plan.citations[0] = SamplePlan.cited("88/2012/NĐ-CP", .other, 2012, 10, 23, "Chính phủ", line: 14)
        },
        Fault("unknown-reference-to-annex", .warning) { plan in
            plan.replace("Phụ lục\nDANH", "Phụ lục I\nDANH")
            plan.replace("tại Phụ lục kèm theo Kế hoạch này", "tại Phụ lục I và Phụ lục II kèm theo Kế hoạch này")
        },
        Fault("unknown-reference-to-annex.none", .note) { plan in
            plan.text = String(plan.text.prefix(upTo: plan.text.ranges(of: "Phụ lục\nDANH")[0].lowerBound))
            plan.assignments.removeLast(3)
        },
        Fault("annex-line-conflict.number", .warning, "Kế hoạch số 05/KH-UBND ngày", "Kế hoạch số 50/KH-UBND ngày"),
        Fault("annex-line-conflict.date", .warning, "ngày 06/3/2026 của", "ngày 16/3/2026 của"),
        Fault("numbering-gap.twice", .warning, "2. Mở thêm", "1.1. Chợ gạo.\n\n1.1. Chợ cá.\n\n2. Mở thêm"),
        Fault("numbering-gap.twice", .warning, "c) Tổng hợp", "d) Tổng hợp"),
        Fault("numbering-gap.skipped", .warning, "III. TỔ CHỨC", "IV. TỔ CHỨC"),
        Fault("numbering-gap.skipped", .warning, "c) Tổng hợp", "Tổng hợp"),
        Fault("numbering-gap.skipped", .note, "đ) Đề xuất", "e) Đề xuất"),
    ]
}
