/// Signing in, changing and taking away.
extension Templates {
  static let signIn = """
    {{<page}}{{$main}}
    <h1>Sign in</h1>
    {{#problem}}<div class="error" role="alert"><h2>There is a problem</h2><p><a href="#name">{{problem}}</a></p></div>{{/problem}}
    <form class="entry" method="post" action="/sign-in">
    <input type="hidden" name="token" value="{{token}}">
    <input type="hidden" name="to" value="{{to}}">
    <div><label for="name">Name</label><input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required></div>
    <div><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
    <button>Sign in</button>
    </form>
    {{/main}}{{/page}}
    """

  static let account = """
    {{<page}}{{$main}}
    <h1>Your account</h1>
    <p>You are <strong>{{person}}</strong>, {{role}}.</p>
    {{#maySignOut}}
    <form class="entry" method="post" action="/sign-out"><input type="hidden" name="token" value="{{token}}"><button>Sign out</button></form>
    {{/maySignOut}}
    {{^maySignOut}}<p>Changes that you make carry this name.</p>{{/maySignOut}}
    {{/main}}{{/page}}
    """

  static let change = """
    {{<page}}{{$main}}
    <p class="caption"><a href="{{back}}">{{reference}}</a></p>
    <h1>{{title}}</h1>
    {{#problem}}<div class="error" role="alert"><h2>There is a problem</h2><p>{{problem}}</p></div>{{/problem}}
    <p class="inset">{{wording}}</p>
    <form class="entry" method="post" action="{{action}}">
    <input type="hidden" name="token" value="{{token}}">
    <input type="hidden" name="reference" value="{{reference}}">
    {{#isResponse}}
    <div><label for="received">Day on which the answer was received</label><p class="hint" id="received-hint">For example, 2024-03-12</p><input id="received" name="received" class="short" value="{{received}}" aria-describedby="received-hint" required></div>
    <div><label for="from">Who answers</label><input id="from" name="from" value="{{from}}" required></div>
    <div><label for="text">The answer’s words</label><textarea id="text" name="text" rows="8" required>{{text}}</textarea></div>
    <fieldset><legend>What it covers</legend>
    <div class="choice"><input type="radio" id="whole" name="covers" value="answered" checked><label for="whole">All that was asked</label></div>
    <div class="choice"><input type="radio" id="part" name="covers" value="partly_answered"><label for="part">A part of it</label></div>
    <div class="choice"><input type="radio" id="holding" name="covers" value="holding"><label for="holding">It only promises an answer</label></div>
    </fieldset>
    <button>Record the answer</button>
    {{/isResponse}}
    {{^isResponse}}
    <p>Only the committee, or its Chair where that is delegated, agrees completion.</p>
    <div><label for="meeting">The meeting that agreed</label><p class="hint" id="meeting-hint">For example, 2024-03-12</p><input id="meeting" name="meeting" class="short" value="{{meeting}}" aria-describedby="meeting-hint" required></div>
    <div><label for="minute">Number of the minute</label><input id="minute" name="minute" class="short" value="{{minute}}" required></div>
    <button>Record completion</button>
    {{/isResponse}}
    </form>
    {{/main}}{{/page}}
    """

  static let upload = """
    {{<page}}{{$main}}
    <h1>Upload a paper</h1>
    {{#problem}}<div class="error" role="alert"><h2>There is a problem</h2><p><a href="#paper">{{problem}}</a></p></div>{{/problem}}
    <p>You will see what is read from it before anything is stored.</p>
    <form class="entry" method="post" action="/upload" enctype="multipart/form-data">
    <input type="hidden" name="token" value="{{token}}">
    <div><label for="paper">Paper</label><p class="hint" id="paper-hint">Text, Markdown, a web page, PDF, Word, OpenDocument, CSV or Excel, at most {{limit}} MB</p><input id="paper" name="paper" type="file" aria-describedby="paper-hint" required></div>
    <button>Read the paper</button>
    </form>
    {{/main}}{{/page}}
    """

  static let preview = """
    {{<page}}{{$main}}
    <p class="caption">Not stored yet</p>
    <h1>What was read from {{paperName}}</h1>
    {{#isKnown}}<p class="inset">The same text is in the register already. Storing it changes nothing.</p>{{/isKnown}}
    <dl class="summary">
    {{#facts}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    </dl>
    <form class="entry" method="post" action="/upload/store">
    <input type="hidden" name="token" value="{{token}}">
    <input type="hidden" name="draft" value="{{draft}}">
    <button>Store the paper</button> <a class="clear" href="/upload">Discard it</a>
    </form>
    {{#hasRows}}
    <table class="stack" role="table">
    <caption>Records read from the paper</caption>
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Lines</th><th scope="col" role="columnheader">Read as</th><th scope="col" role="columnheader">Words</th></tr></thead>
    <tbody role="rowgroup">
    {{#rows}}
    <tr role="row"><th scope="row" role="rowheader">{{lines}}</th><td role="cell" data-label="Read as">{{kind}}{{#doubt}} <span class="doubt">{{doubt}}</span>{{/doubt}}</td><td role="cell" data-label="Words">{{words}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    {{/hasRows}}
    {{/main}}{{/page}}
    """

  static let review = """
    {{<page}}{{$main}}
    <h1>Checks and review</h1>
    <h2>Papers that disagree</h2>
    <form class="filters one" action="/review">
    <div><label for="body">Committee</label>
    <select id="body" name="body">{{#bodies}}<option value="{{name}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>
    {{/bodies}}</select></div>
    <button>Show</button>
    </form>
    {{^hasDisagreements}}<p>The papers of this committee agree.</p>{{/hasDisagreements}}
    {{#disagreements}}
    <section class="member">
    <h3><a href="{{address}}">{{reference}}</a>: {{what}}</h3>
    <ul>{{#sides}}<li>{{.}}</li>{{/sides}}</ul>
    </section>
    {{/disagreements}}
    <h2>References that could mean more than one thing</h2>
    {{^hasAmbiguities}}<p>None.</p>{{/hasAmbiguities}}
    <ul>
    {{#ambiguities}}<li><a href="{{address}}">{{name}}</a>: {{candidates}}</li>
    {{/ambiguities}}
    </ul>
    <h2>Records that were read with doubt</h2>
    {{^hasDoubts}}<p>None.</p>{{/hasDoubts}}
    {{#hasDoubts}}
    <table class="stack" role="table">
    <caption>Doubtful records first</caption>
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Where</th><th scope="col" role="columnheader">Read as</th><th scope="col" role="columnheader">Why it is not certain</th></tr></thead>
    <tbody role="rowgroup">
    {{#doubts}}
    <tr role="row"><th scope="row" role="rowheader"><a href="{{address}}">{{place}}</a></th><td role="cell" data-label="Read as">{{kind}}</td><td role="cell" data-label="Why">{{why}}</td></tr>
    {{/doubts}}
    </tbody>
    </table>
    {{/hasDoubts}}
    {{>pager}}
    {{/main}}{{/page}}
    """

  static let downloads = """
    {{<page}}{{$main}}
    <h1>Downloads</h1>
    {{#problem}}<div class="error" role="alert"><h2>There is a problem</h2><p>{{problem}}</p></div>{{/problem}}
    <h2>Reports</h2>
    <form class="entry" action="/downloads/report">
    <div><label for="report">Report</label><select id="report" name="report">{{#reports}}<option value="{{value}}">{{name}}</option>{{/reports}}</select></div>
    <div><label for="body">Committee</label><p class="hint" id="body-hint">Progress reports are of one committee; others can be of all</p><select id="body" name="body" aria-describedby="body-hint"><option value="">All committees</option>{{#bodies}}<option value="{{name}}">{{name}}</option>{{/bodies}}</select></div>
    <div><label for="meeting">The meeting it is for, or the day it holds</label><p class="hint" id="meeting-hint">For example, 2024-03-12</p><input id="meeting" name="meeting" class="short" value="{{day}}" aria-describedby="meeting-hint"></div>
    <div><label for="year">Municipal year, if only one</label><p class="hint" id="year-hint">The year in which it begins: 2023 is May 2023 to April 2024</p><input id="year" name="year" class="short" inputmode="numeric" aria-describedby="year-hint"></div>
    <div><label for="format">Form</label><select id="format" name="format">{{#formats}}<option value="{{value}}">{{name}}</option>{{/formats}}</select></div>
    <button>Download</button>
    </form>
    <h2>Lists</h2>
    <ul>
    {{#lists}}<li>{{name}}: {{#forms}}<a href="{{address}}">{{form}}<span class="unseen"> of {{name}}</span></a> {{/forms}}</li>
    {{/lists}}
    </ul>
    {{/main}}{{/page}}
    """
}
