import Foundation
import HTTPTypes
package import Office
import Storage
import Web
import WorkCalendar

/// Nhập văn bản: files are brought here, and one sees how far their reading is.
package struct UploadPages: Sendable {
    /// Where it stands.
    package static let path = "/nhap-van-ban"
    /// Its entry in the navigation.
    package static let section = Desk.Section("uploads", title: "upload.title", address: path, for: [.import])

    let desk: Desk

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get(Self.path, .may(.import)) { [self] call in try await page(call) }
        routes.list(Self.list)
        routes.post(Self.path, .may(.import), .files(Uploads.filesAtOnce, of: Uploads.fileBytes >> 20)) {
            [self] form, call in try await receive(form.files, call)
        }
        routes.post("\(Self.path)/{id}/doc-lai", .may(.import)) { [self] _, call in
            let act = call.act
            return try await change(call) { try Uploads.retry($0, by: act, $1) }
        }
        routes.post("\(Self.path)/{id}/bo", .may(.import)) { [self] _, call in
            let act = call.act
            return try await change(call) { try Uploads.remove($0, by: act, $1) }
        }
    }

    private func page(_ call: Call, refusals: [Refusal] = []) async throws -> Answer {
        let (scope, now) = (call.scope(.import), call.visit.at)
        let (uploads, waiting) = try await desk.store.read { db in
            let uploads = try Uploads.latest(scope, now: now, db)
            return (uploads, try Review.waiting(plans: uploads.compactMap(\.plan), db))
        }
        let view = UploadsView(uploads: uploads, waiting: waiting, refusals: refusals, call: call)
        return desk.page(view.page, call, status: refusals.isEmpty ? .ok : .unprocessableContent)
    }

    private func receive(_ files: [Form.File], _ call: Call) async throws -> Answer {
        let (act, batch) = (call.act, call.visit.reference)
        var refusals: [Refusal] = files.isEmpty ? [Refusal("upload.no-files")] : []
        for file in files {
            do {
                let arrival = try await onOwnThread { try Uploads.look(at: .path(file.path), name: file.name) }
                try await desk.store.write { try Uploads.receive(arrival, batch: batch, by: act, $0) }
            } catch let refusal as Refusal {
                refusals.append(refusal)
            }
        }
        if refusals.isEmpty { return .redirect(Self.path) }
        return try await page(call, refusals: refusals)
    }

    /// One upload of those that the position may see.
    private func change(
        _ call: Call, _ body: @escaping @Sendable (Int, Transaction) throws -> Void
    ) async throws -> Answer {
        let (id, scope, now) = (try call.number(), call.scope(.import), call.visit.at)
        try await desk.store.write { db in
            guard let upload = try Uploads.one(id, now: now, db), scope.contains(upload.unit) else {
                throw WebFailure.notFound
            }
            try body(id, db)
        }
        return .redirect(Self.path)
    }

    /// Whatever reads a long file stays off the few threads that everything else shares.
    private func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: body)) }
        }
    }
}

extension Upload {
    /// The unit of the position that brought it.
    var unit: OrganisationID {
        guard case .holder(_, _, let unit) = who else { return OrganisationID(rawValue: 0) }
        return OrganisationID(rawValue: unit.id)
    }

    /// The plan that came of it, or that it was.
    var plan: Int? { if case .ended(let ending) = state { ending.plan } else { nil } }
}
