import { issueFile } from '#src/sandbox/scenario/vendor-files.ts'
import type { IssueFile } from '#src/sandbox/scenario/vendor-files.ts'
import { isVendor } from '#src/sandbox/vendor/value.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import type { Catalogue } from './catalogue.ts'
import { jiraTime } from './issue-at.ts'
import type { WriteRecord } from './journal.ts'

/** An issue that we opened, as the site keeps it: in the first status that means "not begun", by the token's account. */
export function openedIssue(
  record: Extract<WriteRecord, { kind: 'issue' }>,
  account: Vendor,
  catalogue: Catalogue,
): IssueFile {
  const created = jiraTime(Date.parse(record.at))
  const isNew = ({ statusCategory }: Vendor) => isVendor(statusCategory) && statusCategory.key === 'new'
  return issueFile.parse({
    ...{ id: record.issueId, key: record.key, properties: record.properties },
    fields: {
      ...{ assignee: null, duedate: null, fixVersions: [], issuelinks: [], priority: null, resolution: null },
      ...record.fields,
      ...{ created, updated: created, creator: account, reporter: account, comment: { comments: [] } },
      status: catalogue.statuses.find(isNew) ?? catalogue.statuses[0],
    },
    changelog: { histories: [] },
  })
}
