import Testing

@testable import Figures

/// What is told of small numbers.
struct SuppressionTests {
    private let suppression = Suppression(below: 5)

    @Test func `A number below the threshold is not told, nought and the threshold are`() {
        #expect((0...6).map(suppression.hides) == [false, true, true, true, true, false, false])
        #expect(!Suppression(below: 0).hides(1) && !Suppression(below: 1).hides(1))
    }

    /// Parts; which are hidden; whether their sum stands beside them.
    @Test(
        arguments: [
            ([10, 20, 30], [], true), ([3, 20, 30], [0, 1], true), ([3, 4, 30], [0, 1], true),
            ([1, 1, 30], [0, 1, 2], true),
            ([0, 3, 0], [1], false), ([3, 0, 9], [0, 2], true), ([2], [0], false), ([], [], true), ([0, 0], [], true),
            ([1, 1], [0, 1], false), ([5, 5, 1, 100], [0, 2], true),
        ] as [([Int], [Int], Bool)]) func `What is hidden cannot be found from the sum`(
            parts: [Int], hidden: [Int], sum: Bool
        )
    {
        #expect(suppression.hidden(parts).sorted() == hidden)
        #expect(suppression.tellsSum(of: parts) == sum)
    }

    @Test func `Whatever the parts are, what is hidden of a sum that is told is two numbers and more, and not few`() {
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<5_000 {
            let parts = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in Int.random(in: 0...9, using: &numbers) }
            let hidden = suppression.hidden(parts)
            for (place, part) in parts.enumerated() where (1..<5).contains(part) { #expect(hidden.contains(place)) }
            guard suppression.tellsSum(of: parts), !hidden.isEmpty else { continue }
            #expect(hidden.count > 1 && hidden.reduce(0) { $0 + parts[$1] } >= 5, "\(parts)")
        }
    }
}
