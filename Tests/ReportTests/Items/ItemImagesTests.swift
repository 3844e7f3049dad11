import Findings
import Foundation
import Testing

@testable import Report

@Suite("Images of items") struct ItemImagesTests {
    private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3])

    private func made(
        _ pattern: String?, names: [String]
    ) throws -> (images: [Int: ItemImages.Image], files: [SiteFile], missing: Int) {
        let board = ItemBoard(
            benchmark: "b", keys: names.indices.map { "k\($0)" }, positions: Array(names.indices),
            facets: [
                ItemFacet(name: "image", values: names, codes: names.indices.map { UInt32($0 + 1) }),
                ItemFacet(name: "rare", values: ["r"], codes: names.indices.map { _ in 0 }),
            ])
        let images = ItemImages(pattern: pattern, board: board, folder: "items/b")
        var files: [SiteFile] = []
        let found = try images.images(of: Array(names.indices)) { files.append($0) }
        return (found, files, images.missing)
    }

    @Test("are copied once from the study's folder, under names that tell nothing of their own")
    func copied() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-images-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "in"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.png.write(to: folder.appending(path: "in/a.png"))
        try Self.png.write(to: folder.appending(path: "secret.png"))
        try Data("<svg onload='alert(1)'/>".utf8).write(to: folder.appending(path: "in/b.png"))
        let (images, files, missing) = try made(
            "\(folder.path)/in/{image}.png", names: ["a", "a", "b", "../secret", "none"])
        #expect(Set(images.keys) == [0, 1])
        #expect(images[0] == images[1])
        #expect(files.map(\.data) == [Self.png])
        #expect(files.first?.path == images[0]?.path)
        #expect(files.first?.path.wholeMatch(of: /items\/b\/images\/[0-9a-f]{16}\.png/) != nil)
        #expect(missing == 3)
        let outside = try made("{image}.png", names: [folder.appending(path: "secret").path])
        #expect(outside.images.isEmpty && outside.files.isEmpty && outside.missing == 1)
    }

    @Test("are linked where the study gives an address, with values as parts of it")
    func linked() throws {
        let (images, files, _) = try made("https://example.org/{image}.jpg?i={item}", names: ["a b", "\"><script>"])
        #expect(images[0]?.address == "https://example.org/a%20b.jpg?i=k0")
        #expect(images[1]?.address == "https://example.org/%22%3E%3Cscript%3E.jpg?i=k1")
        #expect(files.isEmpty)
        #expect(try made("javascript://x/{image}", names: ["a"]).images.isEmpty)
    }

    @Test("are none where the study names none, or the item lacks the facet")
    func none() throws {
        #expect(try made(nil, names: ["a"]).missing == 0)
        #expect(try made("x/{rare}.png", names: ["a"]).images.isEmpty)
    }
}
