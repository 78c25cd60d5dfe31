import Paper
import Vietnamese

extension String {
    /// A body's name to compare by: folded, without its number in a list, UBND and HĐND written out, request words dropped.
    var agencyKey: String {
        var words = foldedWords.split(separator: " ").flatMap { word -> [Substring] in
            switch word {
            case "ubnd": ["uy", "ban", "nhan", "dan"]
            case "hdnd": ["hoi", "dong", "nhan", "dan"]
            case "mttq": ["mat", "tran", "to", "quoc"]
            case "tp": ["thanh", "pho"]
            default: [word]
            }
        }
        while let first = words.first,
            first.allSatisfy(\.isNumber) || first == "de" || first == "nghi" || first == "giao"
        {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }

    /// Whether an ``agencyKey`` names one body rather than a collective ("các sở, ngành", "UBND xã, phường").
    var isOneAgencyKey: Bool {
        let collective = [
            "cac ", "tat ca", "thu truong", "nguoi dung dau", "co quan", "don vi", "uy ban nhan dan xa phuong",
            "uy ban nhan dan cac", "uy ban nhan dan huyen", "dia phuong", "to chuc", "so nganh", "so ban nganh",
        ]
        return contains(" ") && !collective.contains(where: hasPrefix) && !contains(" lien quan") && !contains(" cac ")
    }
}

/// The bodies that have duties under a heading of their own, and those that the task tables name.
struct AgenciesByPart: Sendable {
    /// Bodies with a heading in the text: key, name as written, where their first duty stands.
    private(set) var inText: [Entry] = []
    /// Bodies that lead a row of a task table.
    private(set) var leadingInAnnex: [Entry] = []
    /// Keys of all bodies that the task tables name, coordinators too.
    private(set) var namedInAnnex: Set<String> = []

    struct Entry: Sendable {
        let key: String
        let name: String
        let assignment: Int
    }

    init(_ assignments: [Assignment]) {
        var seen: (text: Set<String>, annex: Set<String>) = ([], [])
        for (index, assignment) in assignments.enumerated() {
            switch assignment.part {
            case .body:
                guard let group = assignment.group?.agencyKey else { continue }
                for name in assignment.lead {
                    let key = name.agencyKey
                    // A heading that names the body, not a sentence that gives it something.
                    guard key.isOneAgencyKey, group.contains(key), seen.text.insert(key).inserted else { continue }
                    inText.append(Entry(key: key, name: name, assignment: index))
                }
            case .annex:
                for name in assignment.lead {
                    let key = name.agencyKey
                    namedInAnnex.insert(key)
                    guard key.isOneAgencyKey, seen.annex.insert(key).inserted else { continue }
                    leadingInAnnex.append(Entry(key: key, name: name, assignment: index))
                }
                for name in assignment.coordinate { namedInAnnex.insert(name.agencyKey) }
            }
        }
    }

    /// Whether two keys may name one body: one of them only adds the place ("so ngoai vu", "so ngoai vu thanh pho …").
    static func mayBeSame(_ a: String, _ b: String) -> Bool {
        a == b || a.hasPrefix(b + " ") || b.hasPrefix(a + " ")
    }
}

extension DocumentUnderReview {
    /// One finding for several bodies.
    func oneHit(_ entries: [AgenciesByPart.Entry]) -> [FindingRule.Hit] {
        guard !entries.isEmpty else { return [] }
        let names = entries.map(\.name).joined(separator: "; ")
        return [.init(nil, ["bodies": names], at: entries.map { document.assignments[$0.assignment].place })]
    }
}
