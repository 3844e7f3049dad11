import Foundation
import FoundationXML

/// The figures of a page, as a parser sees them.
final class FigureReader: NSObject, XMLParserDelegate {
    struct Mark {
        var words = ""
        var x = 0
        var y = 0
        var width = 0
        var height = 0
    }

    struct Overlay {
        var width: Int
        var height: Int
        var marks: [Mark] = []
    }

    struct Figure {
        var id: String
        var alternative = ""
        var caption = ""
        var download: String?
        /// The widths of its drawings.
        var widths: Set<Int> = []
        var overlays: [Overlay] = []
        /// The rows of its table, with the heading.
        var rows = 0
    }

    private(set) var figures: [Figure] = []
    private var figure: Figure?
    /// How many elements are open within the figure.
    private var depth = 0
    private var isInCaption = false
    private var isInTitle = false

    init(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        _ = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        if figure == nil, let id = attributes["id"], id.hasPrefix("figure-") { figure = Figure(id: id) }
        guard var own = figure else { return }
        depth += 1
        defer { figure = own }
        func number(_ key: String) -> Int { attributes[key].flatMap(Int.init) ?? -1 }
        let isInOverlay = !own.overlays.isEmpty
        switch name {
        case "source": own.widths.insert(number("width"))
        case "img":
            own.widths.insert(number("width"))
            own.alternative = attributes["alt"] ?? ""
        case "svg":
            let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Int($0) }
            if box.count == 4 { own.overlays.append(Overlay(width: box[2], height: box[3])) }
        case "title": isInTitle = true
        case "a" where attributes["download"] != nil: own.download = attributes["href"]
        case "a" where isInOverlay, "g" where isInOverlay:
            own.overlays[own.overlays.count - 1].marks.append(Mark())
        case "rect" where isInOverlay:
            let overlay = own.overlays.count - 1
            let mark = own.overlays[overlay].marks.count - 1
            guard mark >= 0 else { break }
            own.overlays[overlay].marks[mark].x = number("x")
            own.overlays[overlay].marks[mark].y = number("y")
            own.overlays[overlay].marks[mark].width = number("width")
            own.overlays[overlay].marks[mark].height = number("height")
        case "figcaption": isInCaption = true
        case "tr": own.rows += 1
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard var own = figure else { return }
        if isInCaption { own.caption += text }
        if isInTitle, let overlay = own.overlays.indices.last, let mark = own.overlays[overlay].marks.indices.last {
            own.overlays[overlay].marks[mark].words += text
        }
        figure = own
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "title": isInTitle = false
        case "figcaption": isInCaption = false
        default: break
        }
        guard let own = figure else { return }
        depth -= 1
        if depth == 0 {
            figures.append(own)
            figure = nil
        }
    }
}
