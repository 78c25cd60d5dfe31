import Plans
import Testing

@Suite struct TargetTests {
    private func target(_ deliverable: String?, _ text: String = "") -> Target? {
        Target.read(deliverable: deliverable, text: text)
    }

    @Test func aRangeInAPeriod() {
        #expect(
            target("Đoàn giao thương (dự kiến 1-2 đoàn/năm)") == Target(least: 1, most: 2, unit: "đoàn", per: .year))
        #expect(target("Từ 3 đến 5 bản tin mỗi quý") == Target(least: 3, most: 5, unit: "bản tin", per: .quarter))
        #expect(target(nil, "Tổ chức 02 lớp/6 tháng") == Target(least: 2, most: 2, unit: "lớp", per: .half))
    }

    @Test func oneEndIsEnough() {
        #expect(
            target(nil, "Tổ chức ít nhất 02 hội nghị/năm tại xã")
                == Target(least: 2, most: nil, unit: "hội nghị", per: .year))
        #expect(target("Tối đa 3 đoàn/năm") == Target(least: nil, most: 3, unit: "đoàn", per: .year))
    }

    @Test func aProductMayBeANumberOfThings() {
        #expect(target("02 lớp tập huấn") == Target(least: 2, most: 2, unit: "lớp tập huấn"))
        #expect(target("Ít nhất 01 chuyên mục; tin, bài") == Target(least: 1, most: nil, unit: "chuyên mục"))
    }

    @Test(arguments: [
        "Báo cáo", "Kế hoạch số 47/KH-UBND", "Báo cáo trước ngày 30/11 hằng năm", "Hội nghị năm 2026", "5",
    ])
    func otherNumbersAreNone(_ text: String) { #expect(target(text, text) == nil) }
}
