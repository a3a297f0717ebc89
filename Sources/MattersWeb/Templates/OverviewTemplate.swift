/// The first page.
extension Templates {
  static let overview = """
    {{<page}}{{$main}}
    <h1>What is outstanding</h1>
    <form class="filters one" action="/">
    <div><label for="body">Committee</label>
    <select id="body" name="body"><option value="">All committees</option>
    {{{bodiesMarkup}}}
    </select></div>
    <button>Show</button>
    </form>
    <p>At {{day}}, from {{papers}} papers.</p>
    {{#isEmpty}}
    <p class="inset">The register is empty. Take papers in with the command <code>matters ingest</code>{{#mayUpload}}, or <a href="/upload">upload a paper</a>{{/mayUpload}}.</p>
    {{/isEmpty}}
    <ul class="figures">
    {{#figures}}
    <li><a href="{{address}}"><span class="number">{{number}}</span> <span class="label">{{label}}</span></a></li>
    {{/figures}}
    </ul>
    {{#charts}}
    <section class="chart">
    <h2>{{heading}}</h2>
    {{#note}}<p>{{note}}</p>{{/note}}
    {{>bars}}
    </section>
    {{/charts}}
    {{/main}}{{/page}}
    """

  /// A chart: a table whose numbers also have bars.
  static let bars = """
    <div class="scroll" role="region" aria-label="{{heading}}" tabindex="0">
    <table class="bars">
    <caption>{{caption}}</caption>
    <thead><tr>{{#columns}}<th scope="col"{{#isNumber}} class="number {{partClass}}"{{/isNumber}}>{{name}}</th>{{/columns}}<td class="bar"></td></tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row">{{#link}}<a href="{{link}}">{{/link}}{{label}}{{#link}}</a>{{/link}}</th>{{#numbers}}<td class="number">{{.}}</td>{{/numbers}}<td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">{{#parts}}<rect class="{{partClass}}" x="{{x}}" width="{{width}}" height="10"/>{{/parts}}</svg></td></tr>
    {{/rows}}
    </tbody>
    </table>
    </div>

    """
}
