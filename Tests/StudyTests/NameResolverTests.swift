import Study
import Testing

@Suite("Name resolver") struct NameResolverTests {
    private var resolver: NameResolver {
        var study = Study()
        var model = ModelEntry(id: "qwen2.5-vl-72b")
        model.name = "Qwen2.5-VL 72B"
        model.aliases = ["Qwen/Qwen2.5-VL-72B-Instruct"]
        study.models = [model]
        return NameResolver(study: study)
    }

    @Test(
        "a model's names lead to its identifier",
        arguments: ["qwen2.5-vl-72b", "Qwen/Qwen2.5-VL-72B-Instruct", "Qwen2.5-VL-72B", "qwen2.5_vl_72b", "x/QWEN2.5-VL-72B"])
    func models(name: String) { #expect(resolver.modelID(name) == "qwen2.5-vl-72b") }

    @Test(
        "runners' names of benchmarks lead to the catalogue",
        arguments: [("MedXpertQA_MM_test", "medxpertqa-mm"), ("SLAKE", "slake"), ("VQA_RAD", "vqa-rad"), ("PathVQA_TEST", "pathvqa")])
    func benchmarks(name: String, id: String) { #expect(resolver.benchmarkID(name) == id) }

    @Test(
        "an unknown name becomes an identifier that is safe and tells names apart",
        arguments: [("My Model/v2", "my-model-v2"), ("../../etc", "etc"), ("a:b", "a-b")])
    func slugs(name: String, id: String) { #expect(resolver.modelID(name) == id) }

    @Test("names without a safe letter stay apart") func foreignNames() {
        let ids = ["模型一", "模型二", "", "<>", "<<"].map { NameResolver.slug($0) }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 < 0x80 } })
    }
}
