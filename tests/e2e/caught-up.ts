/** The folder under .sandbox in which the days before the stories are kept. */
export const CAUGHT_UP = 'e2e-caught-up'
