import { say } from "#lib/failures/say.ts";
import type { Call } from "../../contract/call.ts";
import { ProviderError } from "../../contract/provider-error.ts";

/** A call whose first request of a kind is done, but whose answer never comes back. */
export function losingFirstReply(call: Call, isLost: (request: Request) => boolean): Call {
  let isDone = false;
  return {
    ...call,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const response = await call.fetch(input, init);
      if (isDone || !isLost(request)) return response;
      isDone = true;
      throw new ProviderError({
        kind: "unavailable",
        message: say("verbatim", { text: "The connection broke." }),
      });
    },
  };
}
