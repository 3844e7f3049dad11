import Foundation
import Testing

@testable import Study

@Suite("Catalogue") struct CatalogueTests {
    /// Shared: a resolver reads a thousand names when it is made.
    private static let catalogue = NameResolver(study: Study())
    private var resolver: NameResolver { Self.catalogue }

    @Test("identifiers are unique slugs and resolve to themselves")
    func identifiers() {
        let ids = Catalogue.benchmarks.map(\.id)
        #expect(Set(ids).count == ids.count && ids.count >= 100)
        for id in ids {
            #expect(NameResolver.slug(id) == id)
            #expect(resolver.benchmarkID(id) == id)
            #expect(resolver.benchmark(id: id).id == id)
        }
    }

    @Test("a name belongs to one entry, as it is written and folded")
    func names() {
        var owners: [String: String] = [:]
        for entry in Catalogue.benchmarks {
            #expect(entry.name != nil && entry.summary?.hasSuffix(".") == true, "\(entry.id)")
            for name in [entry.id, entry.name ?? ""] + entry.aliases {
                let folded = NameResolver.folded(name)
                #expect(
                    owners[folded, default: entry.id] == entry.id,
                    "`\(name)` names \(owners[folded] ?? "") and \(entry.id)")
                owners[folded] = entry.id
                #expect(resolver.benchmarkID(name) == entry.id, "\(name)")
            }
        }
    }

    @Test("folding twice changes nothing")
    func folding() {
        for name in Catalogue.benchmarks.flatMap({ [$0.id] + $0.aliases }) + ["Ärzte-Prüfung 2", "模型 ③"] {
            #expect(NameResolver.folded(NameResolver.folded(name)) == NameResolver.folded(name))
        }
    }

    @Test("the chance level is one over the number of options where all items have as many")
    func chance() {
        for entry in Catalogue.benchmarks {
            if let options = entry.options {
                #expect(entry.chance == .fixed(1 / Double(options)) && entry.answers == .closed, "\(entry.id)")
            }
            if entry.answers == .open { #expect(entry.chance == nil && entry.options == nil, "\(entry.id)") }
        }
    }

    @Test("an entry says where its facts come from, and whose its capability rule is")
    func sources() {
        for entry in Catalogue.benchmarks {
            #expect(entry.source?.isEmpty == false && entry.answers != nil && !entry.languages.isEmpty, "\(entry.id)")
            guard let rule = entry.capability else { continue }
            #expect(rule.source != nil && Set(rule.values.keys) == ["understanding", "reasoning"], "\(entry.id)")
            let values = rule.values.values.flatMap { $0 }
            #expect(Set(values).count == values.count, "\(entry.id)")
        }
    }

    @Test("a part names a parent of the catalogue and takes from it what it does not say")
    func parts() throws {
        for entry in Catalogue.benchmarks {
            if let parent = entry.parent {
                #expect(resolver.benchmark(id: parent).name != nil && entry.subset != nil, "\(entry.id)")
            }
        }
        let anatomy = resolver.benchmark(id: "mmlu-anatomy")
        #expect(anatomy.name == "MMLU anatomy" && anatomy.parent == "mmlu" && anatomy.subset == "anatomy")
        #expect(anatomy.options == 4 && anatomy.itemCount == 135)
        let open = resolver.benchmark(id: "slake-en-open")
        #expect(
            open.cluster == "image" && open.clusterAlternatives.contains("img_name")
                && open.capability?.alternatives == ["question_type"])
        // The six subjects that MultiMedQA and MIRAGE take have 1,089 items together.
        let six = [
            "anatomy", "clinical-knowledge", "college-biology", "college-medicine", "medical-genetics",
            "professional-medicine",
        ]
        #expect(six.compactMap { resolver.benchmark(id: "mmlu-\($0)").itemCount }.reduce(0, +) == 1089)
    }

    @Test("the page has the catalogue's table")
    func page() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/catalogue.md")
        var text = try String(contentsOf: page, encoding: .utf8)
        let start = try #require(text.range(of: "<!-- The table begins here. -->\n")).upperBound
        let end = try #require(text.range(of: "<!-- The table ends here. -->")).lowerBound
        // `ACUITY_WRITE_CATALOGUE=1 swift test --filter CatalogueTests` writes the table anew.
        if ProcessInfo.processInfo.environment["ACUITY_WRITE_CATALOGUE"] != nil {
            text.replaceSubrange(start..<end, with: Catalogue.markdown())
            try text.write(to: page, atomically: true, encoding: .utf8)
        } else {
            #expect(text[start..<end] == Catalogue.markdown())
        }
    }

    @Test("every row of the table has as many cells as its head")
    func table() {
        let rows = Catalogue.markdown().split(separator: "\n")
        #expect(rows.count == Catalogue.benchmarks.count + 2)
        #expect(
            Set(
                rows.map { $0.replacing("\\|", with: "").split(separator: "|", omittingEmptySubsequences: false).count }
            ) == [11])
    }
}
