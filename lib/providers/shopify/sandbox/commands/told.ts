/** How a command's sentence ends. */
export function told(count: number): string {
  if (count === 0) return "Nobody has asked to be told.";
  return count === 1 ? "One webhook was sent." : `${count} webhooks were sent.`;
}
