import Testing

@testable import Wording

@Suite struct CatalogueTests {
    private let catalogue: Catalogue

    init() throws {
        catalogue = try Catalogue(
            yaml: Array(
                """
                # Ghi chú
                late: "{unit} chậm {days} ngày"
                plain: Không có nhiệm vụ
                lines: "một\\nhai"
                open: "dấu { lẻ"
                """.utf8))
    }

    @Test func valuesGoWhereTheirNamesStand() {
        #expect(catalogue.text(Message("late", ["unit": "Sở Y tế", "days": "3"])) == "Sở Y tế chậm 3 ngày")
    }

    @Test func aValueIsNeverReadAsAPattern() {
        #expect(catalogue.text(Message("late", ["unit": "{days}", "days": "3"])) == "{days} chậm 3 ngày")
    }

    @Test func whatHasNoValueStaysVisible() {
        #expect(catalogue.text(Message("late", ["unit": "Sở Y tế"])) == "Sở Y tế chậm {days} ngày")
        #expect(catalogue.text(Message("open")) == "dấu { lẻ")
    }

    @Test func anUnknownMessageShowsItsKey() {
        #expect(catalogue.text(Message("nowhere")) == "nowhere")
    }

    @Test func plainAndQuotedTextsAreRead() {
        #expect(catalogue.text(Message("plain")) == "Không có nhiệm vụ")
        #expect(catalogue.text(Message("lines")) == "một\nhai")
    }
}
