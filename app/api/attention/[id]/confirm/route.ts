import { attentionEndpoints } from "#lib/api/attention.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(attentionEndpoints.confirmAttention);
