/// The templates of the pages, by name.
///
/// They are strings of the program and not files beside it: the program is one file that is copied
/// to where it runs, and a page cannot be missing there.
enum Templates {
  static let all: [String: String] = [
    "page": page, "pager": pager, "mark": mark, "source": source, "overview": overview,
    "bars": bars, "list": list, "thread": thread, "timeline": timeline, "papers": papers,
    "paper": paper, "meetings": meetings, "meeting": meeting, "search": search,
    "downloads": downloads, "problem": problem, "sign-in": signIn, "account": account,
    "upload": upload, "preview": preview, "returned": returned, "review": review,
    "question": question,
    "verdict": verdict, "doubts": doubts, "place": place,
    "change": change, "fields": fields, "table": table, "cell": cell, "hints": hints,
    "trouble": trouble, "about": about,
    "api": api, "desk": desk, "desk-page": deskPage,
  ]

  /// What every page has around its own words.
  private static let page = """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{title}} – Matters Arising</title>
    <link rel="stylesheet" href="/assets/{{style}}.css">
    <link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
    {{#feed}}<link rel="alternate" type="application/atom+xml" title="{{feedTitle}}" href="{{feed}}">{{/feed}}
    </head>
    <body>
    <a class="skip" href="#main">Skip to main content</a>
    <header class="top">
    <div class="width bar">
    <a class="service" href="/">Matters Arising</a>
    <form class="find" role="search" action="/search">
    <label class="unseen" for="find">Search the papers</label>
    <input id="find" name="q" type="search" placeholder="Search the papers" autocomplete="off">
    <button>Search</button>
    </form>
    </div>
    <nav class="width" aria-label="Main">
    <ul>
    {{#nav}}
    <li><a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{name}}</a></li>
    {{/nav}}
    </ul>
    </nav>
    </header>
    <div class="width">
    <main id="main" tabindex="-1">
    {{$main}}{{/main}}
    </main>
    </div>
    <footer class="width">
    <p>Everything shown here is read from the committee’s own papers; each statement leads to the lines it was read from.</p>
    <ul><li><a href="/about">About this register</a></li><li><a href="/downloads">Downloads</a></li><li><a href="/api">API</a></li></ul>
    </footer>
    </body>
    </html>

    """

  /// From page to page of a list.
  private static let pager = """
    {{#pages}}
    <nav class="pager" aria-label="Pages">
    {{#previous}}<a rel="prev" href="{{previous}}">Previous<span class="unseen"> page</span></a>{{/previous}}
    <span>Page {{number}} of {{last}}</span>
    {{#following}}<a rel="next" href="{{following}}">Next<span class="unseen"> page</span></a>{{/following}}
    </nav>
    {{/pages}}

    """

  /// A state, said in words.
  private static let mark = """
    <strong class="tag {{stateClass}}">{{stateWords}}</strong>
    """

  /// Lines of a paper, those that are meant marked.
  private static let source = """
    <div class="source" role="region" aria-label="Lines of {{paperName}}" tabindex="0">
    <table>
    <caption class="unseen">Lines of {{paperName}}</caption>
    <thead class="unseen"><tr><th scope="col">Line</th><th scope="col">Words</th></tr></thead>
    <tbody>
    {{#sourceLines}}
    <tr{{#isMeant}} class="meant"{{/isMeant}}><th scope="row">{{lineNumber}}</th><td>{{#runs}}{{#isMarked}}<mark>{{run}}</mark>{{/isMarked}}{{^isMarked}}{{run}}{{/isMarked}}{{/runs}}</td></tr>
    {{/sourceLines}}
    </tbody>
    </table>
    </div>

    """

  /// What went wrong.
  private static let problem = """
    {{<page}}{{$main}}
    <h1>{{title}}</h1>
    <p>{{explanation}}</p>
    <p><a href="/">Go to the overview</a></p>
    {{/main}}{{/page}}
    """
}
