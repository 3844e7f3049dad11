/// The style of the gate's page: the colours of the site, whose contrasts are AA on light and on dark.
enum GatePageStyle {
    static let text = """
        :root { --page: #ffffff; --raised: #f6f7f9; --ink: #1a1d21; --muted: #59626d; --grid: #dde2e8; --good: #1a7f37;
          --unsure: #8a6100; --bad: #b42318; --on: #ffffff; --notice: #fbf3dc; --focus: #0a5fa8; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --page: #15181c; --raised: #1d2126; --ink: #e9ecef; --muted: #a5afba; --grid: #2c333a;
            --good: #74d48f; --unsure: #ebc04f; --bad: #ff8e84; --on: #15181c; --notice: #2b2614; --focus: #6cb2f5; }
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 400 1rem/1.55 system-ui, -apple-system,
          "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
          overflow-wrap: anywhere; }
        main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1, h2, h3, h4, p, ul { margin: 0; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin-top: 0.75rem; }
        h2 { font-size: 1.125rem; line-height: 1.35; margin: 2.25rem 0 0.5rem; }
        h3 { font-size: 1rem; }
        h4 { font-size: 0.9375rem; font-weight: 600; }
        .verdict { display: inline-block; padding: 0.1rem 0.7rem; border-radius: 4px; color: var(--on);
          font-weight: 700; letter-spacing: 0.04em; }
        .verdict.passed { background: var(--good); }
        .verdict.blocked { background: var(--bad); }
        .verdict.inconclusive { background: var(--unsure); }
        .finding { margin-top: 0.5rem; font-size: 1.125rem; max-width: 52rem; }
        .notice { margin-top: 1rem; padding: 0.5rem 0.75rem; background: var(--notice); border-radius: 4px; }
        .scroll { overflow-x: auto; }
        .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
        table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums;
          overflow-wrap: normal; }
        th, td { padding: 0.3rem 0.9rem 0.3rem 0; text-align: right; white-space: nowrap;
          border-bottom: 1px solid var(--grid); vertical-align: top; }
        thead th { color: var(--muted); font-weight: 500; font-size: 0.875rem; }
        tbody th { font-weight: 600; white-space: normal; overflow-wrap: anywhere; min-width: 9rem; max-width: 24rem; }
        tbody th.part { font-weight: 400; padding-inline-start: 1.25rem; }
        .left { text-align: start; }
        .good { color: var(--good); font-weight: 600; }
        .unsure { color: var(--unsure); }
        .bad { color: var(--bad); font-weight: 700; }
        ul { margin-top: 0.5rem; padding-inline-start: 1.25rem; max-width: 60rem; }
        article { margin-top: 1rem; padding: 0.75rem 1rem; background: var(--raised); border-radius: 6px; }
        article > p { margin-top: 0.35rem; }
        .key { display: inline-block; min-width: 5.5rem; color: var(--muted); font-size: 0.875rem; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: 0.75rem; }
        .sides > div { min-width: 0; border-top: 2px solid var(--grid); padding-top: 0.5rem; }
        .answer { margin-top: 0.35rem; }
        .score, .source { color: var(--muted); font-size: 0.875rem; font-weight: 400; }
        .source { margin-top: 0.35rem; }
        footer { color: var(--muted); font-size: 0.875rem; }
        footer h2 { font-size: 1rem; color: var(--ink); }
        @media (max-width: 40rem) {
          .sides { grid-template-columns: 1fr; }
          tbody th { min-width: 8.5rem; }
        }
        @media print { .scroll { overflow: visible; } article { break-inside: avoid; } }
        """
}
