export type ToldState = "failing" | "disabled";

type ToldWebhook = {
  url: string;
  description: string;
  stateReason: "gone" | "failing" | "manual" | null;
};

/**
 * What people are told about a webhook's health.
 * @param state null = it works again
 * @param lastFailure what the last attempt met, as a sentence
 */
export function healthNotice({
  webhook,
  state,
  lastFailure,
}: {
  webhook: ToldWebhook;
  state: ToldState | null;
  lastFailure: string | null;
}): { subject: string; body: string } {
  const name = webhook.description || new URL(webhook.url).host;
  const cause = lastFailure === null ? "" : `\n\nThe last attempt: ${lastFailure}`;
  if (state === null) {
    return {
      subject: `${name} accepts events again`,
      body: "An event has arrived there. What is waiting is sent in its turn, and you need not do anything.",
    };
  }
  if (state === "failing") {
    return {
      subject: `${name} is not accepting events`,
      body: `Nothing has arrived there for 15 minutes. Patchbay keeps what is waiting and keeps trying.${cause}`,
    };
  }
  const why =
    webhook.stateReason === "gone"
      ? "The app answered that this address is gone for good (410)."
      : "No attempt has succeeded for five days.";
  return {
    subject: `${name} was switched off`,
    body: `${why} Nothing more is sent there. Patchbay keeps what was waiting and what happens from now on, and sends it when you resume it.${cause}`,
  };
}
