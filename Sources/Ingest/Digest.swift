import CCrypto
import Foundation

/// SHA-256 (FIPS 180-4), fed piece by piece.
public struct Digest {
    private final class Context {
        let pointer = EVP_MD_CTX_new()
        deinit { EVP_MD_CTX_free(pointer) }
    }

    private let context = Context()

    public init() { EVP_DigestInit_ex(context.pointer, EVP_sha256(), nil) }

    public func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context.pointer, bytes.baseAddress, bytes.count)
    }

    public func update(_ text: String) {
        var copy = text
        copy.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// The digest in lower-case hexadecimal; the value must not be fed afterwards.
    public func finish() -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context.pointer, &bytes, nil)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digest and the size of a file, read in pieces.
    public static func ofFile(_ url: URL) throws -> (sha256: String, bytes: Int) {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        let digest = Digest()
        var bytes = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            piece.withUnsafeBytes { digest.update($0) }
            bytes += piece.count
        }
        return (digest.finish(), bytes)
    }
}
