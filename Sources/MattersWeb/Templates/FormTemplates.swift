/// The parts of forms.
extension Templates {
  /// What is wrong with a form, above it.
  static let trouble = """
    {{#problem}}<div class="error" role="alert"><h2>There is a problem</h2><p>{{#field}}<a href="#{{field}}">{{words}}</a>{{/field}}{{^field}}{{words}}{{/field}}</p></div>{{/problem}}

    """

  static let fields = """
    {{#fields}}
    {{#isHidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/isHidden}}
    {{#isInput}}<div><label for="{{id}}">{{label}}</label>{{>hints}}<input id="{{id}}" name="{{name}}"{{#isShort}} class="short"{{/isShort}} value="{{value}}"{{#described}} aria-describedby="{{described}}"{{/described}}{{#isRequired}} required{{/isRequired}}></div>{{/isInput}}
    {{#isFile}}<div><label for="{{id}}">{{label}}</label>{{>hints}}<input id="{{id}}" name="{{name}}" type="file"{{#described}} aria-describedby="{{described}}"{{/described}}{{#isRequired}} required{{/isRequired}}></div>{{/isFile}}
    {{#isArea}}<div><label for="{{id}}">{{label}}</label>{{>hints}}<textarea id="{{id}}" name="{{name}}" rows="8"{{#described}} aria-describedby="{{described}}"{{/described}}{{#isRequired}} required{{/isRequired}}>{{value}}</textarea></div>{{/isArea}}
    {{#isList}}<div><label for="{{id}}">{{label}}</label>{{>hints}}<select id="{{id}}" name="{{name}}"{{#described}} aria-describedby="{{described}}"{{/described}}>{{#choices}}<option value="{{choiceValue}}"{{#isChosen}} selected{{/isChosen}}>{{choice}}</option>{{/choices}}</select></div>{{/isList}}
    {{#isRadios}}<fieldset{{#described}} aria-describedby="{{described}}"{{/described}}><legend>{{label}}</legend>{{>hints}}
    {{#choices}}<div class="choice"><input type="radio" id="{{id}}" name="{{field}}" value="{{choiceValue}}"{{#isChosen}} checked{{/isChosen}}><label for="{{id}}">{{choice}}</label></div>
    {{/choices}}</fieldset>{{/isRadios}}
    {{/fields}}

    """

  static let hints = """
    {{#hint}}<p class="hint" id="{{id}}-hint">{{hint}}</p>{{/hint}}{{#problem}}<p class="late" id="{{id}}-problem"><span class="unseen">Error: </span>{{problem}}</p>{{/problem}}
    """
}
