import Testing

@testable import Linkage

struct LinksTests {
    @Test func `entries that were linked are one person, whatever the order`() {
        let rows = [Links.Row(3, 1, isSame: true), Links.Row(7, 8, isSame: true), Links.Row(3, 9, isSame: true)]
        let links = Links(rows)
        #expect(links.groups == [[1, 3, 9], [7, 8]])
        #expect(Links(rows.reversed()).groups == links.groups)
        #expect(links.group(of: 9) == [1, 3, 9])
        #expect(links.group(of: 5) == [5])
    }

    @Test func `the opposite row undoes a link, and the link may be said again`() {
        var rows = [Links.Row(1, 2, isSame: true), Links.Row(2, 3, isSame: true), Links.Row(2, 1, isSame: false)]
        #expect(Links(rows).groups == [[2, 3]])
        rows.append(Links.Row(1, 2, isSame: true))
        #expect(Links(rows).groups == [[1, 2, 3]])
    }

    @Test func `nobody is asked again about a pair that was answered`() {
        let links = Links([
            Links.Row(1, 2, isSame: true), Links.Row(2, 3, isSame: true), Links.Row(4, 5, isSame: false),
        ])
        #expect(links.areSettled(5, 4))
        #expect(links.areSettled(1, 3))
        #expect(!links.areSettled(1, 4))
    }

    @Test func `two who were said to be two and are one by others' rows are shown`() {
        let links = Links([
            Links.Row(1, 2, isSame: true), Links.Row(2, 3, isSame: true), Links.Row(3, 1, isSame: false),
        ])
        #expect(links.contradictions == [Links.Row(1, 3, isSame: false)])
    }
}
