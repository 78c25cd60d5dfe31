import AsyncHTTPClient
import Crypto
import Foundation
import JWTKit
import NIOCore
import NIOHTTP1
import Web

/// A provider of identities that people sign in with, by OpenID Connect (authorization code with PKCE): the account of the province,
/// of the ministry. What it says is believed only where its signature, issuer, audience, time and nonce are right.
package struct Provider: Sendable {
    /// Which account a person gets who signs in for the first time and whom no administrator has tied to one.
    package enum Claim: String, Sendable, CaseIterable {
        /// The account with this login.
        case username = "preferred_username"
        /// The account whose login is this e-mail address, where the provider says that it was verified.
        case email
    }

    /// What the settings say of it.
    package struct Settings: Sendable {
        let issuer: String
        let client: String
        let secret: String
        let claim: Claim?

        /// - Parameters:
        ///   - issuer: Its address, below which `/.well-known/openid-configuration` stands.
        ///   - client: What it calls us.
        ///   - secret: By which it knows us.
        ///   - claim: `nil` where only administrators tie accounts.
        package init(issuer: String, client: String, secret: String, claim: Claim?) {
            self.issuer = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
            self.client = client
            self.secret = secret
            self.claim = claim
        }
    }

    /// Why somebody could not be let in by it; told in the log, not to the browser.
    struct Failure: Error, CustomStringConvertible { let description: String }

    let settings: Settings
    private let redirect: String

    /// - Parameter address: Where people reach us.
    init(_ settings: Settings, at address: String) {
        self.settings = settings
        redirect = "\(address)\(IdentityPages.returnPath)"
    }

    private struct Discovery: Decodable {
        let issuer: String
        let authorization_endpoint: String
        let token_endpoint: String
        let jwks_uri: String
    }

    /// Where the browser goes to sign in there.
    func address(for attempt: Attempt) async throws -> String {
        let discovery = try await discovery()
        let challenge = Data(SHA256.hash(data: Data(attempt.verifier.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let query = PageAddress(
            "",
            [
                ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", redirect),
                ("scope", "openid profile email"), ("state", attempt.state), ("nonce", attempt.nonce),
                ("code_challenge", challenge), ("code_challenge_method", "S256"),
            ]
        ).description.dropFirst()
        let separator = discovery.authorization_endpoint.contains("?") ? "&" : "?"
        return "\(discovery.authorization_endpoint)\(separator)\(query)"
    }

    /// Who signed in there, by the code that the browser brought back.
    func identity(code: String, _ attempt: Attempt) async throws -> Identity {
        struct Tokens: Decodable { let id_token: String }
        let discovery = try await discovery()
        let fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
            ("code_verifier", attempt.verifier),
        ]
        var request = HTTPClientRequest(url: discovery.token_endpoint)
        request.method = .POST
        let name = "\(URLEncoding.encoded(settings.client)):\(URLEncoding.encoded(settings.secret))"
        request.headers.add(name: "Authorization", value: "Basic \(Data(name.utf8).base64EncodedString())")
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        let body = fields.map { "\(URLEncoding.encoded($0.0))=\(URLEncoding.encoded($0.1))" }.joined(separator: "&")
        request.body = .bytes(Array(body.utf8))
        let tokens = try JSONDecoder().decode(Tokens.self, from: try await answer(to: request))
        let keys = JWTKeyCollection()
        let known = try await answer(to: HTTPClientRequest(url: discovery.jwks_uri))
        try await keys.add(jwksJSON: String(decoding: known, as: UTF8.self))
        let token = try await keys.verify(tokens.id_token, as: IDToken.self)
        return try token.identity(settings, nonce: attempt.nonce)
    }

    /// Asked anew each time: somebody signs in seldom enough, and keys change.
    private func discovery() async throws -> Discovery {
        let address = "\(settings.issuer)/.well-known/openid-configuration"
        let found = try JSONDecoder().decode(
            Discovery.self, from: try await answer(to: HTTPClientRequest(url: address)))
        guard found.issuer == settings.issuer || found.issuer == settings.issuer + "/" else {
            throw Failure(description: "the provider calls itself \(found.issuer)")
        }
        return found
    }

    private func answer(to request: HTTPClientRequest) async throws -> Data {
        guard Self.isProtected(request.url) else {
            throw Failure(description: "not over TLS: \(request.url)")
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        let body = try await response.body.collect(upTo: 1 << 20)
        guard response.status == .ok else {
            throw Failure(description: "\(request.url) answered \(response.status.code)")
        }
        return Data(body.readableBytesView)
    }

    /// Over TLS, or on this machine.
    private static func isProtected(_ address: String) -> Bool {
        address.hasPrefix("https://")
            || ["127.0.0.1", "localhost", "[::1]"].contains { host in
                ["/", ":"].contains { address.hasPrefix("http://\(host)\($0)") }
            }
    }
}

/// What a browser keeps while it is at the provider's: three secrets that bind the answer to the question, and the page that was asked.
struct Attempt: Sendable {
    let state: String
    let nonce: String
    let verifier: String
    let asked: String

    init(asked: String) {
        (state, nonce, verifier) = (Secret().text, Secret().text, Secret().text)
        self.asked = asked
    }

    /// As it stands in the cookie.
    var text: String { "\(state).\(nonce).\(verifier).\(asked)" }

    init?(cookie text: String) {
        let parts = text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts.prefix(3).allSatisfy({ Secret($0) != nil }) else { return nil }
        (state, nonce, verifier, asked) = (parts[0], parts[1], parts[2], parts[3])
    }
}

/// Somebody as a provider names him.
struct Identity: Hashable, Sendable {
    let issuer: String
    let subject: String
    /// The login that the claim of the settings names; `nil` where it names none, or was not verified.
    let login: String?
}

/// What a provider says of who signed in (OpenID Connect Core, section 2).
struct IDToken: JWTPayload {
    let iss: String
    let sub: String
    let aud: Audience
    let azp: String?
    let exp: ExpirationClaim
    let nonce: String?
    let preferred_username: String?
    let email: String?
    let email_verified: Bool?

    /// One text or several. JWTKit's own traps on an empty list, which a hostile provider could send.
    struct Audience: Codable, Sendable {
        let values: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            values = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(values)
        }
    }

    func verify(using algorithm: some JWTAlgorithm) throws { try exp.verifyNotExpired() }

    /// - Throws: ``Provider/Failure`` where it is not for us, or not the answer to this question.
    func identity(_ settings: Provider.Settings, nonce asked: String) throws -> Identity {
        guard iss == settings.issuer || iss == settings.issuer + "/" else {
            throw Provider.Failure(description: "the token is of \(iss)")
        }
        guard aud.values.contains(settings.client), azp.map({ $0 == settings.client }) ?? (aud.values.count == 1) else {
            throw Provider.Failure(description: "the token is for \(aud.values.joined(separator: ", "))")
        }
        guard nonce == asked else { throw Provider.Failure(description: "the token answers another question") }
        guard !sub.isEmpty else { throw Provider.Failure(description: "the token names nobody") }
        let login: String? =
            switch settings.claim {
            case .username: preferred_username
            case .email: email_verified == true ? email : nil
            case nil: nil
            }
        return Identity(issuer: settings.issuer, subject: sub, login: login)
    }
}
