/// The work between two meetings.
extension Templates {
  static let desk = """
    {{<page}}{{$main}}
    <h1>Desk</h1>
    <p>The work between two meetings.</p>
    <ul class="tools">
    {{#tools}}<li><h2><a href="{{address}}">{{name}}</a></h2><p>{{what}}</p></li>
    {{/tools}}
    </ul>
    {{/main}}{{/page}}
    """

  static let deskPage = """
    {{<page}}{{$main}}
    <p class="caption"><a href="{{aboveAddress}}">{{aboveName}}</a></p>
    <h1>{{heading}}</h1>
    {{#done}}<p class="done" role="status">{{done}}</p>{{/done}}
    {{>trouble}}
    {{#lead}}<p>{{lead}}</p>{{/lead}}
    {{#choice}}<form class="filters" action="{{action}}">
    {{>fields}}
    <button>{{button}}</button>
    </form>{{/choice}}
    {{#hasFacts}}<dl class="summary">
    {{#facts}}<div><dt>{{name}}</dt><dd>{{#link}}<a href="{{link}}">{{/link}}{{value}}{{#link}}</a>{{/link}}</dd></div>
    {{/facts}}
    </dl>{{/hasFacts}}
    {{#sections}}
    <section>
    <h2>{{sectionHeading}}</h2>
    {{^table}}<p>{{empty}}</p>{{/table}}
    {{>table}}
    </section>
    {{/sections}}
    {{#hasDownloads}}<p>Download this: {{#downloads}}<a href="{{address}}">{{form}}</a> {{/downloads}}</p>{{/hasDownloads}}
    {{#verbatim}}
    <h2>{{wordsHeading}}</h2>
    <pre class="letter" tabindex="0">{{verbatim}}</pre>
    {{/verbatim}}
    {{#hasFiles}}<ul class="actions">
    {{#files}}<li><a class="button" href="{{address}}">{{name}}</a></li>
    {{/files}}
    </ul>{{/hasFiles}}
    {{#forms}}
    <form class="entry" method="post" action="{{action}}"{{#hasFile}} enctype="multipart/form-data"{{/hasFile}}>
    {{#formHeading}}<h2>{{formHeading}}</h2>{{/formHeading}}
    {{#advice}}<p>{{advice}}</p>{{/advice}}
    <input type="hidden" name="token" value="{{token}}">
    {{>fields}}
    <button{{#isSecond}} class="second"{{/isSecond}}>{{button}}</button>
    </form>
    {{/forms}}
    {{/main}}{{/page}}
    """
}
