import Foundation
import Testing

@testable import Report

@Suite("The exchange of two folders")
struct FolderExchangeTests {
    private func exchange(_ folder: Folder, refusal: Int32?) throws -> String {
        let (new, target, spare) = (folder.at("new").path, folder.at("site").path, folder.at("old").path)
        guard let refusal else { return try FolderExchange.exchange(new, with: target, spare: spare) }
        return try FolderExchange.exchange(new, with: target, spare: spare) { _, _ in refusal }
    }

    @Test(
        "gives the new folder the old one's path, in one step or, where that is refused, two",
        arguments: [
            (nil, "new"), (EINVAL, "old"), (ENOSYS, "old"), (EXDEV, "old"),
        ] as [(Int32?, String)])
    func foldersChangePlaces(refusal: Int32?, left: String) throws {
        try Folder.with { folder in
            try folder.write("a", to: "new/a")
            try folder.write("b", to: "site/b")
            #expect(try exchange(folder, refusal: refusal) == folder.at(left).path)
            #expect(folder.names("site") == ["a"])
            #expect(folder.names(left) == ["b"])
            #expect(folder.names().count == 2)
        }
    }

    @Test("leaves the old folder where it was if it fails", arguments: [EIO, ENOSYS])
    func failuresAreUndone(refusal: Int32) throws {
        try Folder.with { folder in
            try folder.write("b", to: "site/b")
            #expect(throws: SiteProblem.self) { try exchange(folder, refusal: refusal) }
            #expect(folder.names() == ["site"])
        }
    }
}
