import 'react'

/** A style may set variables that the style sheet reads. */
declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
