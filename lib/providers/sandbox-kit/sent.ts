/**
 * What became of a message of the sandbox's, for the sentence of a command.
 * @param status null: nobody answered
 */
export function sentText(what: string, status: number | null): string {
  return status === null
    ? `${what} was sent, and nobody answered`
    : `${what} was sent and answered with ${status}`;
}
