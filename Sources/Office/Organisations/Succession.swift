import Storage
package import WorkCalendar

/// What became of units on a day, on which paper: merged, split, renamed, or one function moved.
///
/// A unit that stands among both the predecessors and the successors goes on: "Sở Kế hoạch và Đầu tư và Sở Tài chính → Sở Tài
/// chính". Every other predecessor ended that day, unless only a function moved.
package struct Succession: Sendable, Equatable {
    /// What happened.
    package enum Kind: String, Sendable, CaseIterable {
        /// Several units, each whole, into one: hợp nhất, sáp nhập.
        case merge
        /// One unit into several: chia, tách.
        case split
        /// Another name, the same unit: đổi tên.
        case rename
        /// Part of the work to another unit; the unit itself is not followed: chuyển chức năng.
        case transfer
    }

    /// What happened.
    package var kind: Kind
    /// The first day on which it holds.
    package var effective: Day
    /// The units of before.
    package var predecessors: [OrganisationID]
    /// The units of after.
    package var successors: [OrganisationID]
    /// What moved, in the words of the paper; `nil` where units moved whole.
    package var function: String?
    /// The paper that says so: "Nghị định 45/2025/NĐ-CP".
    package var basis: String
    /// Whether the paper, or two sources that agree, were read.
    package var isVerified: Bool

    /// All of its parts; units in the order of their recording.
    package init(
        _ kind: Kind, on effective: Day, from predecessors: [OrganisationID], to successors: [OrganisationID],
        function: String? = nil, basis: String, isVerified: Bool = true
    ) {
        self.kind = kind
        self.effective = effective
        self.predecessors = predecessors.sorted()
        self.successors = successors.sorted()
        self.function = function
        self.basis = basis
        self.isVerified = isVerified
    }
}

extension Succession.Kind: Storable {}
