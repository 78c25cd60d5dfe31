import InventedPeople
import Testing

@testable import Linkage

struct LinkerTests {
    private typealias Birth = PersonTraits.Birth
    private typealias Origin = PersonTraits.Origin

    /// Six hundred others, so that names have frequencies.
    private static let register = InventedRegister(600, .ordinary, seed: 3)

    /// The verdict on two entries among the others; `nil`: two people.
    private func verdict(_ one: PersonTraits, _ other: PersonTraits) -> Linker.Verdict? {
        var index = PersonIndex()
        for entry in Self.register.entries { index.add(PersonTokens(entry.traits), record: entry.record) }
        index.add(PersonTokens(one), record: 9001)
        index.add(PersonTokens(other), record: 9002)
        return Linker(index).duplicates().pairs.first { ($0.left, $0.right) == (9001, 9002) }?.verdict
    }

    private static let lan = PersonTraits(
        name: "Nguyễn Thị Hoà", born: Birth(year: 1984, month: 3, day: 7),
        origin: Origin(commune: "xã Tân Dân", province: "Hải Dương"), country: "JP")

    @Test func `without accents, in Western order, with a married name, from the province of today`() {
        var other = Self.lan
        other.name = "HOA THI NGUYEN"
        other.origin = Origin(commune: "Tan Dan", province: "Hải Phòng")
        #expect(verdict(Self.lan, other) == .same)
        other.name = "Hoa Tanaka"
        #expect(verdict(Self.lan, other) == .same)
        other.name = "Nguyễn Thị Hòa"
        other.born = Birth(year: 1984, month: 7, day: 3)
        #expect(verdict(Self.lan, other) == .same)
    }

    @Test func `a slip of the keyboard and a name of the commune from before the merger`() {
        var other = Self.lan
        other.name = "Nguen Thi Hoa"
        #expect(verdict(Self.lan, other) == .same)
        other.name = "Nguyne Thi Hoa"
        other.born = Birth(year: 1984)
        other.origin = Origin(commune: "Cộng Hòa cũ", communeAlso: "Tân Dân")
        #expect(verdict(Self.lan, other) == .same)
    }

    @Test func `a common name is not enough: not with another year, and not alone`() {
        let one = PersonTraits(name: "Nguyễn Văn Hùng", born: Birth(year: 1980), country: "JP")
        let other = PersonTraits(name: "Nguyen Van Hung", born: Birth(year: 1975), country: "JP")
        #expect(verdict(one, other) != .same)
        #expect(verdict(PersonTraits(name: "Trần Thị Lan"), PersonTraits(name: "Tran Thi Lan")) != .same)
    }

    @Test func `twins share all but the given name: somebody is asked at most`() {
        var one = Self.lan
        one.telephones = ["+81 90 1234 5678"]
        var other = one
        other.name = "Nguyễn Thị Huệ"
        #expect(verdict(one, other) != .same)
        // The number of a passport is nobody else's.
        one.documents = ["C1234567"]
        other.documents = ["c 1234567"]
        #expect(verdict(one, other) == .same)
    }

    @Test func `contacts are the same however they are written`() {
        let one = PersonTraits(
            name: "Phạm Ngọc Sơn", emails: ["Son.Pham+vn@gmail.com"], telephones: ["+49 (0)170 1234567"])
        let other = PersonTraits(name: "Son Pham", emails: ["sonpham@gmail.com"], telephones: ["0170-1234567"])
        #expect(verdict(one, other) == .same)
    }

    @Test func `each part says why, and a rare name says more than Nguyễn`() throws {
        var index = PersonIndex()
        for entry in Self.register.entries { index.add(PersonTokens(entry.traits), record: entry.record) }
        index.add(PersonTokens(PersonTraits(name: "Khuất Thị Lan", born: Birth(year: 1970))), record: 9001)
        index.add(PersonTokens(PersonTraits(name: "Khuat Thi Lan", born: Birth(year: 1971))), record: 9002)
        index.add(PersonTokens(PersonTraits(name: "Nguyễn Thị Lan", born: Birth(year: 1970))), record: 9003)
        let linker = Linker(index)
        let rare = linker.evidence(9001, 9002)
        #expect(rare.map(\.outcome) == [.samePlain, .samePlain, .sameWords, .nextYear])
        let common = linker.evidence(PersonTokens(PersonTraits(name: "Nguyen Thi Lan")), record: 9003)
        let family = { (evidence: [Linker.Evidence]) in try #require(evidence.first { $0.part == .family }).bits }
        #expect(try family(rare) > family(common) + 3)
        #expect(try family(common) > 0)
    }

    @Test func `a register of two knows from the start that Nguyễn says little`() throws {
        var index = PersonIndex()
        let birth = Birth(year: 1980, month: 5, day: 5)
        index.add(PersonTokens(PersonTraits(name: "Nguyễn Thị Lan", born: birth)), record: 1)
        index.add(PersonTokens(PersonTraits(name: "Lan Nguyen", born: birth)), record: 2)
        let pairs = Linker(index).duplicates().pairs
        #expect(pairs.map(\.verdict) == [.same])
        let family = try #require(Linker(index).evidence(1, 2).first { $0.part == .family })
        #expect(family.bits < 2)
    }

    @Test func `one more person is compared with all as it is typed; who was taken out is not found`() {
        var linker = Linker(PersonIndex())
        #expect(linker.likely(PersonTokens(Self.lan)).isEmpty)
        for entry in Self.register.entries { linker.add(PersonTokens(entry.traits), record: entry.record) }
        linker.add(PersonTokens(Self.lan), record: 9001)
        var typed = Self.lan
        typed.name = "Nguyen Hoa"
        #expect(linker.likely(PersonTokens(typed)).first?.right == 9001)
        linker.remove(record: 9001)
        #expect(!linker.likely(PersonTokens(typed)).contains { $0.right == 9001 })
        #expect(linker.index.count == 600)
    }

    @Test func `nobody, and one alone, are nobody's duplicate`() {
        #expect(Linker(PersonIndex()).duplicates().pairs.isEmpty)
        var index = PersonIndex()
        index.add(PersonTokens(PersonTraits(name: "")), record: 1)
        index.add(PersonTokens(PersonTraits(name: "")), record: 2)
        #expect(Linker(index).duplicates().groups.isEmpty)
    }
}
