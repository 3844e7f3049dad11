import Foundation

/// What a file of MMMU's evaluation code holds, by its content.
enum MMMUForm: Equatable {
    /// A list of items with responses, and, if parsed, with answers.
    case rows(areParsed: Bool)
    /// An object from items to answers.
    case map
    /// An object from items to the right answers.
    case gold
    /// Lines of MMMU-Pro.
    case pro

    init?(_ probe: LogProbe) {
        let outline = probe.outline
        switch outline.root {
        case .list:
            let hasKey = outline.has("id") || outline.has("No", "all_choices") || outline.has("No", "index2ans")
            guard hasKey, outline.has("question_type"), outline.has("response") || outline.has("parsed_pred") else {
                return nil
            }
            self = .rows(areParsed: outline.has("parsed_pred"))
        case .object:
            if outline.has("id", "options", "response"), outline.has("answer"),
                outline.has("subject") || outline.has("pred_indexs") || outline.has("topic_difficulty")
            {
                self = .pro
                return
            }
            guard let first = outline.topKeys.first, MMMUItem(first) != nil else { return nil }
            if outline.has("\(first).ground_truth") {
                self = .gold
                return
            }
            let kind = outline.kinds[first]
            guard kind == "\"" || kind == "[" || kind == "0" || kind == "n" else { return nil }
            self = .map
        case .other:
            return nil
        }
    }
}

/// What the folders and the name of a file of MMMU say.
struct MMMUPlace {
    private let url: URL

    init(_ url: URL) { self.url = url }

    /// The name of a model, and whether it is more likely that of something else.
    struct Name {
        let model: String
        let isDoubtful: Bool
    }

    /// Names of folders that hold results of several models.
    private static let generic: Set<String> = [
        "output", "outputs", "result", "results", "example_outputs", "eval", "predictions", "mmmu", "mmmu-pro",
        "mmmu_pro",
    ]

    /// The subjects of MMMU, which are the names of folders.
    static let subjects: Set<String> = [
        "Art", "Art_Theory", "Design", "Music", "Accounting", "Economics", "Finance", "Manage", "Marketing", "Biology",
        "Chemistry", "Geography", "Math", "Physics", "Basic_Medical_Science", "Clinical_Medicine",
        "Diagnostics_and_Laboratory_Medicine", "Pharmacy", "Public_Health", "History", "Literature", "Sociology",
        "Psychology", "Agriculture", "Architecture_and_Engineering", "Computer_Science", "Electronics",
        "Energy_and_Power", "Materials", "Mechanical_Engineering",
    ]

    /// The folder of the run: above the folders of the subjects, or the file's own.
    var runFolder: URL {
        let folder = url.deletingLastPathComponent()
        return Self.subjects.contains(folder.lastPathComponent) ? folder.deletingLastPathComponent() : folder
    }

    /// The folder of the run; where that is for several models, `<model>_dev.json` in it.
    var nameOfRun: Name {
        let folder = Self.name(runFolder.lastPathComponent)
        guard folder.isDoubtful, isMapName, let stem = modelInFileName else { return folder }
        return Name(model: stem, isDoubtful: false)
    }

    /// Whether a file could be a map of all subjects, by its name.
    var isMapName: Bool { !Self.subjects.contains(url.deletingLastPathComponent().lastPathComponent) }

    /// `<model>_val.json`, or `total_val_output.json` in the model's folder.
    var nameOfMap: Name {
        modelInFileName.map { Name(model: $0, isDoubtful: false) } ?? Self.name(runFolder.lastPathComponent)
    }

    /// The file's name without what says which split and kind it is; nil if nothing is left but such words.
    private var modelInFileName: String? {
        var stem = (LogProbe.innerName(url.lastPathComponent) as NSString).deletingPathExtension
        for ending in ["_output", "_results", "_val", "_test", "_dev", "_validation"] where stem.hasSuffix(ending) {
            stem.removeLast(ending.count)
        }
        let isGeneral = [
            "total", "output", "parsed", "result", "results", "answers", "predictions", "val", "dev", "test",
            "validation", "",
        ].contains(stem.lowercased())
        return isGeneral ? nil : stem
    }

    /// `<model>_<setting>_<method>.jsonl`.
    private var partsOfPro: (model: String, setting: String)? {
        let stem = (LogProbe.innerName(url.lastPathComponent) as NSString).deletingPathExtension
        guard let found = stem.wholeMatch(of: /(.+)_((?:standard|vision)[^_]*)_(cot|direct)/) else { return nil }
        return (String(found.1), String(found.2) + " " + String(found.3))
    }

    var nameOfPro: Name { partsOfPro.map { Name(model: $0.model, isDoubtful: false) } ?? nameOfMap }

    /// The setting is part of the benchmark: the same item in another setting is another question.
    var benchmarkOfPro: String { partsOfPro.map { "MMMU-Pro \($0.setting)" } ?? "MMMU-Pro" }

    private static func name(_ folder: String) -> Name {
        let isGeneric = generic.contains(folder.lowercased()) || subjects.contains(folder)
        return Name(model: folder, isDoubtful: isGeneric)
    }
}
