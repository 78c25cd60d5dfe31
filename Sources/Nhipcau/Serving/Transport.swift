import HummingbirdCore
import HummingbirdHTTP2
import NIOSSL

/// How browsers reach the server: plainly behind a proxy, or over TLS with HTTP/2 where there is a certificate.
enum Transport {
    /// - Throws: where certificate or key cannot be read.
    static var server: HTTPServerBuilder {
        get throws {
            guard let certificate = Setting.certificate.value, let key = Setting.certificateKey.value else {
                return .http1()
            }
            let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
            let configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
            return try .http2Upgrade(tlsConfiguration: configuration)
        }
    }
}
