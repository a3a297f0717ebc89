/// Checks and review.
extension Templates {
  static let review = """
    {{<page}}{{$main}}
    <h1>Checks and review</h1>
    {{#done}}<p class="done" role="status">{{done}}</p>{{/done}}
    {{>trouble}}
    <form class="filters one" action="/review">
    <div><label for="body">Committee</label>
    <select id="body" name="body"><option value="">All committees</option>{{#bodies}}<option value="{{name}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>
    {{/bodies}}</select></div>
    <button>Show</button>
    </form>
    <h2>What only a person can say</h2>
    {{#hasQuestions}}<p><strong>{{questionCount}}</strong> {{questionsCounted}}</p>{{/hasQuestions}}
    {{^hasQuestions}}<p>Nothing is in doubt.</p>{{/hasQuestions}}
    {{#questions}}{{>question}}{{/questions}}
    {{>pager}}
    <p><a href="/review/records">Records that were read with doubt</a></p>
    <h2>Papers that disagree</h2>
    {{#needsBody}}<p>Choose a committee to compare its papers.</p>{{/needsBody}}
    {{#agree}}<p>The papers of this committee agree.</p>{{/agree}}
    {{#disagreements}}
    <section class="member">
    <h3><a href="{{address}}">{{reference}}</a>: {{what}}</h3>
    <ul>{{#sides}}<li>{{.}}</li>{{/sides}}</ul>
    </section>
    {{/disagreements}}
    <h2>What people said</h2>
    {{^hasVerdicts}}<p>Nothing yet.</p>{{/hasVerdicts}}
    {{#hasVerdicts}}<ul class="entries">
    {{#verdicts}}<li>{{>verdict}}</li>
    {{/verdicts}}
    </ul>{{/hasVerdicts}}
    {{/main}}{{/page}}
    """

  /// One question: what is in doubt and what it may mean, both in the words of their papers.
  static let question = """
    <section class="card" aria-labelledby="{{code}}">
    <h3 id="{{code}}">{{because}}</h3>
    <p class="hint">{{recordKind}} of {{bodyName}}</p>
    {{#own}}<h4><a href="{{address}}">{{paperName}}, {{place}}</a></h4>
    {{>source}}{{/own}}
    {{#candidates}}
    <h4>It may be {{#reference}}<a href="{{thread}}">{{reference}}</a>{{/reference}}{{^reference}}this{{/reference}}: <a href="{{address}}">{{paperName}}, {{place}}</a></h4>
    {{>source}}
    {{/candidates}}
    <form class="entry" method="post" action="/review/answer">
    <input type="hidden" name="token" value="{{token}}">
    <input type="hidden" name="code" value="{{code}}">
    <input type="hidden" name="body" value="{{chosenBody}}">
    {{>fields}}
    <button>Record<span class="unseen"> what {{code}} is</span></button>
    </form>
    </section>

    """

  static let place = """
    {{<page}}{{$main}}
    <p class="caption"><a href="/review">Checks and review</a></p>
    <h1>Say where a record belongs</h1>
    {{>trouble}}
    <p>This {{recordKind}} was linked to nothing that is followed.</p>
    {{#own}}<h2><a href="{{address}}">{{paperName}}, {{place}}</a></h2>
    {{>source}}{{/own}}
    <form class="entry" method="post" action="/review/place">
    <input type="hidden" name="token" value="{{token}}">
    {{>fields}}
    <button>Record it</button>
    </form>
    {{/main}}{{/page}}
    """

  /// What a person said of a record, with the way to take it back.
  static let verdict = """
    <p>{{#address}}<a href="{{address}}">{{place}}</a>. {{/address}}{{what}}</p>{{#note}}<p class="hint">{{note}}</p>{{/note}}{{^isHeld}}<p class="hint">Taken back</p>{{/isHeld}}{{#isHeld}}<form method="post" action="{{undo}}"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="reference" value="{{of}}"><input type="hidden" name="verdict" value="{{verdict}}"><button class="second">Take back<span class="unseen">: {{what}}</span></button></form>{{/isHeld}}
    """

  static let doubts = """
    {{<page}}{{$main}}
    <p class="caption"><a href="/review">Checks and review</a></p>
    <h1>Records that were read with doubt</h1>
    {{^hasDoubts}}<p>None.</p>{{/hasDoubts}}
    {{>table}}
    {{>pager}}
    {{/main}}{{/page}}
    """
}
