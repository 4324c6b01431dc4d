/** Who Patchbay is in every workspace of the sandbox. */
export const bot = {
  userId: "U0PATCHBAY1",
  botId: "B0PATCHBAY1",
  appId: "A0PATCHBAY1",
  name: "Patchbay",
  handle: "patchbay",
} as const;

/** Who agrees on the consent page, and opened the channels. */
export const ownerUserId = "U0OWNER0001";

/** Where a workspace is found: its name, as the Slack that it imitates would write it in an address. */
export function workspaceUrl(label: string): string {
  const domain = label
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `https://${domain || "workspace"}.slack.com/`;
}
