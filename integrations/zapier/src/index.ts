import { authentication } from "./authentication.ts";
import { addApiKey, explainProblem } from "./middleware.ts";
import { sendEvent } from "./send-event.ts";
import { triggers } from "./triggers.ts";
import { appVersion, platformVersion } from "./versions.ts";

/** Patchbay's app at Zapier, in the form that `zapier-platform push` takes. */
const app = {
  version: appVersion,
  platformVersion,
  authentication,
  beforeRequest: [addApiKey],
  afterResponse: [explainProblem],
  triggers,
  creates: { send_event: sendEvent },
};

export default app;
