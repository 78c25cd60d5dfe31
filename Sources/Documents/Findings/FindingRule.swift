package import Paper
import Wording

/// One thing that a careful clerk queries, as a value: its stable name, how grave it is, where it comes from, and how it
/// is seen. One rule, one file in this folder; ``FindingRules/all`` lists them.
package struct FindingRule: Sendable {
    /// Stable, kebab-case: "duplicate-assignment". Others script against it.
    package let name: String
    /// The gravest that the rule gives; a hit may be less grave.
    package let severity: Finding.Severity
    /// The decree and article of a rule of form; `nil` where common sense is the source.
    package let source: Source?
    /// Whether the rule reads signs so finely (a dash, a space) that text recognised from pixels, or without its accents,
    /// must not be judged by it.
    package let needsExactText: Bool
    private let look: @Sendable (DocumentUnderReview) -> [Hit]

    /// Where a rule is laid down.
    package enum Source: String, Sendable, CaseIterable {
        /// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II: thể thức và kỹ thuật trình bày các thành phần.
        case decree30Form = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
        /// Nghị định 30/2020/NĐ-CP, Điều 13: ký ban hành văn bản.
        case decree30Signing = "Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I"
    }

    /// One sighting: the text comes from the catalogue under `finding.<rule>` or `finding.<rule>.<variant>`.
    package struct Hit: Sendable, Equatable {
        /// Which wording of the rule's fits.
        package var variant: String?
        /// What the wording names.
        package var values: [String: String]
        /// The places to look at, the first one first.
        package var at: [Place]
        /// `nil` is the rule's own.
        package var severity: Finding.Severity?

        /// A sighting at some places.
        package init(
            _ variant: String? = nil, _ values: [String: String] = [:], at: [Place], severity: Finding.Severity? = nil
        ) {
            self.variant = variant
            self.values = values
            self.at = at
            self.severity = severity
        }
    }

    /// A rule that looks at documents in its own way.
    package init(
        _ name: String, _ severity: Finding.Severity, source: Source? = nil, needsExactText: Bool = false,
        look: @escaping @Sendable (DocumentUnderReview) -> [Hit]
    ) {
        self.name = name
        self.severity = severity
        self.source = source
        self.needsExactText = needsExactText
        self.look = look
    }

    /// What the rule has to say of a document.
    package func findings(in review: DocumentUnderReview) -> [Finding] {
        if needsExactText && !review.isExactText { return [] }
        return look(review).map { hit in
            let key = hit.variant.map { "finding.\(name).\($0)" } ?? "finding.\(name)"
            return Finding(
                rule: name, severity: hit.severity ?? severity, message: Message(key, hit.values), at: hit.at)
        }
    }
}
