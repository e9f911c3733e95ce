/** The entity property of a comment or an issue that holds the id of the act that wrote it. */
export const actProperty = 'pm-workbench.act'
