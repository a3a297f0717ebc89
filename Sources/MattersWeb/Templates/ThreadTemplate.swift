/// One matter, and one paper.
extension Templates {
  static let thread = """
    {{<page}}{{$main}}
    <p class="caption">{{singular}} {{reference}}</p>
    <h1 class="words">{{wording}}</h1>
    <p>{{>mark}}</p>
    {{#done}}<p class="done" role="status">{{done}}</p>{{/done}}
    <dl class="summary">
    {{#facts}}<div><dt>{{name}}</dt><dd>{{#link}}<a href="{{link}}">{{/link}}{{value}}{{#link}}</a>{{/link}}</dd></div>
    {{/facts}}
    </dl>
    {{#actions}}
    <ul class="actions">
    {{#choices}}<li><a class="button" href="{{address}}">{{name}}</a></li>
    {{/choices}}
    </ul>
    <ul class="also" aria-label="More to record">
    {{#others}}<li><a href="{{address}}">{{name}}</a></li>
    {{/others}}
    </ul>
    {{/actions}}
    {{#hasEntries}}
    <h2>Entered by people</h2>
    <ul class="entries">
    {{#entries}}<li><p>{{what}}</p>{{#takenBack}}<p class="hint">{{takenBack}}</p>{{/takenBack}}{{#note}}<p class="hint">{{note}}</p>{{/note}}{{^takenBack}}<form method="post" action="/change/undo"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="reference" value="{{reference}}"><input type="hidden" name="entry" value="{{entry}}"><button class="second">Take back<span class="unseen">: {{what}}</span></button></form>{{/takenBack}}</li>
    {{/entries}}
    </ul>
    {{/hasEntries}}
    {{#hasVerdicts}}
    <h2>What people said belongs here</h2>
    <ul class="entries">
    {{#verdicts}}<li>{{>verdict}}</li>
    {{/verdicts}}
    </ul>
    {{/hasVerdicts}}
    <h2>What happened</h2>
    {{>timeline}}
    <h2>Where it was read</h2>
    {{^hasMembers}}<p>No paper in the register says it yet: it was entered by hand.</p>{{/hasMembers}}
    {{#members}}
    <section class="member">
    <h3>{{memberHeading}}</h3>
    <p><a href="{{address}}">{{paperName}}, {{place}}</a>{{#because}}. <span class="hint">{{because}}</span>{{/because}}</p>
    {{>source}}
    {{#wrong}}<p><a href="{{wrong}}">This is linked wrongly<span class="unseen">: {{paperName}}, {{place}}</span></a></p>{{/wrong}}
    {{#hasTies}}
    <ul class="ties">
    {{#ties}}<li>{{tie}}: {{tiePlace}} <span class="hint">{{tieReason}}</span></li>
    {{/ties}}
    </ul>
    {{/hasTies}}
    </section>
    {{/members}}
    {{/main}}{{/page}}
    """

  static let timeline = """
    <ol class="timeline">
    {{#events}}
    <li><p class="when">{{date}}</p><div><p><strong>{{happened}}</strong></p>
    {{#words}}<blockquote>{{words}}</blockquote>{{/words}}
    <p class="hint">{{#address}}<a href="{{address}}">{{from}}</a>{{/address}}{{^address}}{{from}}{{/address}}{{#reason}}. {{reason}}{{/reason}}</p></div></li>
    {{/events}}
    </ol>

    """

  static let paper = """
    {{<page}}{{$main}}
    <h1>{{title}}</h1>
    <dl class="summary">
    {{#facts}}<div><dt>{{name}}</dt><dd>{{#link}}<a href="{{link}}">{{/link}}{{value}}{{#link}}</a>{{/link}}</dd></div>
    {{/facts}}
    </dl>
    {{#notice}}<p class="inset">{{notice}}</p>{{/notice}}
    {{>pager}}
    <div class="paper" role="region" aria-label="Text of the paper" tabindex="0">
    <table>
    <caption>The text, with what was read from it in the margin</caption>
    <thead><tr><th scope="col">Line</th><th scope="col">Words</th><th scope="col">Read as</th></tr></thead>
    <tbody>
    {{#lines}}
    <tr id="L{{lineNumber}}"{{#isMeant}} class="meant"{{/isMeant}}><th scope="row">{{lineNumber}}</th><td>{{#isMeant}}<mark>{{words}}</mark>{{/isMeant}}{{^isMeant}}{{words}}{{/isMeant}}</td><td class="margin">{{#notes}}<span class="note">{{#address}}<a href="{{address}}">{{note}}</a>{{/address}}{{^address}}{{note}}{{/address}}{{#doubt}} <span class="doubt">{{doubt}}</span>{{/doubt}}</span> {{/notes}}</td></tr>
    {{/lines}}
    </tbody>
    </table>
    </div>
    {{>pager}}
    {{/main}}{{/page}}
    """

  static let about = """
    {{<page}}{{$main}}
    <h1>About this register</h1>
    <p>This register is read from the published papers of committees: what each committee asked for, and what became of it. A program reads the papers; nothing is invented, and each statement leads to the lines it was read from. A person’s word, where one was recorded, is shown with the name and the time.</p>
    <h2>What the states mean</h2>
    <dl class="summary">
    {{#meanings}}<div><dt>{{stateWords}}</dt><dd>{{meaning}}</dd></div>
    {{/meanings}}
    </dl>
    <h2>Time for an answer</h2>
    <p>{{clock}}</p>
    <h2>What is not shown</h2>
    <p>Items that a committee took in private are shown to officers only.</p>
    <h2>Accessibility</h2>
    <p>These pages are made to meet the Web Content Accessibility Guidelines 2.2 at level AA. They work with a keyboard, without scripts, on a narrow screen, in dark colours and on paper. Every chart is a table.</p>
    <h2>For programs</h2>
    <p>The same facts can be had as JSON: see <a href="/api">the API</a>. Feeds of changes:</p>
    <ul>
    <li><a href="/feed.atom">All committees</a></li>
    {{#feeds}}<li><a href="{{address}}">{{name}}</a></li>
    {{/feeds}}
    </ul>
    {{/main}}{{/page}}
    """

  static let api = """
    {{<page}}{{$main}}
    <h1>The API</h1>
    <p>What these pages show can be had as JSON, with the same filters. The <a href="/api/openapi.json">description (OpenAPI 3.1)</a> says what each answer holds. Answers carry an ETag; <code>If-None-Match</code> saves asking twice for the same.</p>
    <dl class="summary">
    {{#operations}}<div><dt><code>{{path}}</code></dt><dd>{{summary}}</dd></div>
    {{/operations}}
    </dl>
    {{/main}}{{/page}}
    """
}
