import Crypto
import CryptoExtras
import Foundation
package import Storage
import Vietnamese

/// A password as it is kept: scrypt (RFC 7914) with the parameters of its time, as text in the PHC form
/// `$scrypt$ln=16,r=8,p=1$salt$hash`.
package struct PasswordHash: Hashable, Sendable {
    /// What a hash costs.
    package struct Cost: Hashable, Sendable {
        /// N, the number of rounds, is 2 to the power of this.
        package let logarithm: Int
        /// r
        package let blockSize: Int
        /// p
        package let parallelism: Int

        /// All of its parts.
        package init(logarithm: Int, blockSize: Int = 8, parallelism: Int = 1) {
            self.logarithm = logarithm
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// 64 MiB and some tenths of a second: the cost of today's passwords.
        package static let usual = Cost(logarithm: 16)
    }

    /// The cost at which it was made.
    let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password under a new salt. It blocks the thread: see ``PasswordWork``.
    init(of password: String, cost: Cost) throws {
        self.cost = cost
        salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        hash = try Self.derive(password, salt, cost).withUnsafeBytes { Array($0) }
    }

    /// Whether this is the password; the time does not tell how much of it is right. It blocks the thread: see ``PasswordWork``.
    func matches(_ password: String) throws -> Bool {
        try Self.derive(password, salt, cost) == SymmetricKey(data: hash)
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) throws -> SymmetricKey {
        // Keyboards write "ế" as one letter or as three: both are the same password.
        try KDF.Scrypt.deriveKey(
            from: Array(password.nfc.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost.logarithm,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
    }
}

extension PasswordHash: Storable {
    /// The PHC form.
    package var stored: Value {
        let parameters = "ln=\(cost.logarithm),r=\(cost.blockSize),p=\(cost.parallelism)"
        return .text("$scrypt$\(parameters)$\(Self.base64(salt))$\(Self.base64(hash))")
    }

    /// - Throws: ``StorageError`` where it is no such text, or would cost more than a machine has.
    package init(stored: Value) throws {
        let text = try String(stored: stored)
        let form = /\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+\/]+)\$([A-Za-z0-9+\/]+)/
        guard let match = text.wholeMatch(of: form), let logarithm = Int(match.1), (1...20).contains(logarithm),
            let blockSize = Int(match.2), (1...16).contains(blockSize), let parallelism = Int(match.3),
            (1...16).contains(parallelism), let salt = Self.bytes(base64: match.4),
            let hash = Self.bytes(base64: match.5), hash.count == 32
        else { throw StorageError(.fault, "no hash of a password") }
        cost = Cost(logarithm: logarithm, blockSize: blockSize, parallelism: parallelism)
        self.salt = salt
        self.hash = hash
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func bytes(base64 text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}
