import type { sandboxFaults } from "#db/schema/sandbox.ts";
import { faultKindSchema } from "./fault-schema.ts";
import type { SandboxFaultDto } from "./schema.ts";

export function toFaultDto(row: typeof sandboxFaults.$inferSelect): SandboxFaultDto {
  return {
    id: row.id,
    kind: faultKindSchema.parse(row.kind),
    target: row.target,
    remaining: row.remaining,
    retryAfterSeconds: row.retryAfterSeconds,
    delayMs: row.delayMs,
    createdAt: row.createdAt.toISOString(),
  };
}
