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
    <h1>{{heading}}</h1>
    {{>trouble}}
    <p class="inset">{{wording}}</p>
    {{#advice}}<p>{{advice}}</p>{{/advice}}
    <form class="entry" method="post" action="{{action}}">
    <input type="hidden" name="token" value="{{token}}">
    <input type="hidden" name="reference" value="{{reference}}">
    {{>fields}}
    <button>{{button}}</button>
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
    {{>table}}
    {{/main}}{{/page}}
    """

  /// A tracker that comes back with what people typed into it.
  static let returned = """
    {{<page}}{{$main}}
    <p class="caption">Not taken in yet</p>
    <h1>What was typed into {{paperName}}</h1>
    <p>This is a copy of a tracker that the register wrote. Only what its rows say anew becomes an entry; a row that is missing takes nothing back.</p>
    <dl class="summary">
    {{#facts}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    </dl>
    {{#nothing}}<p class="inset">{{nothing}}</p>{{/nothing}}
    {{#hasEdits}}<form class="entry" method="post" action="/upload/store">
    <input type="hidden" name="token" value="{{token}}">
    <input type="hidden" name="draft" value="{{draft}}">
    <button>Take in what was typed</button> <a class="clear" href="/upload">Discard it</a>
    </form>{{/hasEdits}}
    {{#sections}}<section><h2>{{sectionHeading}}</h2>
    {{>table}}</section>
    {{/sections}}
    {{/main}}{{/page}}
    """
}
