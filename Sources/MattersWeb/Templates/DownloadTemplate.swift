/// What can be had as files.
extension Templates {
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
    <h2>The whole register, for other systems</h2>
    <ul>
    {{#exports}}<li><a href="{{address}}">{{name}}</a></li>
    {{/exports}}
    </ul>
    {{/main}}{{/page}}
    """
}
