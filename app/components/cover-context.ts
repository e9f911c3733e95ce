import { createContext } from 'react'

/** Whether people and mail are hidden, and how to turn that. */
export type Cover = { isOn: boolean; turn: () => void }

export const CoverContext = createContext<Cover>({ isOn: false, turn: () => undefined })
