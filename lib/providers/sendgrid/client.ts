import { type AppRequest, createRestClient } from "../kit/rest-client.ts";
import { apiOrigin, type KeyScope } from "./auth.ts";
import { toProviderError } from "./errors.ts";

type SendGridRequest = AppRequest & {
  /** The right of the key that it needs, to be named where it is missing. */
  needs: KeyScope | null;
};

/** The Web API, version 3: https://www.twilio.com/docs/sendgrid/api-reference. Paths stand below /v3. */
export const api = createRestClient<SendGridRequest>({
  app: "SendGrid",
  root: ({ settings }) => `${apiOrigin(settings)}/v3`,
  toProviderError: (reply, { needs }) => toProviderError(reply, needs),
});
