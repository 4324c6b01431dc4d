/** Before the names of the fields of the form in which an app's keys are typed. */
export function keysPrefix(provider: string): string {
  return `keys-${provider}`;
}
