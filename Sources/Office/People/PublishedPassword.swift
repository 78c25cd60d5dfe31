import Storage

extension SignIn {
    /// Gives accounts of a demonstration one password that everybody may know.
    /// - Throws: ``Refusal`` where the data are not marked as a demonstration, or there is no such account.
    package func publish(_ password: String, for logins: [String], by act: Act) async throws {
        let hash = try await PasswordWork.hash(password, cost: cost)
        try await store.write { db in
            guard try DemonstrationMark.isSet(db) else { throw Refusal("demonstration.none") }
            for login in logins {
                guard let account = try Accounts.find(login: login, db) else {
                    throw Refusal("admin.no-account", ["login": login])
                }
                try Self.keep(hash, .chosen, account, by: act, db)
            }
        }
    }
}
