import Documents
import Foundation
import Paper
import Registers
import Synchronization
import Wording

extension FileReader {
    /// Reads in restrained processes of this program, each watched from a thread of its own.
    static let supervised = FileReader(
        read: { path, progress in
            await onOwnThread { isWanted in
                var reading = SupervisedReading(form: .handover)
                reading.ownsProcess = false
                return Reading(reading.take(path, progress: progress, isWanted: isWanted))
            }
        },
        draw: { path, pages in
            await onOwnThread { isWanted in
                var drawing = SupervisedReading(form: .pictures, pages: pages)
                drawing.ownsProcess = false
                guard case .said(let said) = drawing.take(path, isWanted: isWanted), said.status == Status.done else {
                    return nil
                }
                return HandedPictures.taken(from: said.output)
            }
        })

    /// Whatever blocks stays off the few threads that everything else shares; it is unwanted when the task is cancelled.
    fileprivate static func onOwnThread<Result: Sendable>(
        _ body: @escaping @Sendable (_ isWanted: () -> Bool) -> Result
    ) async -> Result {
        let isCancelled = Atomic(false)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    continuation.resume(returning: body { !isCancelled.load(ordering: .relaxed) })
                }
            }
        } onCancel: {
            isCancelled.store(true, ordering: .relaxed)
        }
    }
}

extension TableFileReader {
    /// Reads tables in restrained processes of this program.
    static let supervised = TableFileReader { path in
        await FileReader.onOwnThread { isWanted in
            var reading = SupervisedReading(form: .tables)
            reading.ownsProcess = false
            switch reading.take(path, isWanted: isWanted) {
            case .notStarted(let reason), .broken(let reason): return .unreadable(reason)
            case .said(let said) where said.status == Status.secret: return .unreadable(Message("unreadable.secret"))
            case .said(let said) where said.status == Status.done:
                guard let grids = try? Grid.taken(from: said.output) else {
                    return .unreadable(Message("child.malformed", ["detail": "tables"]))
                }
                return .read(grids)
            case .said(let said):
                return .unreadable(
                    Message(handedOver: said.complaint) ?? Message("child.exited", ["status": String(said.status)]))
            }
        }
    }
}

extension FileReader.Reading {
    /// What a reader of ``ReadingForm/handover`` came to.
    init(_ ending: SupervisedReading.Ending) {
        switch ending {
        case .notStarted(let reason): self = .notTried(reason)
        case .broken(let reason): self = .unreadable(reason)
        case .said(let said) where said.status == Status.secret: self = .secret
        case .said(let said) where said.status == Status.done:
            do {
                self = .read(try Handover(json: said.output))
            } catch {
                let detail = (error as? MalformedReading)?.detail ?? "\(error)"
                self = .unreadable(Message("child.malformed", ["detail": detail]))
            }
        case .said(let said):
            self = .unreadable(
                Message(handedOver: said.complaint) ?? Message("child.exited", ["status": String(said.status)]))
        }
    }
}
