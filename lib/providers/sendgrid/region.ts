/**
 * Where an account's data lives; its key is good at that host alone.
 * https://www.twilio.com/docs/sendgrid/for-developers/sending-email/regional-email
 */
const hosts = { global: "api.sendgrid.com", eu: "api.eu.sendgrid.com" } as const;

export const regions = ["global", "eu"] as const satisfies readonly (keyof typeof hosts)[];

/** @param settings of the integration */
export function apiOrigin({ region }: Readonly<Record<string, string>>): string {
  return `https://${region === "eu" ? hosts.eu : hosts.global}`;
}
