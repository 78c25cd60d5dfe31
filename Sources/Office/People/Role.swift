import Storage
package import Wording

/// What a position is there for (product.md, People). A visitor of the portal has no account and therefore no role.
package enum Role: String, Sendable, CaseIterable {
    /// Chuyên viên Sở Ngoại vụ: imports plans, reviews assignments, follows and urges.
    case coordinator
    /// Chuyên viên cơ quan, xã/phường: gives progress and evidence for the own unit.
    case officer
    /// Lãnh đạo: approves and sees the own unit and those below.
    case leader
    /// Văn thư: registers documents.
    case clerk
    /// Quản trị: units, accounts, backup.
    case administrator
    /// Thanh tra, kiểm toán: reads, and the journal.
    case auditor

    /// What it is called.
    package var name: Message { Message("role.\(rawValue)") }
}

extension Role: Storable {}
