/// A reporting guideline for studies of medical AI, with what is needed to find it.
enum Guideline: String, CaseIterable {
    case tripodLLM
    case claim
    case stardAI
    case decideAI
    case miClearLLM
    case futureAI

    /// The name as the checklist writes it, with the year where versions number their items differently.
    var name: String {
        switch self {
        case .tripodLLM: "TRIPOD-LLM"
        case .claim: "CLAIM 2024"
        case .stardAI: "STARD-AI"
        case .decideAI: "DECIDE-AI"
        case .miClearLLM: "MI-CLEAR-LLM 2025"
        case .futureAI: "FUTURE-AI"
        }
    }

    /// Authors, title, journal and year.
    var citation: String {
        switch self {
        case .tripodLLM:
            "Gallifant and others, The TRIPOD-LLM reporting guideline for studies using large language models, "
                + "Nature Medicine 31, 2025"
        case .claim:
            "Tejani and others, Checklist for Artificial Intelligence in Medical Imaging (CLAIM): 2024 Update, "
                + "Radiology: Artificial Intelligence 6, 2024"
        case .stardAI:
            "Sounderajah and others, The STARD-AI reporting guideline for diagnostic accuracy studies using artificial "
                + "intelligence, Nature Medicine 31, 2025"
        case .decideAI:
            "Vasey and others, Reporting guideline for the early-stage clinical evaluation of decision support systems "
                + "driven by artificial intelligence: DECIDE-AI, Nature Medicine 28, 2022"
        case .miClearLLM:
            "Park and others, Minimum Reporting Items for Clear Evaluation of Accuracy Reports of Large Language Models in "
                + "Healthcare (MI-CLEAR-LLM): 2025 Updates, Korean Journal of Radiology 26, 2025"
        case .futureAI:
            "Lekadir and others, FUTURE-AI: international consensus guideline for trustworthy and deployable artificial "
                + "intelligence in healthcare, BMJ 388, 2025"
        }
    }

    var doi: String {
        switch self {
        case .tripodLLM: "10.1038/s41591-024-03425-5"
        case .claim: "10.1148/ryai.240300"
        case .stardAI: "10.1038/s41591-025-03953-8"
        case .decideAI: "10.1038/s41591-022-01772-9"
        case .miClearLLM: "10.3348/kjr.2025.1522"
        case .futureAI: "10.1136/bmj-2024-081554"
        }
    }
}
