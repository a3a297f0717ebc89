import Crypto
import Foundation

/// How the pages look: one sheet for light and dark, phone and paper.
enum StyleSheet {
  /// A name that changes with the words, so that browsers may keep the sheet for good.
  static let name: String = {
    String(Secret.hex(SHA256.hash(data: Data(text.utf8))).prefix(16))
  }()

  static let text = colours + frame + forms + content + paper + narrow + print

  /// The mark in a browser's tab: no council's crest.
  static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#12436d"/><path d="M6 24V8l10 9 10-9v16" fill="none" stroke="#fff" stroke-width="4"/></svg>
    """

  private static let colours = """
    :root {
      color-scheme: light dark;
      --ink: #0b0c0c; --page: #fff; --quiet: #484c50; --line: #b1b4b6; --edge: #6f777b;
      --wash: #f3f2f1; --link: #1a5c99; --visited: #4c2c92; --band: #12436d; --on-band: #fff;
      --go: #0f7a52; --on-go: #fff; --bad: #b10e1e; --focus: #ffdd00; --on-focus: #0b0c0c;
      --meant: #fff3b8; --on-meant: #0b0c0c;
      --wait: #f6e0c8; --on-wait: #4a2600; --said: #d2e6f5; --on-said: #0c2d4a;
      --done: #cfe8da; --on-done: #083d29; --gone: #e2e4e6; --on-gone: #26292b;
      --bar: #12436d; --bar-2: #d4702a; --bar-3: #a4abb0;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --ink: #f0f1f2; --page: #121416; --quiet: #b9bec2; --line: #42484c; --edge: #8a9196;
        --wash: #1e2225; --link: #8cc3f2; --visited: #c4aef0; --band: #0d2e4b; --on-band: #fff;
        --go: #4fbf92; --on-go: #07130e; --bad: #ff9a9f; --meant: #4d4410; --on-meant: #fffbe6;
        --wait: #4b3214; --on-wait: #ffe2bf; --said: #143853; --on-said: #d6ebfb;
        --done: #143e2c; --on-done: #cdf2df; --gone: #33383c; --on-gone: #e3e6e8;
        --bar: #6cb0e6; --bar-2: #f0a060; --bar-3: #6b747a;
      }
    }

    """

  private static let frame = """
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--page); color: var(--ink);
      font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
    .width { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:visited { color: var(--visited); }
    a:hover { text-decoration-thickness: .15em; }
    a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible,
    textarea:focus-visible, summary:focus-visible, [tabindex="0"]:focus-visible {
      outline: 3px solid var(--focus); outline-offset: 0; box-shadow: 0 0 0 5px var(--on-focus); }
    a:focus-visible { background: var(--focus); color: var(--on-focus); box-shadow: 0 4px var(--on-focus);
      outline-color: transparent; text-decoration: none; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -999em; padding: .75rem 1rem; z-index: 2; }
    .skip:focus { left: 0; top: 0; }
    .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
      overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .top { background: var(--band); color: var(--on-band); }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.5rem; padding-top: .75rem;
      padding-bottom: .75rem; }
    td.bar, th.bar { display: table-cell; }
    .top a { color: var(--on-band); }
    .top a:focus-visible { color: var(--on-focus); }
    .service { font-size: 1.375rem; font-weight: 700; text-decoration: none; margin-right: auto; }
    .find { display: flex; }
    .find input { width: 15rem; min-width: 0; border-radius: 0; }
    .find button { margin: 0; border-radius: 0; background: var(--page); color: var(--ink);
      border: 2px solid var(--edge); border-left: 0; box-shadow: none; }
    .top nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; margin: 0; padding: 0; }
    .top nav a { display: block; padding: .6rem 0 .45rem; text-decoration: none; border-bottom: 4px solid transparent; }
    .top nav a:hover { text-decoration: underline; }
    .top nav a[aria-current] { font-weight: 700; border-bottom-color: currentColor; }
    main { padding: 1.75rem 0 2.5rem; display: block; }
    footer { border-top: 1px solid var(--line); padding-top: 1.25rem; padding-bottom: 2rem; color: var(--quiet);
      font-size: .9375rem; }
    footer ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 0; padding: 0; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; overflow-wrap: anywhere; }
    h1.words { font-size: 1.5rem; line-height: 1.3; max-width: 48em; }
    h2 { font-size: 1.375rem; line-height: 1.25; margin: 2.25rem 0 .75rem; }
    h3 { font-size: 1.125rem; margin: 1.5rem 0 .25rem; }
    p { margin: 0 0 .85rem; max-width: 48em; }
    .hint { color: var(--quiet); font-size: .9375rem; }
    .caption { color: var(--quiet); margin: 0 0 .25rem; }
    code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9em; }

    """

  private static let forms = """
    label, legend { display: block; font-weight: 600; margin: 0 0 .25rem; }
    input, select, textarea { font: inherit; color: var(--ink); background: var(--page);
      border: 2px solid var(--edge); border-radius: 0; padding: .35rem .5rem; max-width: 100%; min-height: 2.5rem; }
    input[type=radio] { min-height: 0; width: 1.5rem; height: 1.5rem; flex: none; margin: 0; }
    button, .button { font: inherit; font-weight: 600; color: var(--on-go); background: var(--go); border: 2px solid transparent;
      padding: .4rem 1rem; min-height: 2.5rem; cursor: pointer; text-decoration: none; display: inline-block;
      box-shadow: 0 2px 0 var(--ink); }
    .second { background: var(--wash); color: var(--ink); border-color: var(--edge); box-shadow: none; }
    .entries { padding-left: 1.25rem; } .entries li { margin-bottom: .75rem; } .entries p { margin-bottom: .25rem; }
    .button:visited { color: var(--on-go); }
    .actions li + li .button { background: var(--wash); color: var(--ink); border-color: var(--edge); box-shadow: none; }
    .actions li + li .button:focus-visible { background: var(--focus); color: var(--on-focus); }
    .button:focus-visible { color: var(--on-focus); }
    .filters { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; background: var(--wash);
      padding: 1rem; margin: 0 0 1.25rem; }
    .filters > div { flex: 1 1 11rem; min-width: 0; }
    .filters select, .filters input { width: 100%; }
    .filters.one > div { flex: 0 1 28rem; }
    .filters .hint { margin: .25rem 0 0; }
    .filters:has(.hint) { align-items: start; }
    .filters:has(.hint) button { margin-top: 1.8rem; }
    .clear { padding: .5rem 0; }
    .entry > div, fieldset { margin: 0 0 1.25rem; }
    .entry input, .entry select, .entry textarea { width: 100%; max-width: 36rem; }
    .entry input.short { max-width: 14rem; }
    .entry .hint { margin: 0 0 .25rem; }
    fieldset { border: 0; padding: 0; } legend { padding: 0; }
    .choice { display: flex; gap: .75rem; align-items: center; margin: .5rem 0; }
    .choice label { font-weight: 400; margin: 0; }
    .entry .choice input { width: 1.5rem; }
    .card { border: 1px solid var(--line); border-top: 6px solid var(--bar); padding: .25rem 1rem 1rem; margin: 0 0 1.5rem; }
    .card h4 { font-size: 1rem; margin: 1rem 0 .25rem; overflow-wrap: anywhere; }
    .inset { border-left: 8px solid var(--line); padding: .5rem 1rem; margin: 1rem 0 1.5rem; }
    .error { border: 4px solid var(--bad); padding: 1rem; margin: 0 0 1.5rem; }
    .error h2 { margin: 0 0 .5rem; }
    .error p { margin: 0; }
    .error a, .late { color: var(--bad); font-weight: 600; }
    .done { border: 4px solid var(--go); padding: .75rem 1rem; font-weight: 600; }
    .also { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; list-style: none; padding: 0; margin: .9rem 0 0; }
    .tools { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 0 2rem; }
    .tools li { border-top: 1px solid var(--line); padding: .75rem 0 .25rem; } .tools h2 { font-size: 1.125rem; margin: 0 0 .25rem; }
    .tools p { margin: 0 0 .5rem; }
    .letter { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; margin: 0 0 1.25rem;
      font-family: inherit; }
    .entry > h2 { margin-top: 2.25rem; }
    .actions { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; padding: 0; margin: 1.25rem 0 0; }

    """

  private static let content = """
    table { border-collapse: collapse; width: 100%; margin: 0 0 1.25rem; }
    caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
    th, td { text-align: left; vertical-align: top; padding: .55rem .9rem .55rem 0; border-bottom: 1px solid var(--line);
      overflow-wrap: break-word; }
    td p:last-child { margin-bottom: 0; }
    td p { margin-bottom: .3rem; }
    .matters { table-layout: fixed; font-size: 1rem; }
    .matters th:nth-child(1) { width: 16%; } .matters th:nth-child(2) { width: 27%; }
    .matters th:nth-child(3) { width: 12%; } .matters th:nth-child(4) { width: 10%; }
    .matters th:nth-child(5) { width: 13%; } .matters th:nth-child(6) { width: 22%; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number, th.number { padding-left: .5rem; }
    .tag { display: inline-block; padding: .1rem .5rem; font-size: .9375rem; font-weight: 600; line-height: 1.35;
      border: 1px solid currentColor; }
    .tag.waits { background: var(--wait); color: var(--on-wait); }
    .tag.said { background: var(--said); color: var(--on-said); }
    .tag.done { background: var(--done); color: var(--on-done); padding: .1rem .5rem; }
    .tag.gone { background: var(--gone); color: var(--on-gone); }
    .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1rem; list-style: none;
      padding: 0; margin: 1.25rem 0 0; }
    .figures a { display: block; height: 100%; padding: .9rem 1rem; background: var(--wash); text-decoration: none;
      border-left: 6px solid var(--bar); }
    .figures .number { display: block; text-align: left; font-size: 2.25rem; line-height: 1.1; font-weight: 700; }
    .figures .label { text-decoration: underline; }
    .bars th[scope=row] { font-weight: 400; width: 34%; }
    .bars .bar { width: 40%; padding-right: 0; }
    .bars th.a::after, .bars th.b::after, .bars th.c::after { content: ""; display: inline-block; width: .8rem;
      height: .8rem; margin-left: .4rem; background: var(--bar); }
    .bars th.b::after { background: var(--bar-2); } .bars th.c::after { background: var(--bar-3); }
    .bars svg { display: block; width: 100%; height: 1.25rem; }
    .bars .a { fill: var(--bar); } .bars .b { fill: var(--bar-2); } .bars .c { fill: var(--bar-3); }
    .scroll { overflow-x: auto; }
    .summary { margin: 1.25rem 0; border-top: 1px solid var(--line); }
    .summary div { display: grid; grid-template-columns: minmax(9rem, 1fr) 3fr; gap: .25rem 1rem; padding: .5rem 0;
      border-bottom: 1px solid var(--line); }
    .summary dt { font-weight: 600; } .summary dd { margin: 0; overflow-wrap: anywhere; }
    .timeline { list-style: none; margin: 0; padding: 0 0 0 1.25rem; border-left: 4px solid var(--line); }
    .timeline li { position: relative; padding: 0 0 1.25rem; }
    .timeline li::before { content: ""; position: absolute; left: calc(-1.25rem - 10px); top: .3rem; width: 16px;
      height: 16px; border-radius: 50%; background: var(--page); border: 4px solid var(--bar); }
    .timeline .when { color: var(--quiet); margin: 0; }
    .timeline p { margin-bottom: .25rem; }
    blockquote { margin: .5rem 0; padding: 0 0 0 1rem; border-left: 4px solid var(--line); max-width: 48em;
      white-space: pre-line; overflow-wrap: anywhere; }
    .reference { white-space: nowrap; }
    .pager { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: center; margin: 0 0 1.25rem; }
    .hits { padding-left: 1.5rem; } .hits h2 { font-size: 1.125rem; margin: 1.25rem 0 .25rem; }
    .ties { padding-left: 1.25rem; }
    .doubt { font-weight: 600; border-bottom: 2px dotted currentColor; }
    mark { background: var(--meant); color: var(--on-meant); }

    """

  private static let paper = """
    .source, .paper { overflow-x: auto; border: 1px solid var(--line); margin: .5rem 0 1rem; background: var(--page); }
    .source table, .paper table { margin: 0; font-size: .9375rem; }
    .paper caption { padding: .5rem .75rem; }
    .source th, .paper tbody th { width: 4rem; text-align: right; color: var(--quiet); font-weight: 400;
      font-variant-numeric: tabular-nums; border-right: 1px solid var(--line); padding: .1rem .6rem; user-select: none; }
    .paper thead th { padding: .4rem .6rem; border-bottom: 2px solid var(--line); }
    .source td, .paper tbody td { border-bottom: 0; padding: .1rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    .source tbody th, .paper tbody th { border-bottom: 0; }
    .paper td.margin { width: 26%; border-left: 1px solid var(--line); white-space: normal; font-size: .875rem; }
    tr.meant th { background: var(--meant); color: var(--on-meant); font-weight: 700; }
    .note { display: block; overflow-wrap: anywhere; }
    .paper tr:target th { outline: 3px solid var(--focus); outline-offset: -3px; }
    .paper tr { scroll-margin-top: 3rem; }

    """

  private static let narrow = """
    @media screen and (max-width: 46rem) {
      h1 { font-size: 1.5rem; } h1.words { font-size: 1.25rem; }
      .find, .find input { width: 100%; }
      .service { margin: 0; }
      .filters > div { flex-basis: 100%; }
      .summary div { grid-template-columns: 1fr; }
      .matters, .stack, .matters tbody, .stack tbody, .matters tr, .stack tr, .matters td, .stack td,
      .matters tbody th, .stack tbody th, .matters caption, .stack caption:not(.unseen) { display: block; width: 100%; }
      .matters thead, .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .matters tbody th:nth-child(1) { width: 100%; }
      .matters tr, .stack tr { padding: .75rem 0; border-bottom: 2px solid var(--edge); }
      .matters td, .stack td, .matters tbody th, .stack tbody th { border: 0; padding: .15rem 0; }
      .matters td::before, .stack td::before { content: attr(data-label) ": "; font-weight: 600; }
      .matters td:empty, .stack td:empty { display: none; }
      .matters td[data-label] > p:first-child, .stack td[data-label] > p:first-child { display: inline; }
      .bars .bar { display: none; }
      .bars { font-size: .9375rem; } .bars th, .bars td { padding-right: .4rem; }
      .bars th[scope=row] { width: auto; }
      .paper td.margin { width: 34%; }
      .source th, .paper tbody th { width: 2.75rem; padding: .1rem .35rem; }
    }

    """

  private static let print = """
    @media print {
      .top nav, .find, .skip, .filters, .actions, .also, .pager, footer ul, .entry button { display: none; }
      .top { background: none; color: inherit; border-bottom: 2px solid; }
      .top a, a, a:visited { color: inherit; }
      body { font-size: 10pt; } main { padding: .5rem 0; }
      .width { max-width: none; padding: 0; }
      .scroll, .source, .paper { overflow: visible; }
      thead { display: table-header-group; } tr, .timeline li { break-inside: avoid; } h2, h3 { break-after: avoid; }
      mark, .tag, .figures a, .bars svg, .bars th::after { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
