import { updateInboxEndpoint } from "#lib/api/sandbox.ts";
import { handle } from "#lib/transport/handle.ts";

export const PATCH = handle(updateInboxEndpoint);
