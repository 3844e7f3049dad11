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
        arguments: [
            "qwen2.5-vl-72b", "Qwen/Qwen2.5-VL-72B-Instruct", "Qwen2.5-VL-72B", "qwen2.5_vl_72b", "x/QWEN2.5-VL-72B",
        ])
    func models(name: String) { #expect(resolver.modelID(name) == "qwen2.5-vl-72b") }

    @Test(
        "runners' names of benchmarks lead to the catalogue",
        arguments: [
            ("MedXpertQA_MM_test", "medxpertqa-mm"), ("SLAKE", "slake"), ("VQA_RAD", "vqa-rad"),
            ("PathVQA_TEST", "pathvqa"),
        ])
    func benchmarks(name: String, id: String) { #expect(resolver.benchmarkID(name) == id) }

    @Test(
        "an unknown name becomes an identifier that is safe and tells names apart",
        arguments: [("My Model/v2", "my-model-v2"), ("../../etc", "etc"), ("a:b", "a-b")])
    func slugs(name: String, id: String) { #expect(resolver.modelID(name) == id) }

    @Test("a model that the study does not name is told by its name alone") func unknownModels() {
        let id = resolver.modelID("lingshu-medical-mllm/Lingshu-7B")
        let entry = resolver.model(id: id)
        #expect(id == "lingshu-7b" && entry.name == "Lingshu-7B" && entry.family == "Lingshu")
        #expect(entry.kind == "medical" && entry.parameters == 7e9)
        #expect(resolver.model(id: "a") == ModelEntry(id: "a"))
    }

    @Test("a model of the study keeps what the study says and learns the rest from its names") func silentStudy() {
        var study = Study()
        var model = ModelEntry(id: "a")
        model.kind = "ours"
        model.aliases = ["google/medgemma-27b-it"]
        study.models = [model]
        let entry = NameResolver(study: study).model(id: "a")
        #expect(entry.kind == "ours" && entry.family == "MedGemma" && entry.parameters == 27e9 && entry.name == nil)
    }

    @Test("variants of one model lead to the study's entry without being listed") func variants() {
        for name in ["openrouter/qwen/qwen2.5-vl-72b-instruct", "qwen2_5_vl_72b", "Qwen__Qwen2.5-VL-72B-Instruct"] {
            #expect(resolver.modelID(name) == "qwen2.5-vl-72b")
        }
        #expect(resolver.modelID("Qwen/Qwen2.5-VL-72B-Instruct-AWQ") == "qwen2.5-vl-72b-awq")
    }

    @Test("the identifier of a name is a name of the identifier")
    func identifiers() {
        for name in ["Qwen/Qwen2.5-VL-72B-Instruct", "x/y", "ollama/llama3.1:8b", "someone/GPT-4o", "模型一", "a  b"] {
            let id = resolver.modelID(name)
            #expect(resolver.modelID(id) == id)
        }
    }

    @Test("names of any script keep their letters, names without one stay apart, and hidden signs enter no identifier")
    func foreignNames() {
        let ids = ["模型一", "模型二", "", "<>", "<<", "Модель-7B", "نموذج ٧", "a\u{202E}b", "模型🏥"].map {
            NameResolver.slug($0)
        }
        #expect(Set(ids).count == ids.count)
        #expect(ids[0] == "模型一" && ids[5] == "модель-7b" && ids[6] == "نموذج-٧")
        #expect(ids[7].hasPrefix("ab-") && ids[8].hasPrefix("模型-"), "what is lost leaves a hash")
        #expect(
            NameResolver.slug("mode\u{301}le") == NameResolver.slug("mod\u{E9}le"), "one spelling of letters with marks"
        )
    }
}
