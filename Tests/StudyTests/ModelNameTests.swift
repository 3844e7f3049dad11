import Testing

@testable import Study

@Suite("Model name") struct ModelNameTests {
    struct Expectation: Sendable, CustomTestStringConvertible {
        var name: String
        var id: String
        var family: String?
        var kind: String?
        var parameters: Double?
        var testDescription: String { name }

        init(_ name: String, _ id: String, _ family: String?, _ kind: String?, _ billions: Double? = nil) {
            self.name = name
            self.id = id
            self.family = family
            self.kind = kind
            parameters = billions.map { $0 * 1e9 }
        }
    }

    static let expectations: [Expectation] = [
        Expectation("Qwen/Qwen2.5-VL-72B-Instruct", "qwen2.5-vl-72b", "Qwen2.5-VL", "general", 72),
        Expectation("qwen2_5_vl_72b", "qwen2.5-vl-72b", "Qwen2.5-VL", "general", 72),
        Expectation("Qwen__Qwen2.5-VL-72B-Instruct", "qwen2.5-vl-72b", "Qwen2.5-VL", "general", 72),
        Expectation("openrouter/qwen/qwen2.5-vl-72b-instruct", "qwen2.5-vl-72b", "Qwen2.5-VL", "general", 72),
        Expectation("Qwen2.5-VL-72B-Instruct-AWQ", "qwen2.5-vl-72b-awq", "Qwen2.5-VL", "general", 72),
        Expectation("Qwen2.5-VL-7B-Instruct 4-bit", "qwen2.5-vl-7b-4bit", "Qwen2.5-VL", "general", 7),
        Expectation("Qwen/Qwen2-VL-7B-Instruct", "qwen2-vl-7b-instruct", "Qwen2-VL", "general", 7),
        Expectation("Qwen/Qwen2.5-0.5B-Instruct", "qwen2.5-0.5b-instruct", "Qwen2.5", "general", 0.5),
        Expectation("qwen_2_5_7b", "qwen2.5-7b", "Qwen2.5", "general", 7),
        Expectation("qwen3-235b-a22b", "qwen3-235b-a22b", "Qwen3", "general", 235),
        Expectation("qwen_qwen3-235b-a22b-2507", "qwen3-235b-a22b-2507", "Qwen3", "general", 235),
        Expectation("qwen_qwen3.5-122b-a10b", "qwen3.5-122b-a10b", "Qwen3.5", "general", 122),
        Expectation("qwen_qwen3.6-plus", "qwen3.6-plus", "Qwen3.6", "general"),
        Expectation("Qwen/Qwen3-Omni-30B-A3B-Instruct", "qwen3-omni-30b-a3b-instruct", "Qwen3-Omni", "general", 30),
        Expectation("Qwen3-VL-8B-Thinking", "qwen3-vl-8b-thinking", "Qwen3-VL", "general", 8),
        Expectation("qwen3-max", "qwen3-max", "Qwen3", "general"),
        Expectation("qwen-plus", "qwen-plus", "Qwen", "general"),
        Expectation("qwen_vl", "qwen-vl", "Qwen-VL", "general"),
        Expectation("unsloth_Qwen3-8B", "unsloth-qwen3-8b", "Qwen3", "general", 8),
        Expectation("Qwen2-57B-A14B-Instruct", "qwen2-57b-a14b-instruct", "Qwen2", "general", 57),
        Expectation("QwQ-32B-Preview", "qwq-32b-preview", "QwQ", "general", 32),
        Expectation("MiMo-VL-7B-RL", "mimo-vl-7b-rl", "MiMo-VL", "general", 7),
        Expectation("XiaomiMiMo/MiMo-VL-7B-SFT", "mimo-vl-7b-sft", "MiMo-VL", "general", 7),
        Expectation("OpenGVLab/InternVL2_5-8B", "internvl2.5-8b", "InternVL2.5", "general", 8),
        Expectation("InternVL3-78B-Instruct", "internvl3-78b-instruct", "InternVL3", "general", 78),
        Expectation("llava1.5_13b", "llava-1.5-13b", "LLaVA-1.5", "general", 13),
        Expectation("liuhaotian/llava-v1.5-13b", "llava-1.5-13b", "LLaVA-1.5", "general", 13),
        Expectation("llava-hf/llava-1.5-13b-hf", "llava-1.5-13b-hf", "LLaVA-1.5", "general", 13),
        Expectation("llava_next_yi_34b", "llava-next-yi-34b", "LLaVA-NeXT", "general", 34),
        Expectation("meta-llama_Llama-3.1-8B-Instruct", "llama-3.1-8b-instruct", "Llama-3.1", "general", 8),
        Expectation("meta-llama/Meta-Llama-3.1-8B-Instruct", "llama-3.1-8b-instruct", "Llama-3.1", "general", 8),
        Expectation("meta-llama/Llama-3.1-8B", "llama-3.1-8b", "Llama-3.1", "general", 8),
        Expectation("meta-llama_llama-3.3-70b-instruct", "llama-3.3-70b", "Llama-3.3", "general", 70),
        Expectation("Llama-3.3-70B-Instruct-Turbo", "llama-3.3-70b-turbo", "Llama-3.3", "general", 70),
        Expectation("meta-llama_llama-4-scout", "llama-4-scout", "Llama-4", "general", 109),
        Expectation(
            "meta-llama/Llama-4-Maverick-17B-128E-Instruct", "llama-4-maverick-17b-128e-instruct", "Llama-4", "general",
            400),
        Expectation("llama-2-7b-chat", "llama-2-7b-chat", "Llama-2", "general", 7),
        Expectation("ollama/llama3.1", "ollama-llama-3.1", "Llama-3.1", "general"),
        Expectation("mistralai__Mixtral-8x7B-Instruct-v0.1", "mixtral-8x7b-instruct-v0.1", "Mixtral", "general", 46.7),
        Expectation("mistralai_mistral-large-2512", "mistral-large-2512", "Mistral-Large", "general"),
        Expectation("mistralai/Mistral-Large-Instruct-2411", "mistral-large-2411", "Mistral-Large", "general"),
        Expectation("mistralai_Ministral-8B-Instruct-2410", "ministral-8b-instruct-2410", "Ministral", "general", 8),
        Expectation("mistralai/Mistral-7B-Instruct-v0.3", "mistral-7b-instruct-v0.3", "Mistral", "general", 7),
        Expectation("google/gemma-2-2b-it", "gemma-2-2b-it", "Gemma-2", "general", 2),
        Expectation("lmstudio/google/gemma-3-12b", "lmstudio-gemma-3-12b", "Gemma-3", "general", 12),
        Expectation("google_gemini-3.1-pro-preview", "gemini-3.1-pro-preview", "Gemini-3.1", "general"),
        Expectation("gemini-1.5-flash-002", "gemini-1.5-flash-002", "Gemini-1.5", "general"),
        Expectation("openai/gpt-4o-2024-08-06", "gpt-4o-2024-08-06", "GPT-4o", "general"),
        Expectation("openai:gpt-4o-mini", "gpt-4o-mini", "GPT-4o", "general"),
        Expectation("openai/azure/gpt-4o-mini", "gpt-4o-mini", "GPT-4o", "general"),
        Expectation("openai/gpt-4.1-mini-2025-04-14", "gpt-4.1-mini-2025-04-14", "GPT-4.1", "general"),
        Expectation("GPT_4.1", "gpt-4.1", "GPT-4.1", "general"),
        Expectation("gpt-35-turbo-16k", "gpt-3.5-turbo-16k", "GPT-3.5", "general"),
        Expectation("gpt-4-32k", "gpt-4-32k", "GPT-4", "general"),
        Expectation("openai_gpt2", "gpt-2", "GPT-2", "general"),
        Expectation("openrouter/openai/gpt-oss-120b", "gpt-oss-120b", "GPT-oss", "general", 120),
        Expectation("o4-mini-2025-04-16", "o4-mini-2025-04-16", "o4", "general"),
        Expectation("claude-3-5-sonnet", "claude-3.5-sonnet", "Claude", "general"),
        Expectation("claude-3-7-sonnet-20250219", "claude-3.7-sonnet-2025-02-19", "Claude", "general"),
        Expectation("anthropic/claude-opus-4-5", "claude-opus-4.5", "Claude", "general"),
        Expectation("openrouter/anthropic/claude-opus-4.5", "claude-opus-4.5", "Claude", "general"),
        Expectation("claude-opus-4-20250514", "claude-opus-4-2025-05-14", "Claude", "general"),
        Expectation("deepseek-reasoner-v3.2-exp", "deepseek-reasoner-v3.2-exp", "DeepSeek", "general"),
        Expectation("deepseek_deepseek-chat-v3.1", "deepseek-chat-v3.1", "DeepSeek", "general"),
        Expectation("deepseek-ai/DeepSeek-V3.1", "deepseek-v3.1", "DeepSeek-V3.1", "general", 671),
        Expectation("DeepSeek-R1", "deepseek-r1", "DeepSeek-R1", "general", 671),
        Expectation("deepseek-ai_DeepSeek-R1-0528-Qwen3-8B", "deepseek-r1-0528-qwen3-8b", "DeepSeek-R1", "general", 8),
        Expectation("olmo3_7b", "olmo3-7b", "OLMo3", "general", 7),
        Expectation("eleutherai_pythia-1b-v0", "pythia-1b-v0", "Pythia", "general", 1),
        Expectation("doubao-seed-1-6-251015", "doubao-seed-1.6-251015", "Doubao-Seed-1.6", "general"),
        Expectation("google/medgemma-27b-it", "medgemma-27b-it", "MedGemma", "medical", 27),
        Expectation("medgemma-1.5-4b-it", "medgemma-1.5-4b-it", "MedGemma-1.5", "medical", 4),
        Expectation("lingshu-medical-mllm/Lingshu-7B", "lingshu-7b", "Lingshu", "medical", 7),
        Expectation("FreedomIntelligence/HuatuoGPT-Vision-7B", "huatuogpt-vision-7b", "HuatuoGPT-Vision", "medical", 7),
        Expectation("HuatuoGPT-o1-8B", "huatuogpt-o1-8b", "HuatuoGPT-o1", "medical", 8),
        Expectation("llava_med_full", "llava-med-full", "LLaVA-Med", "medical"),
        Expectation("m42-health/Llama3-Med42-8B", "llama3-med42-8b", "Med42", "medical", 8),
        Expectation("m42-health/med42-v2-70b", "med42-v2-70b", "Med42-v2", "medical", 70),
        Expectation("epfl-llm/meditron-70b", "meditron-70b", "Meditron", "medical", 70),
        Expectation("aaditya/Llama3-OpenBioLLM-70B", "llama3-openbiollm-70b", "OpenBioLLM", "medical", 70),
        Expectation("UbiquantAI_Fleming-R1-7B", "fleming-r1-7b", "Fleming-R1", "medical", 7),
        Expectation("linjc16_Panacea-7B-Chat", "panacea-7b-chat", "Panacea", "medical", 7),
        Expectation("ZJU-AI4H/Hulu-Med-14B", "hulu-med-14b", "Hulu-Med", "medical", 14),
        Expectation("baichuan-inc/Baichuan-M2-32B", "baichuan-m2-32b", "Baichuan-M2", "medical", 32),
        Expectation("baichuan-inc/Baichuan2-13B-Chat", "baichuan2-13b-chat", "Baichuan2", "general", 13),
        Expectation("HPAI-BSC/Qwen2.5-Aloe-Beta-7B", "qwen2.5-aloe-beta-7b", "Aloe", "medical", 7),
        Expectation("deepseek-ai/DeepSeek-V2-Lite-Chat", "deepseek-v2-lite-chat", "DeepSeek-V2", "general", 15.7),
        Expectation("zai-org/GLM-4.5V", "glm-4.5-v", "GLM-4.5", "general", 106),
        Expectation("moonshotai/Kimi-K2-Instruct-0905", "kimi-k2-instruct-0905", "Kimi-K2", "general", 1000),
        Expectation("Qwen2.5-VL-7B-Instruct-Q4_K_M.gguf", "qwen2.5-vl-7b-q4-k-m-gguf", "Qwen2.5-VL", "general", 7),
        Expectation("openbmb/MiniCPM-V-2_6", "minicpm-v-2.6", "MiniCPM-V-2.6", "general"),
        Expectation("microsoft/llava-med-v1.5-mistral-7b", "llava-med-1.5-mistral-7b", "LLaVA-Med-1.5", "medical", 7),
        Expectation("gemini-2.5-flash-lite", "gemini-2.5-flash-lite", "Gemini-2.5", "general"),
        Expectation(
            "mlx-community/Qwen2.5-VL-7B-Instruct-4bit", "mlx-community-qwen2.5-vl-7b-4bit", "Qwen2.5-VL", "general", 7),
        Expectation("mock/mock-med-1.0", "mock-mock-med-1.0", nil, nil),
        Expectation("My Model/v2", "my-model-v2", nil, nil),
    ]

    @Test("a name is read as it occurs", arguments: expectations)
    func parse(expected: Expectation) {
        let name = ModelName(expected.name)
        #expect(name.id == expected.id)
        #expect(name.family == expected.family)
        #expect(name.kind == expected.kind)
        #expect(name.parameters == expected.parameters)
    }

    @Test("reading an identifier gives the identifier", arguments: expectations)
    func idempotence(expected: Expectation) {
        let again = ModelName(expected.id)
        #expect(again.id == expected.id)
        if expected.family != nil, expected.kind != nil { #expect(again.family == expected.family) }
    }

    @Test("the shown name leads back to the identifier, but for who packed the copy", arguments: expectations)
    func shownName(expected: Expectation) {
        guard let name = ModelName(expected.name).name else { return }
        let packagers = ModelFamilies.known.packagers.map { $0 + "-" }
        let packager = packagers.first { expected.id.hasPrefix($0) } ?? ""
        #expect(packager + ModelName(name).id == expected.id)
    }

    @Test("models that may differ stay apart")
    func apart() {
        let groups = [
            [
                "Qwen3-8B", "Qwen3-8B-Base", "Qwen3-8B-AWQ", "Qwen3-8B-FP8", "Qwen3-80B", "Qwen3-8B-Thinking",
                "unsloth/Qwen3-8B", "someone/Qwen3-8B",
            ],
            ["Llama-3.1-8B", "Llama-3.1-8B-Instruct", "Llama-3-8B-Instruct", "ollama/llama3.1:8b"],
            ["gpt-4o", "gpt-4o-2024-05-13", "gpt-4o-2024-08-06", "gpt-4o-mini", "gpt-4", "gpt-4.1", "gpt-4-0613"],
            ["Qwen3-VL-8B-Instruct", "Qwen3-VL-8B-Thinking", "Qwen3-VL-8B"],
            ["gemma-3-4b-it", "gemma-3-4b-pt", "gemma-3n-e4b-it", "medgemma-4b-it", "gemma-4b-it"],
            ["InternVL3-8B", "InternVL3-8B-Instruct", "InternVL3-8B-Pretrained"],
        ]
        for names in groups {
            #expect(Set(names.map { ModelName($0).id }).count == names.count, "\(names.map { ModelName($0).id })")
        }
    }

    @Test("a copy by someone unknown has the family but no kind")
    func copies() {
        let copy = ModelName("someone/Qwen3-8B-clinical")
        #expect(
            copy.id == "someone-qwen3-8b-clinical" && copy.family == "Qwen3" && copy.kind == nil
                && copy.parameters == 8e9)
        #expect(ModelName("Qwen3-8B-clinical").kind == nil)
    }

    @Test("date, quantisation, variants and version are told")
    func details() {
        let dated = ModelName("openai/gpt-4o-mini-2024-07-18")
        #expect(dated.date == "2024-07-18" && dated.organisation == "openai" && dated.variants == ["mini"])
        let compact = ModelName("claude-3-5-sonnet-20241022")
        #expect(compact.date == "2024-10-22" && compact.version == "3.5" && compact.organisation == "anthropic")
        #expect(ModelName("Qwen/Qwen2.5-VL-72B-Instruct-AWQ").quantisation == "awq")
        #expect(ModelName("Qwen/Qwen2.5-VL-72B-Instruct").name == "Qwen2.5-VL-72B")
        #expect(ModelName("Qwen3-VL-30B-A3B-Thinking-FP8").name == "Qwen3-VL-30B-A3B-Thinking-FP8")
    }

    @Test(
        "any text is read without harm",
        arguments: ["", "/", "__", ":", "-", "qwen", "模型", "Qwen/", "8b", "v", "gpt", "qwen2.", "o1:", "ollama/"])
    func anyText(text: String) {
        let id = ModelName(text).id
        #expect(!id.isEmpty && ModelName(id).id == id)
    }

    @Test("the families are in order")
    func families() {
        let known = ModelFamilies.known
        #expect(Set(known.families.map(\.name)).count == known.families.count)
        #expect(known.families.allSatisfy { ["general", "medical"].contains($0.kind) && !$0.roots.contains([]) })
        #expect(known.totals.keys.allSatisfy { ModelName($0).id == $0 })
    }
}
