import Paper
import Testing

@testable import Documents

/// Invented documents of several types and layouts that hold to the decree.
struct CorrectDocument: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let type: DocumentType
    let symbol: String
    let signer: Signer
    let text: String

    static let all = [decision, letter, report, columns, annexes, amendment]

    static let decision = CorrectDocument(
        testDescription: "decision with legal bases and articles", type: .decision, symbol: "QĐ-SNV",
        signer: Signer(capacity: "GIÁM ĐỐC", position: "GIÁM ĐỐC", name: "Phan Văn Lịch"),
        text: """
            ỦY BAN NHÂN DÂN TỈNH AN HÒA
            SỞ NỘI VỤ

            Số: 128/QĐ-SNV

            CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc

            An Hòa, ngày 12 tháng 01 năm 2026

            QUYẾT ĐỊNH
            Về việc thành lập Tổ rà soát hồ sơ lưu trữ

            GIÁM ĐỐC SỞ NỘI VỤ

            Căn cứ Luật Lưu trữ;
            Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
            Theo đề nghị của Chánh Văn phòng Sở.

            QUYẾT ĐỊNH:

            Điều 1. Thành lập Tổ rà soát hồ sơ lưu trữ gồm các ông, bà có tên trong danh sách kèm theo.

            Điều 2. Tổ rà soát có nhiệm vụ:

            1. Lập danh mục hồ sơ đến hạn nộp lưu.

            2. Đề xuất phương án tiêu hủy tài liệu hết giá trị theo Phụ lục I ban hành kèm theo Thông tư số 02/2025/TT-BNV.

            Điều 3. Chánh Văn phòng và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.

            Nơi nhận:
            - Như Điều 3;
            - Giám đốc Sở (để b/c);
            - Lưu: VT, VP (03).

            GIÁM ĐỐC

            Phan Văn Lịch
            """)

    static let letter = CorrectDocument(
        testDescription: "official letter with a list of addressees", type: .officialLetter, symbol: "SCT-QLTM",
        signer: Signer(capacity: "KT. GIÁM ĐỐC", position: "PHÓ GIÁM ĐỐC", name: "Đỗ Thị Hiên"),
        text: """
            UBND TỈNH AN HÒA
            SỞ CÔNG THƯƠNG

            Số: 09/SCT-QLTM
            V/v phối hợp kiểm tra chợ đêm

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc

            An Hòa, ngày 20 tháng 10 năm 2025

            Kính gửi:
            - Công an tỉnh;
            - Sở Y tế;
            - Ủy ban nhân dân các phường.

            Để bảo đảm trật tự tại chợ đêm, Sở Công Thương đề nghị quý cơ quan phối hợp một số việc sau:

            1. Cử cán bộ tham gia đoàn kiểm tra.

            2. Gửi danh sách về Sở Công Thương trước ngày 05/11/2025.

            Rất mong nhận được sự phối hợp của quý cơ quan./.

            Nơi nhận:
            - Như trên;
            - Văn phòng Sở:
              + Lãnh đạo;
              + Lưu: VT, QLTM(H).

            KT. GIÁM ĐỐC
            PHÓ GIÁM ĐỐC

            Đỗ Thị Hiên
            """)

    static let report = CorrectDocument(
        testDescription: "report left blank for number and day", type: .report, symbol: "BC-UBND",
        signer: Signer(capacity: "TM. ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH", name: "Vi Văn Thắm"),
        text: """
            ỦY BAN NHÂN DÂN
            XÃ SUỐI MÂY

            Số:        /BC-UBND

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc

            Suối Mây, ngày      tháng     năm 2026

            BÁO CÁO
            Kết quả công tác dân số quý I năm 2026

            Phần I

            KẾT QUẢ ĐẠT ĐƯỢC

            I. CÔNG TÁC TUYÊN TRUYỀN

            1. Xã tổ chức 12 buổi nói chuyện tại các bản.

            a) Buổi đầu tiên có 40 người dự.

            b) Buổi cuối cùng có 65 người dự.

            2. Đài truyền thanh phát 30 bản tin.

            II. KHÓ KHĂN

            1. Đường vào hai bản còn sạt lở.

            2. Cán bộ còn kiêm nhiệm.

            Trên đây là báo cáo của Ủy ban nhân dân xã./.

            Nơi nhận:
            - Ủy ban nhân dân tỉnh;
            - Lưu: VT.

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH

            Vi Văn Thắm
            """)

    static let columns = CorrectDocument(
        testDescription: "notice with head and foot in two columns", type: .notice, symbol: "TB-UBND",
        signer: Signer(capacity: "TL. CHỦ TỊCH; CHÁNH VĂN PHÒNG", position: "CHÁNH VĂN PHÒNG", name: "Lò Thị Én"),
        text: """
             ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
              TỈNH AN HÒA                        Độc lập - Tự do - Hạnh phúc

             Số: 77/TB-UBND                   An Hòa, ngày 03 tháng 02 năm 2026

                                    THÔNG BÁO
                          Về lịch tiếp công dân tháng 3 năm 2026

            Chủ tịch Ủy ban nhân dân tỉnh tiếp công dân vào các ngày thứ Năm của tuần thứ nhất
            và tuần thứ ba tại Trụ sở Tiếp công dân của tỉnh.

            Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị và người dân biết./.

            Nơi nhận:                                    TL. CHỦ TỊCH
            - Ban Tiếp công dân;                       CHÁNH VĂN PHÒNG
            - Các sở, ngành;
            - Lưu: VT, BTCD.
                                                          Lò Thị Én
            """)

    static let annexes = CorrectDocument(
        testDescription: "directive with two annexes", type: .directive, symbol: "CT-UBND",
        signer: Signer(capacity: "CHỦ TỊCH", position: "CHỦ TỊCH", name: "Nông Quốc Bình"),
        text: """
            ỦY BAN NHÂN DÂN
            TỈNH AN HÒA

            Số: 11/CT-UBND

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc

            An Hòa, ngày 30 tháng 11 năm 2025

            CHỈ THỊ
            Về việc chuẩn bị vụ xuân

            Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

            1. Các xã hoàn thành lịch lấy nước nêu tại Phụ lục I và báo cáo theo mẫu tại Phụ lục II của Chỉ thị này.

            2. Sở Nông nghiệp và Môi trường kiểm tra việc thực hiện./.

            Nơi nhận:
            - Các xã, phường;
            - Lưu: VT, NN.

            CHỦ TỊCH

            Nông Quốc Bình

            Phụ lục I
            LỊCH LẤY NƯỚC
            (Kèm theo Chỉ thị số 11/CT-UBND ngày 30/11/2025 của Chủ tịch Ủy ban nhân dân tỉnh)

            1. Đợt một từ ngày 05/01/2026.

            2. Đợt hai từ ngày 20/01/2026.

            Phụ lục II
            MẪU BÁO CÁO
            (Kèm theo Chỉ thị số 11/CT-UBND ngày 30/11/2025 của Chủ tịch Ủy ban nhân dân tỉnh)

            1. Diện tích đã có nước.
            """)

    static let amendment = CorrectDocument(
        testDescription: "decision that quotes numbers of another", type: .decision, symbol: "QĐ-UBND",
        signer: Signer(capacity: "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", position: "PHÓ CHỦ TỊCH", name: "Hà Thị Sim"),
        text: """
            ỦY BAN NHÂN DÂN
            TỈNH AN HÒA

            Số: 1402/QĐ-UBND

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc

            An Hòa, ngày 01 tháng 12 năm 2025

            QUYẾT ĐỊNH
            Sửa đổi Quy chế làm việc của Ban Chỉ đạo

            Căn cứ Luật Tổ chức chính quyền địa phương.

            QUYẾT ĐỊNH:

            Điều 1. Sửa đổi một số điều của Quy chế

            1. Sửa đổi Điều 7 như sau:

            “Điều 7. Chế độ họp

            1. Ban Chỉ đạo họp ba tháng một lần.

            5. Khi cần thì họp đột xuất.”

            2. Bãi bỏ Điều 9.

            Điều 2. Quyết định này có hiệu lực từ ngày ký./.

            Nơi nhận:
            - Như Điều 1;
            - Lưu: VT, TH.

            TM. ỦY BAN NHÂN DÂN
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH

            Hà Thị Sim
            """)
}
