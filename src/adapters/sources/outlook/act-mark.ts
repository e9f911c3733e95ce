/** The extended property that carries our act's id on every mail we send. The GUID is ours and never changes. */
export const ACT_PROPERTY = 'String {6f0e0d5c-4d0b-4f5c-9a39-2b6b3c1f7a51} Name PmWorkbenchAct'

/** The `$filter` that finds an act's mail. */
export function ofAct(actId: string): string {
  const value = actId.replaceAll("'", "''")
  return `singleValueExtendedProperties/Any(ep: ep/id eq '${ACT_PROPERTY}' and ep/value eq '${value}')`
}

/** The `$expand` that shows it. */
export const EXPAND_ACT = `singleValueExtendedProperties($filter=id eq '${ACT_PROPERTY}')`
