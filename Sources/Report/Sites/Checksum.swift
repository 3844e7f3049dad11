import CCrypto
import Foundation

/// SHA-256 by OpenSSL.
enum Checksum {
    /// The digest in lower-case hexadecimal.
    static func sha256(_ data: Data) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        let isDone = data.withUnsafeBytes { EVP_Digest($0.baseAddress, $0.count, &digest, nil, EVP_sha256(), nil) }
        precondition(isDone == 1, "SHA-256 needs no key and no memory of the caller's, so it cannot fail")
        let digits = Array("0123456789abcdef")
        return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// A line as `sha256sum` prints it and `sha256sum --check` reads it, with its line end.
    ///
    /// A name with a backslash or a line end is written with escapes, which a backslash before the digest announces.
    static func line(sha256: String, name: String) -> String {
        // By scalars: a carriage return and a line feed together are one character.
        let escaped = name.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return "\(escaped == name ? "" : "\\")\(sha256)  \(escaped)\n"
    }
}
