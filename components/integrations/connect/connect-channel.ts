import { z } from "zod";

const channelName = "patchbay-connect";

/** How a connection ended, told from the popup to the page that opened it. */
const outcome = z.strictObject({
  provider: z.string().regex(/^[a-z0-9-]{1,100}$/),
  /** Query of the app's page: `connected=…`, `connect_error=…` or `other_account=…`. */
  search: z.string().max(2_000),
});
export type ConnectOutcome = z.output<typeof outcome>;

/** Tells every open page of this browser. */
export function announceOutcome(message: ConnectOutcome): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(message);
  channel.close();
}

/** Listens until the answered function is called. Messages in another form are passed over. */
export function listenForOutcome(onOutcome: (message: ConnectOutcome) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = outcome.safeParse(data);
    if (message.success) onOutcome(message.data);
  };
  return () => channel.close();
}

/** The page of an app with the outcome in its address. */
export function outcomeHref({ provider, search }: ConnectOutcome): string {
  return `/marketplace/${provider}${search === "" ? "" : `?${search}`}`;
}
