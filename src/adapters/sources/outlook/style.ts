/** What an element looks like, as far as it decides whether its text is seen. */
export type Look = { hidden: boolean; colour: Colour; background: Colour; keepsSpace: boolean }
type Colour = readonly [red: number, green: number, blue: number]

/** A mail's page: black on white. */
export const PAGE: Look = { hidden: false, colour: [0, 0, 0], background: [255, 255, 255], keepsSpace: false }

/** Two colours nearer than this in each part can't be told apart. */
const NEAR = 24
const NAMED: Record<string, Colour> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  floralwhite: [255, 250, 240],
  black: [0, 0, 0],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  yellow: [255, 255, 0],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
}

/** The look of an element inside another, from its style declarations and the old attributes. */
export function lookInside(
  outer: Look,
  tag: string,
  attributes: ReadonlyMap<string, string>,
  css: string,
): Look {
  const style = declarations(`${css};${attributes.get('style') ?? ''}`)
  const background =
    colourOf(style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor')) ??
    outer.background
  const written = style.get('color') ?? (tag === 'font' ? attributes.get('color') : undefined)
  const colour = colourOf(written) ?? outer.colour
  const space = style.get('white-space')
  return {
    hidden: outer.hidden || isClear(written) || isHidden(style, attributes),
    colour,
    background,
    keepsSpace: space === undefined ? outer.keepsSpace || tag === 'pre' : space.startsWith('pre'),
  }
}

/** Whether text with this look is seen: not white on white, nor any colour on its like. */
export function isSeen({ hidden, colour, background }: Look): boolean {
  return !hidden && colour.some((part, index) => Math.abs(part - (background[index] ?? 0)) > NEAR)
}

function isHidden(style: ReadonlyMap<string, string>, attributes: ReadonlyMap<string, string>): boolean {
  const is = (name: string, pattern: RegExp) => pattern.test(style.get(name) ?? '')
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    is('display', /^none/) ||
    is('visibility', /^(hidden|collapse)/) ||
    is('opacity', /^(0|0?\.0\d*)%?$/) ||
    is('font-size', /^(0|1|0?\.\d+)(px|pt|em|rem|%|ex)?$/) ||
    is('mso-hide', /^all/) ||
    is('clip', /^rect/) ||
    is('text-indent', /^-\d{3,}/) ||
    (is('position', /^(absolute|fixed)/) && (is('left', /^-\d{3,}/) || is('top', /^-\d{3,}/))) ||
    (is('overflow', /^hidden/) &&
      ['height', 'max-height', 'width', 'max-width'].some((it) => is(it, /^[01](px|pt)?$/)))
  )
}

function declarations(css: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of css.toLowerCase().split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim(),
        part
          .slice(colon + 1)
          .replace('!important', '')
          .trim(),
      )
  }
  return found
}

function isClear(colour: string | undefined): boolean {
  return colour === 'transparent' || /^rgba\(.*,\s*0?(\.0+)?\s*\)$/.test(colour ?? '')
}

function colourOf(written: string | undefined): Colour | undefined {
  if (written === undefined) return undefined
  const value = written.trim().toLowerCase()
  const hex = /#([0-9a-f]{6}|[0-9a-f]{3})\b/.exec(value)?.[1]
  if (hex !== undefined) {
    const long = hex.length === 3 ? Array.from(hex, (digit) => digit + digit).join('') : hex
    const part = (at: number) => parseInt(long.slice(at, at + 2), 16)
    return [part(0), part(2), part(4)]
  }
  const rgb = /rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(value)
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])]
  return NAMED[value.split(/\s+/)[0] ?? '']
}
