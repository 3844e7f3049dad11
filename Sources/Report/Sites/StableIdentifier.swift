import Foundation

/// Identifiers for what has no address.
enum StableIdentifier {
    /// A `urn:uuid:` made from texts by SHA-256, as version 8 of RFC 9562 allows: the same texts, the same identifier.
    static func urn(_ texts: [String]) -> String {
        // The lengths keep texts apart that would be one if joined.
        let hash = Checksum.sha256(Data(texts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
        var digits = Array(hash.prefix(32))
        digits[12] = "8"
        // The variant: the two highest bits of the ninth byte are 1 and 0.
        digits[16] = ["8", "9", "a", "b"][(digits[16].hexDigitValue ?? 0) & 3]
        var groups: [String] = []
        for length in [8, 4, 4, 4, 12] {
            groups.append(String(digits.prefix(length)))
            digits.removeFirst(length)
        }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
