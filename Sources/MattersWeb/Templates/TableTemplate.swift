/// A table of words.
extension Templates {
  static let table = """
    {{#table}}
    <table class="stack" role="table">
    <caption{{#isUnderItsHeading}} class="unseen"{{/isUnderItsHeading}}>{{caption}}</caption>
    <thead role="rowgroup"><tr role="row">{{#columns}}<th scope="col" role="columnheader">{{.}}</th>{{/columns}}</tr></thead>
    <tbody role="rowgroup">
    {{#rows}}
    <tr role="row">{{#head}}<th scope="row" role="rowheader">{{>cell}}</th>{{/head}}{{#others}}<td role="cell" data-label="{{label}}">{{>cell}}</td>{{/others}}</tr>
    {{/rows}}
    </tbody>
    </table>
    {{/table}}

    """

  static let cell = """
    {{#cellAddress}}<a{{#isReference}} class="reference"{{/isReference}} href="{{cellAddress}}">{{/cellAddress}}{{cellWords}}{{#unseen}}<span class="unseen">{{unseen}}</span>{{/unseen}}{{#cellAddress}}</a>{{/cellAddress}}{{#doubt}} <span class="doubt">{{doubt}}</span>{{/doubt}}
    """
}
