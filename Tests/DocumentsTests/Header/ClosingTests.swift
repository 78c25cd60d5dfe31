import Paper
import Testing

@testable import Documents

/// Signing block, recipients and annexes.
@Suite struct ClosingTests {
    @Test(
        arguments: [
            (
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Minh", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
                "PHÓ CHỦ TỊCH", "Trần Văn Minh"
            ),
            ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nGiàng A Páo", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Giàng A Páo"),
            ("CHỦ TỊCH\nNguyễn Thị Lan", nil, "CHỦ TỊCH", "Nguyễn Thị Lan"),
            (
                "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nLê Văn Hải",
                "TL. CHỦ TỊCH; KT. CHÁNH VĂN PHÒNG",
                "PHÓ CHÁNH VĂN PHÒNG", "Lê Văn Hải"
            ),
            (
                "KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nY Thông", "KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM",
                "Y Thông"
            ),
            (
                "TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nPhạm Thị Bình", "TM. CHÍNH PHỦ; KT. THỦ TƯỚNG",
                "PHÓ THỦ TƯỚNG", "Phạm Thị Bình"
            ),
            ("TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nLò Văn Ún", "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Lò Văn Ún"),
            ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nHoàng Văn Tài", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Hoàng Văn Tài"),
            ("Q. GIÁM ĐỐC\nĐỗ Thị Mai", "Q. GIÁM ĐỐC", nil, "Đỗ Thị Mai"),
            ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nĐinh Văn Sơn", "TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "Đinh Văn Sơn"),
            (
                "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n(Đã ký)\nBùi Văn Hòa\nTRƯỞNG BAN XÂY DỰNG ĐẢNG", "KT. TRƯỞNG BAN",
                "PHÓ TRƯỞNG BAN; TRƯỞNG BAN XÂY DỰNG ĐẢNG", "Bùi Văn Hòa"
            ),
            (
                "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nVũ Văn Đức", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
                "PHÓ CHỦ TỊCH", "Vũ Văn Đức"
            ),
            (
                "TM. ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nCHỦ TỊCH\nNguyễn Văn Thịnh", "TM. ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
                "CHỦ TỊCH", "Nguyễn Văn Thịnh"
            ),
            ("GIÁM ĐỐC", nil, "GIÁM ĐỐC", nil),
            ("Nguyễn Thị Thu Hà", nil, nil, "Nguyễn Thị Thu Hà"),
        ] as [(String, String?, String?, String?)])
    func readsTheSigningBlock(lines: String, capacity: String?, position: String?, name: String?) {
        let header = HeaderTestText.closing("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n" + lines)
        #expect(header.signer == Signer(capacity: capacity, position: position, name: name))
        #expect(header.recipients == ["Như trên", "Lưu: VT"])
    }

    @Test(arguments: [
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Minh\nNơi nhận:\n- Tỉnh ủy;\n- Lưu: VT, KT(Thủy, Nho).",
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Tỉnh ủy; CHỦ TỊCH\n- Lưu: VT, KT(Thủy, Nho).\nTrần Văn Minh",
        "Nơi nhận:\n- Tỉnh ủy; Trần Văn Minh\n- Lưu: VT, KT(Thủy, Nho).\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
    ])
    func readsBothHalvesInAnyOrder(lines: String) {
        let header = HeaderTestText.closing(lines)
        #expect(header.signer == Signer(capacity: "TM. ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH", name: "Trần Văn Minh"))
        #expect(header.recipients == ["Tỉnh ủy", "Lưu: VT, KT(Thủy, Nho)"])
    }

    @Test func readsAClosingInATable() {
        let table = HeaderTestText.table([
            [
                "Nơi nhận:\n- Bộ Nội vụ (để báo cáo);\n- Các phòng, ban thuộc\nSở;\n- Lưu: VT.",
                "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Hồng",
            ]
        ])
        let zones = DocumentZones.split(
            HeaderTestText.blocks("KẾ HOẠCH\nCông tác\n\nI. VIỆC\n1. Làm.") + [.table(table)])
        let header = HeaderReader.read(zones)
        #expect(header.recipients == ["Bộ Nội vụ (để báo cáo)", "Các phòng, ban thuộc Sở", "Lưu: VT"])
        #expect(header.signer == Signer(capacity: "KT. GIÁM ĐỐC", position: "PHÓ GIÁM ĐỐC", name: "Lê Thị Hồng"))
        #expect(HeaderTestText.text(zones.body) == ["I. VIỆC", "1. Làm."])
    }

    @Test(arguments: [
        (
            "- Như Điều 3;\n- TT. Tỉnh ủy (b/c);\n- Văn phòng UBND tỉnh:\n+ LĐVP, TKCT;\n+ Lưu: VT.",
            ["Như Điều 3", "TT. Tỉnh ủy (b/c)", "Văn phòng UBND tỉnh", "LĐVP, TKCT", "Lưu: VT"]
        ),
        ("Như trên; Các sở, ngành; Lưu: VT.", ["Như trên", "Các sở, ngành", "Lưu: VT"]),
        (
            "- Các sở, ban, ngành,\nđoàn thể tỉnh;\n- Lưu: VT, TH (2b).",
            ["Các sở, ban, ngành, đoàn thể tỉnh", "Lưu: VT, TH (2b)"]
        ),
        ("Như kính gửi;\nBan Giám đốc;\nLưu: VT.", ["Như kính gửi", "Ban Giám đốc", "Lưu: VT"]),
    ])
    func listsTheRecipients(lines: String, recipients: [String]) {
        #expect(HeaderTestText.closing("Nơi nhận:\n" + lines + "\nCHỦ TỊCH\nTrần Văn Minh").recipients == recipients)
    }

    @Test func partsTheAnnexes() {
        let zones = HeaderTestText.zones(
            """
            KẾ HOẠCH
            Công tác

            I. VIỆC
            Nơi nhận:
            - Lưu: VT.
            CHỦ TỊCH
            Trần Văn Minh
            Phụ lục I
            DANH MỤC NHIỆM VỤ
            (Kèm theo Kế hoạch số:       /KH-UBND ngày     tháng    năm 2026
            của Ủy ban nhân dân tỉnh)
            1. Khảo sát.
            PHỤ LỤC II
            Biểu mẫu báo cáo
            2. Ghi chép.
            """)
        #expect(zones.annexes.count == 2)
        #expect(zones.annexes.first?.title.map(\.text) == ["Phụ lục I", "DANH MỤC NHIỆM VỤ"])
        #expect(zones.annexes.first?.reference?.text.hasSuffix("của Ủy ban nhân dân tỉnh)") == true)
        #expect(zones.annexes.map { HeaderTestText.text($0.blocks) } == [["1. Khảo sát."], ["2. Ghi chép."]])
        #expect(zones.annexes.last?.title.map(\.text) == ["PHỤ LỤC II", "Biểu mẫu báo cáo"])
    }

    @Test func takesATableBehindTheSignatureForAnAnnex() {
        let table = HeaderTestText.table([["TT", "Tên đoàn"], ["1", ""]])
        let blocks = HeaderTestText.blocks(
            "KẾ HOẠCH\nCông tác\n\nI. VIỆC\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Minh\nBẢNG TỔNG HỢP ĐOÀN RA NĂM 2026"
        )
        let zones = DocumentZones.split(blocks + [.table(table)])
        #expect(zones.annexes.map { $0.title.map(\.text) } == [["BẢNG TỔNG HỢP ĐOÀN RA NĂM 2026"]])
        #expect(zones.annexes.map { HeaderTestText.text($0.blocks) } == [["table 2×2"]])
    }

    @Test func keepsADocumentAttachedToADecision() {
        let zones = HeaderTestText.zones(
            """
            QUYẾT ĐỊNH
            Ban hành Quy chế làm việc

            Căn cứ Luật A;
            Điều 1. Ban hành Quy chế.
            Nơi nhận:
            - Như Điều 2;
            - Lưu: VT.
            GIÁM ĐỐC
            Trần Văn Minh
            UBND TỈNH A
            SỞ B
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            QUY CHẾ
            Làm việc của Sở
            (Ban hành kèm theo Quyết định số 3/QĐ-SB ngày 1/2/2026 của Giám đốc Sở)
            Điều 1. Phạm vi
            """)
        let annex = zones.annexes.first
        #expect(annex?.title.map(\.text) == ["QUY CHẾ", "Làm việc của Sở"])
        #expect(annex?.letterhead.count == 4)
        #expect(annex.map { HeaderTestText.text($0.blocks) } == ["Điều 1. Phạm vi"])
        #expect(HeaderReader.read(zones).type == .decision)
    }

    @Test func findsTheSigningBlockWhereNoRecipientsStand() {
        let zones = HeaderTestText.zones(
            "KẾ HOẠCH\nCông tác\n\nI. VIỆC\n1. Làm.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Minh")
        #expect(HeaderTestText.text(zones.body) == ["I. VIỆC", "1. Làm."])
        #expect(HeaderReader.read(zones).signer?.name == "Trần Văn Minh")
    }

    @Test func losesNoLineOfADocumentWithoutAnyForm() {
        let zones = HeaderTestText.zones("Một đoạn văn.\nMột đoạn nữa về nơi nhận hồ sơ.\nHết")
        #expect(zones.body.count == 3)
        #expect(zones.letterhead.isEmpty && zones.recipients.isEmpty && zones.annexes.isEmpty)
    }
}
