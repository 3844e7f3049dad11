import Testing

@testable import Report

@Suite("Tables for a paper, as files")
struct RendererTests {
    private func latex(isPlain: Bool = false, isWide: Bool = false) -> [String] {
        LaTeXTable(table: SampleTable.table, isPlain: isPlain, isWide: isWide, provenance: SampleTable.provenance)
            .text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("LaTeX has siunitx columns made for the data, rules, marks, caption, label and notes") func siunitx() {
        #expect(
            latex().joined(separator: "\n") == #"""
                % Made by Acuity 0.1.0 from the study: A & B
                % Command: acuity tables sample
                % Needs in the preamble: \usepackage{booktabs,siunitx}
                \begin{table}
                \centering
                \footnotesize
                \setlength{\tabcolsep}{4pt}
                \setlength{\abovetopsep}{4pt}
                \caption{A is best, 31.1\%.
                  Second sentence.}
                \label{tab:acuity-sample}
                \begin{tabular}{@{}l S[table-format=2.2,detect-weight,mode=text] S[table-format=+1.1,retain-explicit-plus]@{}l@{~[}S[table-format=-1.1]@{,\,}S[table-format=1.1]@{]}l c S[table-format=5,group-minimum-digits=4]@{}}
                \toprule
                Model & \multicolumn{1}{c}{X} & \multicolumn{5}{l}{Difference} & \multicolumn{1}{c}{\hspace{1.5em}Adjusted \textit{p}\hspace{1.5em}\mbox{}} & \multicolumn{1}{c@{}}{Items} \\
                 & \multicolumn{1}{c}{n = 2\,000} & \multicolumn{5}{l}{points {[}95\% interval{]}} &  &  \\
                \midrule
                \multicolumn{9}{@{}l}{\textit{First\_group}} \\
                A\textbar{}1 & \bfseries 31.1 & +4.1 & \textsuperscript{*} & -0.3 & 8.5 &  & {\llap{\textless{}\,}}0.001 & 88996 \\[-0.3ex]
                 & \multicolumn{1}{c}{\scriptsize {[}29.0, 33.1{]}} & \multicolumn{5}{c}{} &  &  \\[0.3ex]
                =B & 8.25{\rlap{\textsuperscript{\dag}}} & 0.0 & \multicolumn{1}{l}{} & \multicolumn{2}{l}{} &  & 0.250 & \multicolumn{1}{c@{}}{--} \\[-0.3ex]
                 & \multicolumn{1}{c}{\scriptsize {[}7.10, 9.40{]}} & \multicolumn{5}{c}{} &  &  \\[0.3ex]
                \bottomrule
                \end{tabular}
                \par\smallskip
                {\footnotesize\raggedright\noindent
                Simulated.
                \dag{}: like the best.
                \par}
                \end{table}

                """#)
    }

    @Test("plain LaTeX needs no siunitx, wide LaTeX spans the page") func plainAndWide() {
        let lines = latex(isPlain: true, isWide: true)
        #expect(lines[2] == "% Needs in the preamble: \\usepackage{booktabs}")
        #expect(lines[3] == "\\begin{table*}")
        #expect(lines.contains { $0.hasPrefix("\\begin{tabular}{@{}l r r@{}l@{~[}r@{,\\,}r@{]}l c r@{}}") })
        #expect(lines.contains { $0.contains("\\textbf{31.1} & +4.1 & \\textsuperscript{*} & $-$0.3 & 8.5 &") })
        #expect(lines.contains { $0.contains("& 88\\,996 ") })
    }

    @Test("more than 45 lines become a longtable that repeats its head") func longtable() {
        var table = SampleTable.table
        table.groups[0].rows = Array(repeating: table.groups[0].rows[0], count: 22)
        func text() -> String {
            LaTeXTable(table: table, isPlain: false, isWide: false, provenance: SampleTable.provenance).text
        }
        #expect(table.lines == 45)
        #expect(!text().contains("longtable"))
        table.groups[0].rows.append(table.groups[0].rows[0])
        #expect(text().contains("\\usepackage{booktabs,siunitx,longtable}"))
        #expect(text().contains("\\endfirsthead"))
        #expect(!text().contains("\\begin{table}"))
    }

    @Test("names that need another engine are told in the head") func engine() {
        var table = SampleTable.table
        table.groups[0].rows[0][0] = .text("医学模型")
        let text = LaTeXTable(table: table, isPlain: false, isWide: false, provenance: SampleTable.provenance).text
        #expect(text.contains("use xelatex or lualatex"))
        #expect(text.contains("\n医学模型 & "))
        #expect(!latex().joined().contains("xelatex"))
    }

    @Test("Markdown has the numbers at the right, marks and escaped cells") func markdown() {
        #expect(
            MarkdownTable(table: SampleTable.table, provenance: SampleTable.provenance).text == #"""
                **Table.** A is best, 31.1%. Second sentence.

                | Model | X<br>n = 2\#u{2009}000 | Difference<br>points \[95% interval\] | Adjusted *p* | Items |
                | :-- | --: | --: | --: | --: |
                | **First\_group** |  |  |  |  |
                | A\|1 | **31.1**<br>\[29.0, 33.1\] | +4.1\* \[−0.3, 8.5\] | &lt;\#u{2009}0.001 | 88\#u{2009}996 |
                | =B | 8.25†<br>\[7.10, 9.40\] | 0.0 | 0.250 | – |

                *Note.* Simulated. †: like the best.

                Made by Acuity 0.1.0 from “A &amp; B” with `acuity tables sample`.

                """#)
    }

    @Test("CSV has every part of a cell unrounded in a column of its own, and the label in each row") func csv() {
        #expect(
            PaperCSV.table(SampleTable.table, label: "simulated").text.split(separator: "\r\n") == [
                "group,model,x,difference,difference_lower,p,items,label",
                "g1,A|1,0.311,0.041,-0.0031,0.0004,88996.0,simulated", "g1,'=B,0.0825,0.0,,0.25,,simulated",
            ])
    }

    @Test(
        "long titles break near their middle",
        arguments: [
            ("MedXpertQA-MM", ["MedXpertQA-", "MM"]), ("Macro mean", ["Macro mean"]),
            ("OmniMedVQA-without", ["OmniMedVQA-", "without"]),
            ("unbreakablename", ["unbreakablename"]), ("a very long title", ["a very", "long title"]),
        ])
    func titles(title: String, expected: [String]) { #expect(LaTeXColumn.wrapped(title) == expected) }
}
