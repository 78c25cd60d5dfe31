import Paper
import Vietnamese

extension FindingRule {
    /// The signing block: TM. before a collective, KT., TL., TUQ. and Q. before the head's position, TM. above KT., and under
    /// KT. a deputy's own position (Điều 13; II.7).
    static let signingAuthority = FindingRule(
        "signing-authority", .warning, source: .decree30Signing, needsExactText: true
    ) { review in
        guard !review.parts.isOfParty, let signer = review.document.header.signer,
            let capacity = signer.capacity
        else { return [] }
        let place = review.parts.line(inCapitals: capacity)?.place ?? review.parts.recipientsHeading?.place
        let at = place.map { [$0] } ?? []
        let lines = capacity.split(whereSeparator: { ";\n".contains($0) }).map { Capacity(String($0)) }
        var hits: [Hit] = []
        for line in lines {
            guard let prefix = line.prefix else { continue }
            let values = ["text": line.text]
            if !line.hasStop {
                hits.append(Hit("stop", values.merging(["prefix": prefix]) { $1 }, at: at, severity: .note))
            }
            switch prefix {
            case "TM" where line.isPosition || line.isUnderOneHead: hits.append(Hit("collective", values, at: at))
            case "KT" where line.isCollective, "TL" where line.isCollective, "TUQ" where line.isCollective:
                hits.append(Hit("position", values, at: at))
            default: break
            }
        }
        let order = lines.compactMap(\.prefix)
        if let deputy = order.firstIndex(of: "KT"), let collective = order.lastIndex(of: "TM"), deputy < collective {
            hits.append(Hit("order", ["text": capacity], at: at))
        }
        if order.last == "KT", let position = signer.position?.folded,
            !["pho", "phu trach", "dieu hanh", "quyen", "uy vien", "thanh vien", "thu truong", "tham muu truong"]
                .contains(
                    where: position.contains)
        {
            hits.append(Hit("deputy", ["text": capacity, "position": signer.position ?? ""], at: at))
        }
        return hits
    }
}

/// One line of the authority to sign.
private struct Capacity {
    let text: String
    /// "TM", "KT", "TL", "TUQ", "Q"; `nil` where the line has none.
    let prefix: String?
    /// Whether a full stop follows the prefix.
    let hasStop: Bool
    private let rest: String

    init(_ line: String) {
        let line = line.trimmingSpaces
        text = line
        let head = line.prefix { $0.isLetter || $0 == "/" }
        let bare = head.filter(\.isLetter)
        let isPrefix = ["TM", "KT", "TL", "TUQ", "Q"].contains(bare)
        prefix = isPrefix ? String(bare) : nil
        let after = line[head.endIndex...]
        hasStop = after.first == "." && head == bare
        rest = isPrefix ? after.drop { $0 == "." || $0 == " " }.lowercased().folded : ""
    }

    var isPosition: Bool {
        ["chu tich", "giam doc", "bo truong", "truong ", "tong ", "cuc truong", "chanh ", "thu tuong"].contains {
            rest.hasPrefix($0)
        }
    }
    /// Bodies that one head leads, for which nobody signs "on behalf of".
    var isUnderOneHead: Bool {
        if rest.hasPrefix("bo chi huy") || rest.hasPrefix("bo tu lenh") { return false }
        return ["so ", "bo ", "cuc ", "chi cuc ", "phong "].contains { rest.hasPrefix($0) }
    }
    var isCollective: Bool { ["uy ban", "ubnd", "hoi dong", "hdnd", "chinh phu"].contains { rest.hasPrefix($0) } }
}
