import { describe, expect, it } from 'vitest'
import { policyGaps, readMarkup } from './read-markup.ts'

const OURS = { own: 'http://localhost:3333', links: ['http://127.0.0.1:4004'] }
const read = (html: string) => readMarkup(`<!doctype html><body>${html}</body>`, OURS)

describe('a page that holds an attacker’s text', () => {
  it.each([
    ['as words', '<p>&lt;img src="https://evil.test/zqx1x1z"&gt; zqx1x1z</p>'],
    ['in a label', '<button aria-label="Stop zqx1x1z" title="zqx1x1z">Stop</button>'],
    ['in a letter to somebody known', '<a href="mailto:ann@a.test?cc=b@a.test&amp;body=zqx1x1z">Open</a>'],
    ['as data of a script of ours', '<script>push("\\u003cimg zqx1x1z")</script>'],
    [
      'beside links of ours',
      '<a href="/projects/PA">PA</a><a href="http://127.0.0.1:4004/browse/PA-1">PA-1</a>',
    ],
  ])('%s has nothing wrong with it', (_, html) => {
    expect(read(html)).toEqual({ rendered: [], loads: [] })
  })

  it.each([
    ['a comment', '<!-- zqx1x1z -->'],
    ['an attribute', '<p class="zqx1x1z">All well</p>'],
    ['a letter’s reader', '<a href="mailto:zqx1x1z@a.test?body=x">Open</a>'],
    ['a copy of a letter', '<a href="mailto:ann@a.test?cc=zqx1x1z@a.test">Open</a>'],
    ['a handler', '<p onclick="go()">All well</p>'],
    ['an element', '<zqx1x1z>All well</zqx1x1z>'],
    ['a document in a frame', '<iframe srcdoc="x"></iframe>'],
    ['a style', '<style>.zqx1x1z {}</style>'],
    ['markup in a script', '<script>push("<img zqx1x1z")</script>'],
  ])('as %s is seen', (_, html) => {
    expect(read(html).rendered).toHaveLength(1)
  })

  it.each([
    ['an image', '<img src="https://evil.test/a.png">'],
    ['an image in a template', '<template><img src="//evil.test/a.png"></template>'],
    ['a style sheet', '<link rel="stylesheet" href="https://evil.test/a.css">'],
    ['a link to elsewhere', '<a href="https://evil.test/a">here</a>'],
    ['a letter with more than words', '<a href="mailto:ann@a.test?bcc=x@evil.test">here</a>'],
    ['a script as a link', '<a href="javascript:go()">here</a>'],
    ['a form', '<form action="https://evil.test"></form>'],
    ['a style of its own', '<p style="background:url(//evil.test/a)">x</p>'],
    ['a refresh', '<meta http-equiv="refresh" content="0">'],
  ])('that would fetch or lead by %s is seen', (_, html) => {
    expect(read(html).loads).toHaveLength(1)
  })
})

describe('a policy', () => {
  const whole =
    "default-src 'self'; script-src 'self' 'nonce-a'; object-src 'none'; base-uri 'none'; form-action 'self'"
  it.each([
    [whole, []],
    [`${whole}; connect-src 'self' ws://127.0.0.1:1`, []],
    [`${whole}; img-src *`, ['img-src *']],
    [whole.replace("script-src 'self'", "script-src 'unsafe-inline'"), ["script-src 'unsafe-inline'"]],
    [whole.replace("object-src 'none'; ", ''), ['no object-src']],
    [undefined, ['no Content-Security-Policy']],
  ])('%s leaves open %j', (policy, gaps) => {
    expect(policyGaps(policy, ['ws://127.0.0.1:1'])).toEqual(gaps)
  })
})
