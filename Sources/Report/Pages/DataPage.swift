import Charts
import Findings

/// What can be downloaded and shown elsewhere, with sizes, checksums, licence and how to cite.
enum DataPage {
    /// How many cards are listed; more are counted.
    static let cards = 200

    /// - Parameters:
    ///   - files: The files of the folder `data`, as they lie in the site.
    ///   - pages: All other pages, whose cards are listed.
    static func page(_ material: PageMaterial, files: [DataFile], pages: [Page]) -> Page {
        let study = material.findings.study
        let findings = files.filter(\.isFindings).count
        var page = Page(
            .data, template: "data", value: [:], finding: DataSentences(index: material.index).offer(files: findings))
        let cards = (pages + [page]).filter(\.hasOwnCard)
        page.value = [
            "files": .list(files.map(file)), "tables": .list(files.filter { !$0.columns.isEmpty }.map(columns)),
            "figures": figures(material.figures), "hasFigures": .flag(!material.figures.files.isEmpty),
            "license": TemplateValue(study.license), "licenseAddress": TemplateValue(LicenseAddress.of(study.license)),
            "studyEntry": .text(Citation.study(material.findings)),
            "acuityEntry": .text(Citation.acuity(material.findings)), "schema": .text(material.findings.schema),
            "dataset": Dataset(material.findings, files: files).value, "embed": material.embed(snippets(material)),
            "cards": .list(
                cards.prefix(Self.cards).map {
                    [
                        "path": .text($0.card),
                        "title": .text($0.path == SitePage.home.rawValue ? study.title : $0.title),
                    ]
                }),
            "cardsLeft": cards.count > Self.cards ? .text(Digits.count(cards.count - Self.cards)) : .none,
        ]
        return page
    }

    private static func file(_ file: DataFile) -> TemplateValue {
        [
            "path": .text(file.file.path), "about": .text(file.about),
            "rows": TemplateValue(file.rows.map(ValueFormat.count)),
            "columns": TemplateValue(file.columns.isEmpty ? nil : ValueFormat.count(file.columns.count)),
            "bytes": .text(ValueFormat.count(file.file.data.count)), "sha256": .text(file.sha256),
            "distribution": !file.isFindings
                ? .none : ["type": .text(file.mediaType), "size": .text(Dataset.size(file))],
        ]
    }

    private static func columns(_ file: DataFile) -> TemplateValue {
        [
            "name": .text(file.name), "id": .text("columns-\(Slugs.plain(file.name))"),
            "count": .text(
                Digits.counted(file.rows ?? 0, "row") + ", " + Digits.counted(file.columns.count, "column")),
            "columns": .list(file.columns.map { ["name": .text($0.name), "meaning": .text($0.meaning)] }),
        ]
    }

    /// The figures by kind, each with its drawings by width in a row of light and of dark ones.
    private static func figures(_ figures: SiteFigures) -> TemplateValue {
        .list(
            figures.kinds.map { kind in
                [
                    "question": .text(kind.question),
                    "rows": .list(
                        kind.names.map { name in
                            let all = figures.drawings(of: name)
                            func links(_ drawings: [SiteFigures.Variant]) -> TemplateValue {
                                .list(drawings.map { ["path": .text($0.path), "width": TemplateValue($0.width)] })
                            }
                            return [
                                "name": .text(name), "light": links(all.filter { !$0.isDark }),
                                "dark": links(all.filter(\.isDark)),
                            ]
                        }),
                ]
            })
    }

    /// The study's badge, and the first figure as an example for all.
    private static func snippets(_ material: PageMaterial) -> [EmbedSnippet] {
        let figure = material.figures.kinds.first?.names.first
        let drawing = figure.flatMap { material.figures.drawings(of: $0).first { $0.width == 720 && !$0.isDark } }
        return [material.badges.study.snippet]
            + [drawing].compactMap(\.self).map {
                EmbedSnippet(
                    picture: $0.path, page: SitePage.home.rawValue,
                    words: figure.flatMap { material.figures.alternative(of: $0) } ?? "", width: $0.width,
                    height: $0.height)
            }
    }
}
