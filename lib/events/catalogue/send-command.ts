/** A value as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Where a command looks for the key, when it is not told one. */
export const apiKeyVariable = "PATCHBAY_API_KEY";

/**
 * A command that sends an event, over several lines.
 * @param origin of Patchbay, without a slash at the end
 * @param apiKey left out, the command takes it from the shell variable `PATCHBAY_API_KEY`
 */
export function sendEventCommand(options: {
  origin: string;
  apiKey?: string;
  event: { type: string; data: unknown };
  /** The event on one line. */
  isCompact?: boolean;
}): string {
  const { origin, apiKey, event, isCompact = false } = options;
  const authorization = `authorization: Bearer ${apiKey ?? `$${apiKeyVariable}`}`;
  return [
    `curl ${shellWord(`${origin}/api/events`)}`,
    // The shell fills variables in between double quotes only.
    `-H ${apiKey === undefined ? `"${authorization}"` : shellWord(authorization)}`,
    `-H ${shellWord("content-type: application/json")}`,
    `-d ${shellWord(JSON.stringify(event, null, isCompact ? 0 : 2))}`,
  ].join(" \\\n  ");
}
