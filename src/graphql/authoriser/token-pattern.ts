/**
 * The only tokens that AppSync hands to the authoriser (its `identityValidationExpression`, and the sandbox's).
 * It names the whole token, so it means the same whether AWS searches or matches with it.
 */
export const TOKEN_PATTERN = '^pm1\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$'
