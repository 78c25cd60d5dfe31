import HTTPTypes
package import Hummingbird
package import Storage
package import Web

/// The addresses of the office and who may use them. Nothing is answered that is not declared here: who asks is known, may do it, and
/// sent a form of ours, before a page's own code runs.
package struct DeskRoutes {
    /// Who may use an address. Whose work of which unit it shows is another question, which the page asks of ``Call/scope(_:)``.
    package enum Access: Sendable, Hashable {
        /// Anyone, signed in or not.
        case anyone
        /// Everyone who is signed in.
        case signedIn
        /// Those whose role may do one of these.
        case may([Action])

        /// Those whose role may do this.
        package static func may(_ action: Action) -> Access { .may([action]) }
    }

    /// An address as it was declared.
    package struct Declared: Sendable, Hashable {
        /// GET or POST.
        package let method: HTTPRequest.Method
        /// Its path, with names in braces where something goes.
        package let path: String
        /// Who may use it.
        package let access: Access
    }

    /// All addresses so far.
    package private(set) var declared: [Declared] = []
    /// The lists that programs can ask for so far.
    private(set) var lists: [ListingOutline] = []
    /// What all pages share.
    package let desk: Desk
    private let router: Router<VisitContext>
    private let door: DeskDoor

    /// Declares addresses of a router.
    package init(_ router: Router<VisitContext>, _ desk: Desk) {
        self.router = router
        self.desk = desk
        door = DeskDoor(desk)
    }

    /// A page, for those who are signed in and may.
    package mutating func get(
        _ path: String, _ access: Access, _ handler: @escaping @Sendable (Call) async throws -> Answer
    ) {
        get(path, access, reading: { _, _ in }, page: { _, call in try await handler(call) })
    }

    /// A page whose data are read on the same picture on which it was found who asks: what somebody may see and what is shown
    /// belong together, and the database is asked once.
    /// - Parameters:
    ///   - read: What the page shows, for who asks.
    ///   - page: The page of it, written when nothing is read any more.
    package mutating func get<Value: Sendable>(
        _ path: String, _ access: Access, reading read: @escaping @Sendable (Call, Transaction) throws -> Value,
        page: @escaping @Sendable (Value, Call) async throws -> Answer
    ) {
        declare(.get, path, access)
        router.get(RouterPath(path)) { [door] request, context in
            try await door.answer(request, context, access, reading: read, page)
        }
    }

    /// A form that changes something, for those who are signed in and may. Its token has been checked.
    package mutating func post(
        _ path: String, _ access: Access, _ limits: Form.Limits = .fields,
        _ handler: @escaping @Sendable (Form, Call) async throws -> Answer
    ) {
        declare(.post, path, access)
        router.post(RouterPath(path)) { [door] request, context in
            try await door.answer(request, context, access, reading: { _, _ in }) { _, call in
                try await Form.checked(of: request, call.visit, limits) { try await handler($0, call) }
            }
        }
    }

    /// A page for anyone.
    package mutating func openGet(
        _ path: String, _ handler: @escaping @Sendable (OpenCall) async throws -> Answer
    ) {
        declare(.get, path, .anyone)
        router.get(RouterPath(path)) { [door] request, context in
            try await door.answerOpenly(request, context) { call in try await handler(call) }
        }
    }

    /// A form for anyone. Its token has been checked.
    package mutating func openPost(
        _ path: String, _ limits: Form.Limits = .fields,
        _ handler: @escaping @Sendable (Form, OpenCall) async throws -> Answer
    ) {
        declare(.post, path, .anyone)
        router.post(RouterPath(path)) { [door] request, context in
            try await door.answerOpenly(request, context) { call in
                try await Form.checked(of: request, call.visit, limits) { try await handler($0, call) }
            }
        }
    }

    /// A list as JSON at `/api/KEY`, for programs whose token is of a position that may.
    mutating func getJSON(
        _ list: ListingOutline, _ access: Access, _ handler: @escaping @Sendable (Call) async throws -> Answer
    ) {
        lists.append(list)
        getJSON("/api/\(list.key)", access, handler)
    }

    /// JSON for programs whose token is of a position that may, at an address that somebody else describes.
    package mutating func getJSON(
        _ path: String, _ access: Access, _ handler: @escaping @Sendable (Call) async throws -> Answer
    ) {
        declare(.get, path, access)
        let door = TokenDoor(desk)
        router.get(RouterPath(path)) { request, context in
            await door.answer(request, context, access) { call in try await handler(call) }
        }
    }

    private mutating func declare(_ method: HTTPRequest.Method, _ path: String, _ access: Access) {
        declared.append(Declared(method: method, path: path, access: access))
    }
}
