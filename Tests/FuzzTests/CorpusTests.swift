import Foundation
import FuzzTargets
import Testing

/// What `make fuzz` starts from and what it found goes through the same functions here, without the fuzzer.
@Suite("the fuzzer's corpus") struct CorpusTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// The inputs of a target in `Corpus` or `Crashes`, by name.
    private static func inputs(of target: String, in kind: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = folder.appending(path: "\(kind)/\(target)")
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
        }
    }

    private func run(_ target: FuzzTarget, _ bytes: [UInt8], _ name: String) {
        #expect(throws: Never.self, "\(target.name): \(name)") { try target.run(bytes) }
    }

    @Test("every input of the corpus keeps all promises, whole and damaged", arguments: FuzzTarget.all.map(\.name))
    func corpus(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        let inputs = try Self.inputs(of: name, in: "Corpus")
        #expect(!inputs.isEmpty, "Tests/FuzzTests/Corpus/\(name) holds no seed")
        for input in inputs { run(target, input.bytes, input.name) }
        var mutation = Mutation(seed: 20_250_715)
        for round in 0..<(inputs.isEmpty ? 0 : 24) {
            let input = inputs[round % inputs.count]
            run(target, mutation.damaged(input.bytes), "\(input.name), damaged, round \(round)")
        }
    }

    @Test("what once crashed, hung or broke a promise does so no more", arguments: FuzzTarget.all.map(\.name))
    func crashes(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        for input in try Self.inputs(of: name, in: "Crashes") { run(target, input.bytes, input.name) }
    }

    @Test("every folder of inputs has a target", arguments: ["Corpus", "Crashes"])
    func folders(kind: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: kind).path)
        #expect(names.filter { !$0.hasPrefix(".") && FuzzTarget.named($0) == nil } == [])
    }
}
