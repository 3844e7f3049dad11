import Foundation

/// A file that is to be written: its path below the folder, with `/`, and its bytes.
public struct SiteFile: Sendable, Equatable {
    /// The path below the folder.
    public var path: String
    /// The bytes.
    public var data: Data

    /// A file of bytes.
    public init(path: String, data: Data) {
        self.path = path
        self.data = data
    }

    init(path: String, text: String) {
        self.init(path: path, data: Data(text.utf8))
    }
}
