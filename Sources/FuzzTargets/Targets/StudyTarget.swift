import Study

/// The text of a study file: a study, or errors that each have a place.
enum StudyTarget {
    static let study = FuzzTarget("study") { input in
        let text = String(decoding: input, as: UTF8.self)
        do {
            let study = try StudyFile.parse(text, file: "study.toml")
            let resolver = NameResolver(study: study)
            for name in text.split(whereSeparator: { $0 == "\"" || $0.isNewline }).prefix(20) {
                let model = resolver.modelID(String(name))
                try BrokenPromise.unless(resolver.modelID(String(name)) == model, "a model has two identifiers")
                _ = resolver.benchmarkID(String(name))
            }
        } catch let errors as StudyFile.Errors {
            try BrokenPromise.unless(!errors.problems.isEmpty, "errors that are none")
            for problem in errors.problems {
                try BrokenPromise.unless(problem.file == "study.toml" && problem.line ?? 0 >= 0, "no place: \(problem)")
            }
        }
    }
}
