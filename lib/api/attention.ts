import { confirmAttention } from "#lib/automations/must-reach/confirm-attention.ts";
import { listAttention } from "#lib/automations/must-reach/list-attention.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Automations";

export const attentionEndpoints = {
  listAttention: {
    method: "GET",
    path: "/api/attention",
    summary:
      "What needs attention: steps that had to reach someone and did not in time, until a person confirms",
    tag,
    verb: listAttention,
    status: 200,
  },
  confirmAttention: {
    method: "POST",
    path: "/api/attention/{id}/confirm",
    summary: "Say that somebody has seen to it; the first one who does counts",
    tag,
    verb: confirmAttention,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
