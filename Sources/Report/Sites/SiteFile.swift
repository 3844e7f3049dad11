import Foundation

/// A file that is to be written: its path below the folder, with `/`, and its bytes.
public struct SiteFile: Sendable, Equatable {
    public var path: String
    public var data: Data

    public init(path: String, data: Data) {
        self.path = path
        self.data = data
    }

    init(path: String, text: String) {
        self.init(path: path, data: Data(text.utf8))
    }
}
