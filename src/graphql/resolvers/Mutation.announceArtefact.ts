export { request, response } from '#src/graphql/resolvers/announce.ts'
