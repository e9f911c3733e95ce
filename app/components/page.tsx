import type { ReactNode } from 'react'

/** A page with its name at the top. */
export function Page({
  title,
  under,
  children,
}: {
  title: ReactNode
  under?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto max-w-[1200px] px-4 sm:px-6">
      <div className="pt-6 pb-7 sm:pt-9">
        <h1 className="text-2xl font-semibold text-balance">{title}</h1>
        {under && <div className="mt-1 text-soft">{under}</div>}
      </div>
      {children}
    </div>
  )
}
