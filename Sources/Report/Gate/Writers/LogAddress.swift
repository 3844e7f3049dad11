/// The address of a log within a repository.
enum LogAddress {
    /// A path relative to the repository's root, from one that is relative to a folder of it.
    static func path(_ path: String, root: String) -> String {
        guard !path.hasPrefix("/"), !root.isEmpty else { return path }
        return root.hasSuffix("/") ? root + path : root + "/" + path
    }

    /// The path as a reference by RFC 3986: all but unreserved characters and slashes are percent-encoded, so that no
    /// part of a name is taken for a scheme, a query or a fragment. An absolute path is an address of a file.
    static func uri(_ path: String, root: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = path.hasPrefix("/") ? "file://" : ""
        // Windows separates by backslashes, which no address has.
        for byte in self.path(path, root: root).replacing("\\", with: "/").utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
