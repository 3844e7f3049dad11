import CCrypto
import Foundation

/// SHA-256, or SHA-1 where a format asks for it (FIPS 180-4), fed piece by piece.
public struct Digest {
    /// Which of the two.
    public enum Algorithm: Sendable {
        case sha256
        /// Names what is the same; proves nothing.
        case sha1
    }

    private final class Context {
        let pointer = EVP_MD_CTX_new()
        deinit { EVP_MD_CTX_free(pointer) }
    }

    private let context = Context()

    /// A digest that has been fed nothing yet.
    public init(_ algorithm: Algorithm = .sha256) {
        EVP_DigestInit_ex(context.pointer, algorithm == .sha256 ? EVP_sha256() : EVP_sha1(), nil)
    }

    /// Feeds it with bytes, which may be none.
    public func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context.pointer, bytes.baseAddress, bytes.count)
    }

    /// Feeds it with the UTF-8 of a text, without an end mark.
    public func update(_ text: String) {
        var copy = text
        copy.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// The digest in lower-case hexadecimal; the value must not be fed afterwards.
    public func finish() -> String {
        var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        EVP_DigestFinal_ex(context.pointer, &bytes, &count)
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.prefix(Int(count)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digest and the size of a file, read in pieces.
    public static func ofFile(_ url: URL) throws -> (sha256: String, bytes: Int) {
        let (hexadecimal, bytes) = try ofFile(url, .sha256)
        return (hexadecimal, bytes)
    }

    /// A digest of a choice and the size of a file, read in pieces.
    public static func ofFile(_ url: URL, _ algorithm: Algorithm) throws -> (hexadecimal: String, bytes: Int) {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        let digest = Digest(algorithm)
        var bytes = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            piece.withUnsafeBytes { digest.update($0) }
            bytes += piece.count
        }
        return (digest.finish(), bytes)
    }
}
