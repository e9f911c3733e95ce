/** The working fake of the stores' tests is the table that a replay runs on. */
export { memoryTable as fakeTable } from '#src/sandbox/replay/memory-table.ts'
