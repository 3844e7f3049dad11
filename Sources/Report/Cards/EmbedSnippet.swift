import Charts

/// What an author copies to show a picture of the site elsewhere, linked to its page.
struct EmbedSnippet {
    /// The picture's path below the site's folder.
    let picture: String
    /// The path of the page that it leads to.
    let page: String
    /// What it shows, for readers who cannot see it.
    let words: String
    let width: Int
    let height: Int

    /// Markup with absolute addresses, or with paths below the site's folder where the study names no address.
    func html(_ address: SiteAddress?) -> String {
        let image =
            "<img src=\"\(XMLText.escaped(url(picture, address)))\" alt=\"\(XMLText.escaped(words))\" "
            + "width=\"\(width)\" height=\"\(height)\">"
        return "<a href=\"\(XMLText.escaped(url(page, address)))\">\(image)</a>"
    }

    func markdown(_ address: SiteAddress?) -> String {
        "[![\(MarkdownText.escaped(words))](\(url(picture, address)))](\(url(page, address)))"
    }

    /// For the template `embed`.
    func value(_ address: SiteAddress?) -> TemplateValue {
        [
            "path": .text(picture), "words": .text(VisibleText.of(words)), "width": TemplateValue(width),
            "height": TemplateValue(height), "html": .text(html(address)), "markdown": .text(markdown(address)),
        ]
    }

    private func url(_ path: String, _ address: SiteAddress?) -> String {
        address?.url(path) ?? SiteAddress.escaped(path)
    }
}

extension StudyBadges.Item {
    var snippet: EmbedSnippet {
        EmbedSnippet(
            picture: file.path, page: page, words: badge.words, width: width, height: Int(Badge.height))
    }
}
