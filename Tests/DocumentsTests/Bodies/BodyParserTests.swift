import Testing
import Vietnamese

@testable import Documents

/// Names of bodies in cells of tables and in sentences. All bodies are invented or named only by their kind.
@Suite struct BodyParserTests {
    @Test(
        arguments: [
            ("Sở Tài chính", ["Sở Tài chính"]),
            ("Sở Văn hóa, Thể thao và Du lịch; Sở Công Thương", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Công Thương"]),
            ("Sở Xây dựng, Sở Nông nghiệp và Môi trường", ["Sở Xây dựng", "Sở Nông nghiệp và Môi trường"]),
            (
                "Bộ Văn hóa, Thể thao và Du lịch và Sở Nội vụ",
                ["Bộ Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"]
            ),
            ("Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh", ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"]),
            ("- Thuế tỉnh\n- Kho bạc Nhà nước khu vực XX", ["Thuế tỉnh", "Kho bạc Nhà nước khu vực XX"]),
            ("1. Sở Y tế.", ["Sở Y tế"]),
            ("UBND các phường: Bến Đá, Lộc An", ["UBND phường Bến Đá", "UBND phường Lộc An"]),
            ("Các Sở: Công Thương, Tài chính", ["Sở Công Thương", "Sở Tài chính"]),
            ("Các sở, ban, ngành; UBND các xã, phường", ["Các sở, ban, ngành", "UBND các xã, phường"]),
            ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
            (
                "Ban Quản lý dự án đầu tư xây dựng khu vực Lộc An, Sở Xây dựng",
                ["Ban Quản lý dự án đầu tư xây dựng khu vực Lộc An", "Sở Xây dựng"]
            ),
            ("Sở Công Thương (chủ trì)", ["Sở Công Thương (chủ trì)"]),
            ("", []), (" ; \n", []),
        ] as [(String, [String])])
    func aCellNamesBodies(_ cell: String, _ names: [String]) {
        #expect(BodyParser.cell(cell) == names)
    }

    @Test(
        arguments: [
            ("Sở Tài chính tham mưu phân bổ kinh phí.", ["Sở Tài chính"]),
            ("Sở Giáo dục và Đào tạo chỉ đạo các trường học.", ["Sở Giáo dục và Đào tạo"]),
            (
                "Bộ Văn hóa, Thể thao và Du lịch, Bộ Công Thương để được hướng dẫn",
                ["Bộ Văn hóa, Thể thao và Du lịch", "Bộ Công Thương"]
            ),
            (
                "các sở, ban, ngành của tỉnh và cơ quan báo chí tuyên truyền về ngày hội",
                ["các sở, ban, ngành của tỉnh", "cơ quan báo chí"]
            ),
            (
                "UBND các phường: Bến Đá, Lộc An tổ chức ra quân",
                ["UBND phường Bến Đá", "UBND phường Lộc An"]
            ),
            ("Văn phòng HĐND và UBND xã tổng hợp, báo cáo", ["Văn phòng HĐND và UBND xã"]),
            (
                "các hội, đoàn thể, nhất là Hiệp hội Doanh nghiệp tỉnh vận động hội viên",
                ["các hội, đoàn thể", "Hiệp hội Doanh nghiệp tỉnh"]
            ),
            (
                "Giám đốc Sở Y tế, Chủ tịch UBND các xã, phường chịu trách nhiệm thi hành",
                ["Giám đốc Sở Y tế", "Chủ tịch UBND các xã, phường"]
            ),
            (
                "cơ quan quản lý nhà nước về du lịch kiểm tra các cơ sở lưu trú",
                ["cơ quan quản lý nhà nước về du lịch"]
            ),
            (
                "Ban Quản lý dự án đầu tư xây dựng Lộc An hoàn thành thủ tục",
                ["Ban Quản lý dự án đầu tư xây dựng Lộc An"]
            ),
            ("Sở Nội vụ (qua Phòng Cải cách hành chính) trước ngày 15", ["Sở Nội vụ"]),
            ("Công an tỉnh, Sở Xây dựng và UBND xã Lộc An xử lý", ["Công an tỉnh", "Sở Xây dựng", "UBND xã Lộc An"]),
        ] as [(String, [String])])
    func aSentenceBeginsWithBodies(_ sentence: String, _ names: [String]) {
        let parser = BodyParser(Tokens(sentence))
        #expect(parser.isStart(0))
        #expect(parser.names(parser.bodies(from: 0).bodies) == names)
    }

    @Test(arguments: [
        "Tổ chức hội nghị tổng kết", "Báo cáo kết quả thực hiện", "Phòng ngừa tội phạm", "Hội nghị trực tuyến",
        "các nhiệm vụ trọng tâm", "tăng cường kiểm tra", "Đoàn kết thống nhất", "15 xã", "",
    ])
    func nothingElseBeginsAsABody(_ text: String) {
        #expect(!BodyParser(Tokens(text)).isStart(0))
    }

    @Test func aThousandBracketsAreNotReadForEver() {
        let text = "Sở Y tế " + String(repeating: "(a) ", count: 20_000)
        let parser = BodyParser(Tokens(text))
        #expect(parser.names(parser.bodies(from: 0).bodies) == ["Sở Y tế"])
    }
}
