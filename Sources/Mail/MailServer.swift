import CCurl
import Dispatch
import Foundation

/// The server that takes our letters, over SMTP: `smtp://user@host:587` (encrypted by STARTTLS), `smtps://user@host:465`.
///
/// Where a user is named, the connection is always encrypted and the server's certificate is checked, for a password goes over it.
/// A server that asks for no password may be spoken to in plain, as one on the same machine is.
package struct MailServer: Sendable {
    /// Why a letter was not sent, or that nobody can know.
    package enum Failure: Error, Equatable {
        /// The server refuses this letter for ever: no such recipient, no such content. In its own words.
        case refused(String)
        /// It was not sent, and may be sent later: no connection, wrong password, a busy server.
        case notSent(String)
        /// All of it was handed over and no answer came: it may have been sent or not.
        case unknown(String)
    }

    private let url: String
    private let user: String?
    private let password: String?
    private let authorities: String?
    private let seconds: Int

    /// - Parameters:
    ///   - address: As above. In a user's name `%40` may stand for "@", as in any address, or "@" itself.
    ///   - password: Where a user is named.
    ///   - authorities: A file of certificates (PEM) to trust in place of the machine's.
    ///   - seconds: How long the sending of one letter may take at most.
    /// - Returns: `nil` where the address is none.
    package init?(_ address: String, password: String? = nil, authorities: String? = nil, seconds: Int = 60) {
        guard let start = address.firstRange(of: "://") else { return nil }
        let scheme = address[..<start.lowerBound]
        var rest = address[start.upperBound...]
        guard scheme == "smtp" || scheme == "smtps" else { return nil }
        if let at = rest.lastIndex(of: "@") {
            user = String(rest[..<at]).removingPercentEncoding
            rest = rest[rest.index(after: at)...]
        } else {
            user = nil
        }
        guard rest.wholeMatch(of: /([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?\/?/) != nil else { return nil }
        // What follows the host is the name with which we greet.
        url = "\(scheme)://\(rest.filter { $0 != "/" })/\(Self.ownName)"
        self.password = password
        self.authorities = authorities
        self.seconds = seconds
    }

    /// Sends a letter, off the threads that all tasks share.
    /// - Throws: ``Failure``.
    package func send(_ message: MailMessage) async throws {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "nhipcau.mail").async {
                continuation.resume(with: Result { try transfer(message) })
            }
        }
    }

    private func transfer(_ message: MailMessage) throws {
        guard Self.isReady, let curl = curl_easy_init() else { throw Failure.notSent("libcurl cannot be used") }
        defer { curl_easy_cleanup(curl) }
        let letter = Letter(message.bytes)
        let recipients = curl_slist_append(nil, "<\(message.to.address)>")
        defer { curl_slist_free_all(recipients) }
        var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let code = words.withUnsafeMutableBufferPointer { words in
            withExtendedLifetime(letter) {
                nhipcau_curl_pointer(curl, CURLOPT_ERRORBUFFER, words.baseAddress)
                nhipcau_curl_pointer(curl, CURLOPT_MAIL_RCPT, recipients)
                setOptions(of: curl, from: message.from, letter)
                return curl_easy_perform(curl)
            }
        }
        guard code != CURLE_OK else { return }
        let own = words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        var said = String(decoding: own, as: UTF8.self)
        if said.isEmpty { said = String(cString: curl_easy_strerror(code)) }
        throw failure(said, letter, curl)
    }

    private func setOptions(of curl: UnsafeMutableRawPointer, from sender: MailAddress, _ letter: Letter) {
        nhipcau_curl_text(curl, CURLOPT_URL, url)
        nhipcau_curl_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        nhipcau_curl_text(curl, CURLOPT_MAIL_FROM, "<\(sender.address)>")
        nhipcau_curl_number(curl, CURLOPT_UPLOAD, 1)
        nhipcau_curl_number(curl, CURLOPT_NOSIGNAL, 1)
        nhipcau_curl_number(curl, CURLOPT_CONNECTTIMEOUT, min(seconds, 15))
        nhipcau_curl_number(curl, CURLOPT_TIMEOUT, seconds)
        let context = Unmanaged.passUnretained(letter).toOpaque()
        nhipcau_curl_pointer(curl, CURLOPT_READDATA, context)
        nhipcau_curl_function(curl, CURLOPT_READFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return Unmanaged<Letter>.fromOpaque(context).takeUnretainedValue().read(into: bytes, size * count)
        }
        nhipcau_curl_pointer(curl, CURLOPT_HEADERDATA, context)
        nhipcau_curl_function(curl, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            Unmanaged<Letter>.fromOpaque(context).takeUnretainedValue().hear(bytes, size * count)
            return size * count
        }
        if let authorities { nhipcau_curl_text(curl, CURLOPT_CAINFO, authorities) }
        if let user {
            nhipcau_curl_number(curl, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
            nhipcau_curl_text(curl, CURLOPT_USERNAME, user)
            nhipcau_curl_text(curl, CURLOPT_PASSWORD, password ?? "")
        } else if !url.hasPrefix("smtps") {
            // Encrypted where the server offers it; whoever could stand between could take the offer away, so who it is is not asked.
            nhipcau_curl_number(curl, CURLOPT_USE_SSL, Int(CURLUSESSL_TRY.rawValue))
            nhipcau_curl_number(curl, CURLOPT_SSL_VERIFYPEER, 0)
            nhipcau_curl_number(curl, CURLOPT_SSL_VERIFYHOST, 0)
        }
    }

    private func failure(_ said: String, _ letter: Letter, _ curl: UnsafeMutableRawPointer) -> Failure {
        var status = 0
        _ = nhipcau_curl_code(curl, &status)
        let answer = letter.refusal
        let words = answer.isEmpty ? said : "\(said): \(answer)"
        if letter.isGiven {
            // 354 was the permission to begin: nothing came after the end.
            return status < 400 ? .unknown(words) : status < 500 ? .notSent(words) : .refused(words)
        }
        // Any other refusal, of the sender above all, is not about this recipient.
        return said.hasPrefix("RCPT failed: 5") ? .refused(words) : .notSent(words)
    }

    /// Once for the process, before any other call.
    private static let isReady = nhipcau_curl_start() == CURLE_OK

    private static var ownName: String {
        let name = ProcessInfo.processInfo.hostName.filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0))
        }
        return name.isEmpty ? "localhost" : name
    }
}

/// A letter that is being handed over, and how the server refuses it meanwhile; used by the one thread that sends it.
private final class Letter {
    private let bytes: [UInt8]
    private var position = 0
    /// Whether the server was given all of it.
    private(set) var isGiven = false
    /// What the server said when it refused something; empty where it did not.
    private(set) var refusal = ""

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into target: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        let piece = bytes[position..<min(position + room, bytes.count)]
        UnsafeMutableRawBufferPointer(start: target, count: room).copyBytes(from: piece)
        position += piece.count
        if piece.isEmpty { isGiven = true }
        return piece.count
    }

    func hear(_ line: UnsafeMutablePointer<CChar>, _ count: Int) {
        let heard = String(decoding: UnsafeRawBufferPointer(start: line, count: count), as: UTF8.self)
        if heard.hasPrefix("4") || heard.hasPrefix("5") {
            refusal = String(heard.filter { !$0.isNewline }.prefix(300))
        }
    }
}
