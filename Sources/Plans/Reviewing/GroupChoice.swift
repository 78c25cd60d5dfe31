import Markup
import Office
import Storage
import Web
import WorkCalendar

// Groups of units that a clerk can say words mean, and who gets work then.
extension ReviewMatter {
    /// The groups that have members in the plan's province on a day.
    func groups(
        _ directory: Directory, on day: Day
    ) -> [(group: OrganisationGroup, members: [OrganisationID])] {
        guard let province = plan.province else { return [] }
        return directory.groups.compactMap { group in
            guard group.ending.map({ $0.day > day }) ?? true else { return nil }
            let members = directory.members(ofGroups: [group.key], within: province, on: day)
            return members.isEmpty ? nil : (group, members)
        }
    }
}

extension ReviewPages {
    /// Who gets work when words mean a group: told before it is stored.
    func meaning(_ call: Call) async throws -> Answer {
        let (id, key) = (try call.number(), call.address["q"] ?? "")
        guard let plan = try await desk.store.read({ try Plan.one(id, $0) }) else { throw WebFailure.notFound }
        let members = call.directory.members(ofGroups: [key], within: plan.province, on: call.day)
        return .understood(members.isEmpty ? "" : call.recipients(members))
    }

    /// What a typed target is understood to be.
    func target(_ call: Call) -> Answer {
        .understood(call.words.meaning(ofTarget: String((call.address["q"] ?? "").prefix(200))))
    }
}

extension Answer {
    /// What typed words are understood to be, for the script of the page.
    static func understood(_ text: String) -> Answer {
        var json = JSONWriter(indentation: 0)
        json.object { $0.member("text", text) }
        return .json(json)
    }
}

extension Call {
    /// "113 đơn vị sẽ có việc: Xã An Biên, …"
    func recipients(_ units: [OrganisationID]) -> String {
        let names = units.compactMap { directory.name(of: $0, on: day) }
        return words(
            "review.recipients", ["count": words.number(names.count), "names": names.joined(separator: ", ")])
    }
}

extension Words {
    /// What a group of units is called.
    func name(of group: OrganisationGroup) -> String {
        has("review.group.\(group.key)") ? self("review.group.\(group.key)") : group.names.first ?? group.key
    }

    /// "mỗi năm ít nhất 1, nhiều nhất 2 đoàn"
    func meaning(ofTarget typed: String) -> String {
        switch Target.typed(typed) {
        case nil: self("review.target.unknown")
        case .some(nil): self("review.target.none")
        case .some(let target?):
            self(
                "review.target.\(target.least == nil ? "most" : target.most == nil ? "least" : "both")",
                [
                    "least": target.least.map { number($0) } ?? "", "most": target.most.map { number($0) } ?? "",
                    "unit": target.unit, "per": self("review.target.per.\(target.per?.rawValue ?? "once")"),
                ])
        }
    }
}
