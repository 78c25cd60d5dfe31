import Plans
import Testing

struct ImplementingOrderTests {
    @Test(arguments: [
        "Xây dựng kế hoạch triển khai thực hiện Kế hoạch này tại địa phương, hoàn thành trước ngày 30/9/2026",
        "Ban hành kế hoạch cụ thể hóa Chỉ thị phù hợp với điều kiện của đơn vị",
        "Khẩn trương xây dựng, ban hành Kế hoạch thực hiện trên địa bàn",
        "Các sở, ngành chủ động xây dựng và ban hành kế hoạch hành động của đơn vị để triển khai Nghị quyết",
        "Lập kế hoạch chi tiết triển khai nhiệm vụ được giao",
        "Căn cứ Kế hoạch này, các xã, phường, đặc khu xây dựng kế hoạch của địa phương",
        "Trên cơ sở Kế hoạch của thành phố, chủ động xây dựng kế hoạch gắn với nhiệm vụ của đơn vị; hằng năm lập dự toán",
        "Xây dựng chương trình hành động thực hiện Đề án",
        "Tổ chức quán triệt Chỉ thị; xây dựng kế hoạch cụ thể hoá các nhiệm vụ được giao",
    ])
    func isGiven(_ text: String) { #expect(ImplementingOrder.isGiven(in: text)) }

    @Test(arguments: [
        "Theo dõi, đôn đốc, tổng hợp tình hình thực hiện Kế hoạch",
        "Tổ chức thực hiện Kế hoạch này bảo đảm tiến độ",
        "Tham mưu Ủy ban nhân dân thành phố ban hành kế hoạch thực hiện Đề án",
        "Xây dựng kế hoạch đào tạo, bồi dưỡng công chức làm công tác đối ngoại",
        "Lập kế hoạch đoàn ra năm 2027",
        "Nhiều cơ quan chưa xây dựng kế hoạch triển khai thực hiện",
        "Lập dự toán kinh phí thực hiện kế hoạch",
        "Báo cáo việc xây dựng kế hoạch triển khai thực hiện của đơn vị",
        "Xây dựng chuyên mục giới thiệu sản phẩm theo Kế hoạch số 15/KH-UBND",
        "",
    ])
    func isNotGiven(_ text: String) { #expect(!ImplementingOrder.isGiven(in: text)) }
}
