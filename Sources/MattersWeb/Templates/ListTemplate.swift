/// Lists: matters, papers, meetings, what was searched for.
extension Templates {
  static let list = """
    {{<page}}{{$main}}
    <h1>{{title}}</h1>
    <form class="filters" action="{{path}}">
    <div><label for="body">Committee</label>
    <select id="body" name="body"><option value="">All</option>
    {{{bodiesMarkup}}}
    </select></div>
    <div><label for="owner">{{ownerLabel}}</label>
    <select id="owner" name="owner"><option value="">Anyone</option>
    {{{ownersMarkup}}}
    </select></div>
    <div><label for="state">State</label>
    <select id="state" name="state"><option value="">Any</option>
    {{{statesMarkup}}}
    </select></div>
    <div><label for="year">Year</label>
    <select id="year" name="year"><option value="">All</option>
    {{{yearsMarkup}}}
    </select></div>
    <div><label for="sort">Sort by</label>
    <select id="sort" name="sort">
    {{{ordersMarkup}}}
    </select></div>
    <button>Apply</button>
    {{#isFiltered}}<a class="clear" href="{{path}}">Clear filters</a>{{/isFiltered}}
    </form>
    {{#problem}}<p class="inset" role="alert">{{problem}}</p>{{/problem}}
    <p><strong>{{count}}</strong> {{counted}}</p>
    {{#hasRows}}
    <table class="matters" role="table">
    <caption>{{caption}}</caption>
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Reference</th><th scope="col" role="columnheader">{{singular}}</th><th scope="col" role="columnheader">{{ownerLabel}}</th><th scope="col" role="columnheader">Asked</th><th scope="col" role="columnheader">State</th><th scope="col" role="columnheader">Latest answer</th></tr></thead>
    <tbody role="rowgroup">
    {{{rowsMarkup}}}
    </tbody>
    </table>
    {{/hasRows}}
    {{>pager}}
    {{#add}}<p><a href="{{add}}">Add one by hand</a></p>{{/add}}
    <p>Download this list: <a href="{{csv}}">CSV</a>, <a href="{{json}}">JSON</a></p>
    {{/main}}{{/page}}
    """

  static let papers = """
    {{<page}}{{$main}}
    <h1>Papers</h1>
    <p><strong>{{count}}</strong> {{counted}}</p>
    {{>table}}
    {{>pager}}
    {{/main}}{{/page}}
    """

  static let meetings = """
    {{<page}}{{$main}}
    <h1>Meetings</h1>
    <p><strong>{{count}}</strong> {{counted}}</p>
    {{>table}}
    {{>pager}}
    {{/main}}{{/page}}
    """

  static let meeting = """
    {{<page}}{{$main}}
    <h1>{{title}}</h1>
    {{#due}}<p><a href="{{due}}">What is due at this meeting</a></p>{{/due}}
    <h2>Papers</h2>
    <ul>
    {{#papers}}<li><a href="{{address}}">{{name}}</a></li>
    {{/papers}}
    </ul>
    <h2>Asked at this meeting</h2>
    {{^hasRows}}<p>Nothing that this register follows.</p>{{/hasRows}}
    {{#hasRows}}
    <table class="stack" role="table">
    <caption>What the committee asked, and where each stands</caption>
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Reference</th><th scope="col" role="columnheader">What</th><th scope="col" role="columnheader">State</th></tr></thead>
    <tbody role="rowgroup">
    {{#rows}}
    <tr role="row"><th scope="row" role="rowheader"><a href="{{address}}">{{reference}}</a></th><td role="cell" data-label="What"><p class="hint">{{singular}}</p><p>{{wording}}</p></td><td role="cell" data-label="State">{{>mark}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    {{/hasRows}}
    {{/main}}{{/page}}
    """

  static let search = """
    {{<page}}{{$main}}
    <h1>Search the papers</h1>
    <form class="filters one" action="/search" role="search" aria-label="Papers">
    <div class="grow"><label for="words">Words</label>
    <input id="words" name="q" type="search" value="{{words}}" aria-describedby="words-hint">
    <p class="hint" id="words-hint">All words must stand in one paragraph or row. Put quotation marks around words that must stand together.</p></div>
    <button>Search</button>
    </form>
    {{#hasWords}}<p><strong>{{count}}</strong> {{counted}}</p>{{/hasWords}}
    <ol class="hits">
    {{#hits}}
    <li><h2><a href="{{address}}">{{paperName}}, line {{lineNumber}}</a></h2>
    <p>{{#runs}}{{#isMarked}}<mark>{{run}}</mark>{{/isMarked}}{{^isMarked}}{{run}}{{/isMarked}}{{/runs}}</p>{{#hasReferences}}<p class="hint">{{#references}}<a href="{{thread}}">{{reference}}</a> {{/references}}</p>{{/hasReferences}}</li>
    {{/hits}}
    </ol>
    {{/main}}{{/page}}
    """
}
