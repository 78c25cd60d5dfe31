import Hummingbird
package import Web

/// The cookie of a session.
package enum SessionCookie {
    /// The secret that a browser sends.
    static func secret(in request: Request) -> Secret? { request.cookies["session"].flatMap { Secret($0.value) } }

    /// For a browser that signs in. It ends with the browser, or when the session does.
    package static func cookie(_ secret: Secret, isSecure: Bool) -> SetCookie {
        SetCookie("session", secret.text, isSecure: isSecure)
    }

    /// For a browser that signs out.
    package static func gone(isSecure: Bool) -> SetCookie { SetCookie("session", "", seconds: 0, isSecure: isSecure) }
}

/// The cookie of who is not signed in: nothing but what the forms' token is made of.
enum VisitorCookie {
    static func secret(in request: Request) -> Secret? { request.cookies["visitor"].flatMap { Secret($0.value) } }

    static func cookie(_ secret: Secret, isSecure: Bool) -> SetCookie {
        SetCookie("visitor", secret.text, isSecure: isSecure)
    }
}

/// Where one signs in.
package enum SignInAddress {
    /// Its path; the page that was asked goes with it as `toi`.
    package static let path = "/dang-nhap"
}
