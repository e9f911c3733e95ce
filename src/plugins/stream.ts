import { STREAMED } from '#src/agent/on-change/announcement.ts'
import { propertiesOf, TABLE, type Template } from './cloudformation.ts'

/** Where on-change starts on a first deployment: with the first row ever written. */
const STARTING_POSITION = 'TRIM_HORIZON'
const BATCH_SIZE = 25
const RETRIES = 5
/** An older announcement tells nobody anything: screens read again when they connect. */
const MAX_AGE_SECONDS = 600

/**
 * What Architect leaves out of the table and of its stream: nothing deletes the one, and the other retries with sense. And the
 * function that a row alone asks for.
 */
export default {
  set: {
    customLambdas: () => ({ name: 'self-test', src: 'build/functions/self-test' }),
  },
  deploy: {
    start({ cloudformation }: { cloudformation: Template }): Template {
      const table = cloudformation.Resources[TABLE]
      if (table) Object.assign(table, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
      Object.assign(propertiesOf(cloudformation, `${TABLE}StreamEvent`), mapping)
      return cloudformation
    },
  },
}

const announced = {
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { NewImage: { type: { S: STREAMED } } },
}

const mapping = {
  BatchSize: BATCH_SIZE,
  StartingPosition: STARTING_POSITION,
  FilterCriteria: { Filters: [{ Pattern: JSON.stringify(announced) }] },
  FunctionResponseTypes: ['ReportBatchItemFailures'],
  BisectBatchOnFunctionError: true,
  MaximumRetryAttempts: RETRIES,
  MaximumRecordAgeInSeconds: MAX_AGE_SECONDS,
}
