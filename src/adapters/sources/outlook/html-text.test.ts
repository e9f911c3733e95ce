import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlText } from './html-text.ts'

describe('HTML as text', () => {
  it('keeps its blocks, decodes, names images and shows links by their text', () => {
    const html = `<html><head><title>No</title><style>p { color: #333 }</style></head><body>
      <p>Fish &amp; chips,<br>twice</p><ul><li>one</li><li><a href="https://x.example/a">two</a></li></ul>
      <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>
      <img src="cid:red-light.jpg@01D"><img src="x.gif" width="1" height="1"><script>alert(1)</script>
      <pre>if (a)
  b()</pre></body></html>`
    expect(htmlText(html)).toEqual({
      text: 'Fish & chips,\ntwice\n\n- one\n- two\n\na b\nc\n\n[image: red-light.jpg]\n\nif (a)\n  b()',
      quoted: '',
      signature: '',
      hidden: '',
    })
  })

  it("sets Word's paragraphs as lines", () => {
    const html =
      '<p class=MsoNormal>Hi,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Bye</p>'
    expect(htmlText(html).text).toBe('Hi,\n\nBye')
  })

  it('tells what mail clients marked as history and signature', () => {
    const outlook =
      '<p>New</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: A</div><p>old</p>'
    expect(htmlText(outlook)).toMatchObject({ text: 'New', quoted: 'From: A\n\nold' })
    const gmail =
      '<div>New</div><div class="gmail_quote">On … wrote:<blockquote>old</blockquote></div><div>below</div>'
    expect(htmlText(gmail)).toMatchObject({ text: 'New\nbelow', quoted: 'On … wrote:\n\nold' })
    expect(htmlText('Hi<div class="gmail_signature">Ann</div>')).toMatchObject({
      text: 'Hi',
      signature: 'Ann',
    })
  })
})

describe('what nobody sees', () => {
  it.each([
    ['display', '<div style="display:none">secret</div>'],
    ['visibility', '<span style="visibility: hidden">secret</span>'],
    ['opacity', '<span style="opacity:0.0">secret</span>'],
    ['font size', '<span style="font-size:0px">secret</span>'],
    ['white on white', '<font color="#FFFFFF">secret</font>'],
    ['nearly white', '<span style="color:#fefefe">secret</span>'],
    ['the same colour', '<div style="background:#123456"><b style="color:rgb(18, 52, 86)">secret</b></div>'],
    ['black on black', '<table bgcolor="black"><tr><td>secret</td></tr></table>'],
    ['no colour', '<span style="color:transparent">secret</span>'],
    ['height', '<div style="max-height:0;overflow:hidden">secret</div>'],
    ['far away', '<div style="position:absolute;left:-9999px">secret</div>'],
    ['hidden from readers', '<div aria-hidden="true">secret</div>'],
    ['an attribute', '<p hidden>secret</p>'],
    ['a class', '<style>.x{display:none !important}</style><p class="x">secret</p>'],
    ['a comment', '<!-- secret -->'],
    ['Word', '<p style="mso-hide:all">secret</p>'],
    ['nested', '<div style="display:none"><div style="display:block">secret</div></div>'],
  ])('by %s is kept apart', (_, html) => {
    expect(htmlText(`<p>Seen</p>${html}<p>too</p>`)).toMatchObject({ text: 'Seen\n\ntoo', hidden: 'secret' })
  })

  it.each([
    ['white on a dark button', '<a style="background-color:#0078d4;color:#fff">Seen</a>'],
    [
      'white on a dark class',
      '<style>.head { background: #001122 }</style><div class="head" style="color:white">Seen</div>',
    ],
    ['hidden on small screens', '<style>@media (max-width:600px){ p { display:none } }</style><p>Seen</p>'],
    ['grey', '<p style="color:#888">Seen</p>'],
    ["Word's own comments", '<!--[if mso]><xml><o:x/></xml><![endif]-->Seen'],
  ])('is not: %s', (_, html) => {
    expect(htmlText(html)).toMatchObject({ text: 'Seen', hidden: '' })
  })
})

describe('whatever comes', () => {
  it('given text that says it is HTML, then it is text', () => {
    expect(htmlText('Line one\n\n2 < 3 &amp; 4').text).toBe('Line one\n\n2 < 3 & 4')
    expect(htmlText('')).toEqual({ text: '', quoted: '', signature: '', hidden: '' })
  })

  it('given five megabytes, then their beginning with a mark', () => {
    const { text } = htmlText('<p>words</p>'.repeat(500_000))
    expect(text.endsWith('[cut: the mail is longer]')).toBe(true)
  })

  it.each([
    ['nesting', '<div>'.repeat(200_000)],
    ['nesting with wrong ends', '<div></b>'.repeat(100_000)],
    ['comments', '<!--'.repeat(200_000)],
    ['paragraphs', '<p>x'.repeat(200_000)],
  ])('given nothing but %s, then it does not take long', (_, html) => {
    const begun = performance.now()
    htmlText(html)
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  it('never throws, and is well-formed', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div style="color:#fff',
      '">',
      '<table>',
      '<td>',
      '&#xD800;',
      '<!--',
      '-->',
    )
    const html = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(html, (given) => {
        expect(Object.values(htmlText(given)).every((text) => text.isWellFormed())).toBe(true)
      }),
    )
  })
})
