/** Words that every office text has, and that therefore tie nothing to anything. */
const COMMON = new Set(
  `about above after again against also always another around because been before being below between both cannot could
  does doing done down during each either else even ever every everybody from further getting given goes going have having
  hello here hers hours into issue itself just kind know last later least less like list look made make makes many maybe
  mean might more most much must need needs never next nothing once only open other otherwise ours over page part people
  please point points project really regards right said same says seen send sent shall should since some somebody something
  soon sprint still story such sure take task team tell than thank thanks that their them then there these they thing things
  think this those though through ticket today tomorrow told under until update updated upon used using very wait want wants
  week weeks well were what when where whether which while will with within without work working would write wrote year
  yesterday your yours best bring cheers dear done first good great happy help kind mail monday tuesday wednesday thursday
  friday saturday sunday january february march april june july august september october november december morning afternoon
  error fail failed feature review test tests testing user users page button screen brought forward quick question urgent`.split(
    /\s+/,
  ),
)

/** Letters, digits and what stands inside names of things: `v3`, `4.2`, `check-in`. */
const TOKEN = /[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu

/** The words of a text by which things are told apart: lower case, singular, without everyday words; each once. */
export function wordsOf(text: string): string[] {
  const found = text.toLowerCase().match(TOKEN) ?? []
  return [...new Set(found.map(stem).filter(isTelling))]
}

function isTelling(word: string): boolean {
  if (COMMON.has(word) || /^\d+$/.test(word)) return false
  return word.length >= 4 || /^(?=.*\d)(?=.*\p{L}|.*\.)/u.test(word)
}

/** Plurals and possessives read as one word; more would join what is not the same. */
function stem(word: string): string {
  const bare = word.replace(/['’]s$/, '')
  if (/(ss|us|is)$/.test(bare) || bare.length < 5) return bare
  return bare.replace(/ies$/, 'y').replace(/s$/, '')
}
