declare module '$service-worker' {
  /** The path below which the app is served, without a slash at the end. */
  export const base: string;
  export const version: string;
}
