import type { ReactNode } from 'react'
import { cn } from '#app/components/ui/cn.ts'

export type TableRow = { id: string; cells: ReactNode[] }

type Props = { label: string; columns: string[]; rows: TableRow[]; className?: string }

/** A table at the desk; on the phone each row is a card that names its fields. The roles keep it a table in both. */
export function Records({ label, columns, rows, className }: Props) {
  return (
    <table
      role="table"
      aria-label={label}
      className={cn('w-full text-left text-[0.9375rem] max-sm:block', className)}
    >
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row" className="border-b border-line text-sm text-soft">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col" className="py-1.5 pr-4 font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-sm:block">
        {rows.map(({ id, cells }) => (
          <tr
            key={id}
            role="row"
            id={id}
            className="scroll-mt-4 border-b border-line align-top target:bg-wash max-sm:block max-sm:py-2"
          >
            {cells.map((cell, index) => (
              <td
                key={index}
                role="cell"
                className={cn(
                  'py-2 pr-4 wrap-break-word max-sm:block max-sm:py-0.5',
                  cell === '' && 'max-sm:hidden',
                  index === 0 && 'font-medium sm:min-w-36',
                )}
              >
                {index > 0 && <span className="mr-2 text-sm text-soft sm:hidden">{columns[index]}</span>}
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
