/** Before the names of the fields of the form in which an app's keys are typed. */
export function keysPrefix(provider: string): string {
  return `keys-${provider}`;
}

/** Answers the button that fills the form in from the sandbox: nothing was to be connected yet. */
export const filledInCode = "filled_in";
