import { confirmAttention } from "#lib/automations/must-reach/confirm-attention.ts";
import { listAttention } from "#lib/automations/must-reach/list-attention.ts";
import {
  attentionDto,
  attentionIdInput,
  attentionPage,
  listAttentionInput,
} from "#lib/automations/must-reach/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Automations";

export const listAttentionEndpoint = {
  method: "GET",
  path: "/api/attention",
  summary:
    "What needs attention: steps that had to reach someone and did not in time, until a person confirms",
  tag,
  permission: "read",
  input: listAttentionInput,
  output: attentionPage,
  status: 200,
  run: listAttention,
} satisfies Endpoint;

export const confirmAttentionEndpoint = {
  method: "POST",
  path: "/api/attention/{id}/confirm",
  summary: "Say that somebody has seen to it; the first one who does counts",
  tag,
  permission: "deliveries:write",
  input: attentionIdInput,
  output: attentionDto,
  status: 200,
  run: confirmAttention,
} satisfies Endpoint;
